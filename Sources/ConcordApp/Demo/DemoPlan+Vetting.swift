import ConcordModel

extension DemoPlan {
  /// A partner's way from prospect to active.
  /// - Returns: the working day on which it became active; nil where it did not.
  mutating func tellVetting(
    _ place: Int, _ chain: inout DemoChain, _ openCase: Bool?, _ dice: inout DemoRandom
  ) -> Int? {
    let partner = partners[place]
    let manager = Int(partner.manager)
    if let isOverdue = openCase {
      tellOpenCase(place, &chain, isOverdue: isOverdue, &dice)
      return nil
    }
    guard needsVetting(partner) else {
      if partner.twin != nil || (partner.fate == .blank && dice.chance(45)) { return nil }
      chain.wait(dice.number(1...6))
      chain.add(.stage("active"), by: manager, &dice)
      return chain.day
    }
    if partner.fate == .blank { return nil }
    if !isDetailed, dice.chance(60) {
      // A very large office took most of its partners over as they were, with a reason.
      chain.wait(dice.number(1...6))
      chain.add(.stage("active"), by: manager, &dice)
      return chain.day
    }
    // A partner that is turned down has no flags: nothing ever began.
    let isRejected = partner.fate == .quiet && dice.chance(8)
    let isConditional = !isRejected && dice.chance(20)
    let outcome =
      isRejected ? "rejected" : isConditional ? "approved-with-conditions" : "approved"
    chain.wait(dice.number(1...8))
    tellCase(place, &chain, type: dice.chance(6) ? "expedited" : "initial", outcome, &dice)
    chain.wait(dice.number(1...3))
    chain.add(.stage(isRejected ? "ended" : "active"), by: manager, &dice)
    if isRejected { return nil }
    let active = chain.day
    tellReview(place, &chain, &dice)
    return active
  }

  /// A whole case, from its opening to its decision.
  private func tellCase(
    _ place: Int, _ chain: inout DemoChain, type: String, _ outcome: String,
    _ dice: inout DemoRandom
  ) {
    let partner = partners[place]
    let analyst = dice.pick(cast.analysts, or: cast.specialist("legal"))
    chain.add(
      .openCase(type: type, dueDays: 60, assignee: UInt8(analyst)), by: Int(partner.manager), &dice)
    let items = checklist(partner)
    var groups = taskGroups(items)
    groups.shuffle(using: &dice)
    var mayFail = outcome == "rejected"
    for group in groups {
      chain.wait(isDetailed ? dice.number(0...3) : dice.number(6...18))
      let author = items[group[0]].criterion == "legal" ? cast.specialist("legal") : analyst
      let isOptional = !group.contains { items[$0].isMandatory }
      let status =
        mayFail || (isOptional && dice.chance(12)) ? "failed" : dice.chance(7) ? "waived" : "passed"
      mayFail = false
      chain.add(
        .tasks(places: group.map { UInt8($0) }, status: status),
        by: author == DemoCast.me ? analyst : author, &dice)
    }
    chain.wait(dice.number(2...9))
    chain.add(
      .decideCase(outcome: outcome), by: dice.pick(cast.approvers, or: DemoCast.me), &dice)
  }

  /// The periodic review of a decision that runs out; a third of them come too late.
  private func tellReview(_ place: Int, _ chain: inout DemoChain, _ dice: inout DemoRandom) {
    let partner = partners[place]
    guard partner.tier == 1, dice.chance(65) else { return }
    // A year has some 260 working days; the review begins two months before.
    let due = chain.day + 215
    guard due + 45 < calendar.last else { return }
    chain.wait(until: due)
    tellCase(place, &chain, type: "periodic", "approved", &dice)
  }

  /// A case that is open today: what was due earlier is done, but for a few tasks that are late.
  private func tellOpenCase(
    _ place: Int, _ chain: inout DemoChain, isOverdue: Bool, _ dice: inout DemoRandom
  ) {
    let partner = partners[place]
    let items = checklist(partner)
    let analyst = dice.pick(cast.analysts, or: cast.specialist("legal"))
    let age = isOverdue ? dice.number(30...38) : dice.number(4...8)
    // Had it not been on record by then, the case would be opened on the day after.
    chain.wait(until: max(chain.day + 1, calendar.last - age))
    let opened = calendar[chain.day]
    let passed = calendar.today.days(since: opened)
    chain.add(
      .openCase(type: "initial", dueDays: 90, assignee: UInt8(analyst)), by: Int(partner.manager),
      &dice)
    let late = items.indices.filter { items[$0].days < passed }
    let later = items.indices.filter { items[$0].days >= passed }
    let open = Set(late.suffix(isOverdue ? 3 : 0) + later.suffix(isOverdue ? 2 : 5))
    var isFirst = true
    for group in items.indices.filter({ !open.contains($0) }).map({ [UInt8($0)] }) {
      chain.wait(dice.number(0...2))
      chain.add(.tasks(places: group, status: "passed"), by: analyst, &dice)
    }
    for number in open.sorted() where isFirst {
      chain.add(.tasks(places: [UInt8(number)], status: "in-progress"), by: analyst, &dice)
      isFirst = false
    }
  }

  /// Each task by itself; in a very large office counsel's together and the others together.
  private func taskGroups(_ items: [ChecklistItem]) -> [[Int]] {
    guard !isDetailed else { return items.indices.map { [$0] } }
    let groups = [
      items.indices.filter { items[$0].criterion == "legal" },
      items.indices.filter { items[$0].criterion != "legal" },
    ]
    return groups.filter { !$0.isEmpty }
  }
}
