/// What we receive for a mission area comes from one partner, for the most part.
enum DependencyConcentrated: Rule {
  static let name = "dependency.concentrated"
  static let words =
    "More than so many per cent of the points that were received for a mission area in the last "
    + "months came from one partner, where there are enough entries from enough partners to tell. "
    + "Partners that are neither active nor suspended do not count."
  static let thresholds = ["percent", "entries", "partners", "months"]
  static let reads: Set<RecordKind> = [.exchange]

  static func hits(_ scope: RuleScope) -> [RuleHit] {
    guard let bounds = ConcentrationBounds(scope.numbers, on: scope.today) else { return [] }
    let own = scope.tallies.receipts(of: scope.partner.id, bounds)
    return own.missions.compactMap { mission in
      let all = scope.tallies.receipts(bounds)[mission]
      guard let percent = bounds.percent(own[mission], of: all) else { return nil }
      let words = scope.words(mission, in: .missions)
      return RuleHit(
        subject: mission, title: "Most of what we receive for \(words) comes from here",
        explanation: "At least \(percent) % of the points received for \(words) in "
          + "\(bounds.months) months came from this partner. Up to \(bounds.mostPercent) % from one "
          + "is held to be sound.",
        facts: [mission])
    }
  }

  /// Whoever has, or had, too great a share of a mission area in which a touched partner gives another
  /// amount than it did. Where none does, nobody's share is another.
  static func others(touched: [RecordID], in office: Workspace, after: Workspace) -> [RecordID] {
    guard let numbers = office.policy.rule(name),
      let bounds = ConcentrationBounds(numbers, on: after.today)
    else { return [] }
    let (then, later) = (LedgerColumns(office, bounds), LedgerColumns(after, bounds))
    let changed = touched.reduce(into: Set<String>()) { changed, partner in
      changed.formUnion(
        PartnerReceipts(partner, in: after, later)
          .differences(from: PartnerReceipts(partner, in: office, then)))
    }
    guard !changed.isEmpty else { return [] }
    var before = ReceiptTally(bounds)
    before.add(office, missions: changed, leavingOut: after)
    let rest = changed.flatMap { before[$0].heaviest }
    var now = before
    let known = after[.partner].madeIDs()
    for partner in known {
      before.add(PartnerReceipts(partner, in: office, then), of: partner)
      now.add(PartnerReceipts(partner, in: after, later), of: partner)
    }
    return Set(rest + known).subtracting(touched).sorted().filter { partner in
      let own = PartnerReceipts(partner, in: office, then)
      return changed.contains {
        bounds.isTooGreat(own[$0], of: before[$0]) || bounds.isTooGreat(own[$0], of: now[$0])
      }
    }
  }
}
