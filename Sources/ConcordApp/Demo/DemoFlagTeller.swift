import ConcordModel

/// Tells the story of one flag: raised, noted, decided.
struct DemoFlagTeller {
  let calendar: DemoCalendar
  let cast: DemoCast
  let flag: UInt8
  /// The place in the cast of who answers for it.
  let owner: Int
  let category: String
  let severity: DemoSeverity
  /// What it is reassessed to, after it was first rated lower.
  let risen: (likelihood: UInt8, impact: UInt8)?

  /// Puts the steps into the chain, which stands on the day of the raising.
  mutating func tell(
    _ disposition: DemoDisposition, _ chain: inout DemoChain, isDetailed: Bool,
    _ dice: inout DemoRandom
  ) {
    let finder = dice.chance(55) ? owner : cast.specialist(category)
    chain.add(.raise(flag: flag), by: finder == DemoCast.me ? owner : finder, &dice)
    if isDetailed, dice.chance(30) {
      chain.wait(dice.number(1...3))
      decide(.note, &chain, &dice)
    }
    if let risen, !isRatingRose(disposition) { reassess(risen, &chain, &dice) }
    switch disposition {
    case .open: break
    case .escalated(let to):
      chain.wait(until: calendar.last - dice.number(0...4))
      decide(.escalate(to: to, until: ahead(5...12, &dice)), &chain, &dice)
    case .planned:
      chain.wait(dice.number(2...12))
      mitigate(due: ahead(8...110, &dice), &chain, &dice)
    case .overdue:
      chain.wait(dice.number(2...8))
      mitigate(due: past(2...25, after: chain.day, &dice), &chain, &dice)
    case .inForce:
      chain.wait(dice.number(2...10))
      mitigate(due: ahead(20...90, &dice), &chain, &dice, count: 1)
      chain.wait(dice.number(8...25))
      decide(.putInForce, &chain, &dice)
    case .limited:
      chain.wait(dice.number(2...8))
      decide(.avoid(dice.chance(25) ? "suspend" : "limit"), &chain, &dice)
    case .dismissed:
      chain.wait(dice.number(2...15))
      decide(.dismiss, &chain, &dice)
    case .closed: close(&chain, &dice)
    default: putOff(disposition, &chain, &dice)
    }
  }

  /// Decisions that hold until a day, or let someone else carry it.
  private func putOff(
    _ disposition: DemoDisposition, _ chain: inout DemoChain, _ dice: inout DemoRandom
  ) {
    chain.wait(dice.number(2...12))
    switch disposition {
    case .accepted:
      // Nobody accepts a risk at high or above that they own.
      let isHigh = severity == .high || severity == .veryHigh
      let author = isHigh ? cast.approvers.first { $0 != owner } ?? owner : owner
      chain.add(.decide(flag: flag, .accept(until: ahead(20...200, &dice))), by: author, &dice)
    case .acceptedLapsed:
      decide(.accept(until: past(1...14, after: chain.day, &dice)), &chain, &dice)
    case .snoozed: decide(.snooze(until: ahead(3...25, &dice)), &chain, &dice)
    case .snoozedBack:
      decide(.snooze(until: past(0...8, after: chain.day, &dice)), &chain, &dice)
    case .transferred: decide(.transfer, &chain, &dice)
    case .ratingRose:
      decide(.accept(until: ahead(40...200, &dice)), &chain, &dice)
      chain.wait(until: calendar.last - dice.number(1...6))
      if let risen { reassess(risen, &chain, &dice, by: cast.specialist(category)) }
    default: break
    }
  }

  private func close(_ chain: inout DemoChain, _ dice: inout DemoRandom) {
    chain.wait(dice.number(2...10))
    let due = calendar[chain.day].adding(days: dice.number(30...60)).number
    mitigate(due: due, &chain, &dice, count: 1)
    chain.wait(dice.number(10...28))
    decide(.putInForce, &chain, &dice)
    chain.wait(dice.number(4...16))
    decide(.close, &chain, &dice)
    if dice.chance(6) {
      chain.wait(dice.number(8...14))
      decide(.reopen, &chain, &dice)
      chain.wait(dice.number(2...4))
      decide(.dismiss, &chain, &dice)
    }
  }

  // MARK: Pieces

  private func isRatingRose(_ disposition: DemoDisposition) -> Bool {
    if case .ratingRose = disposition { true } else { false }
  }

  private func decide(
    _ decision: DemoStep.Decision, _ chain: inout DemoChain, _ dice: inout DemoRandom
  ) {
    chain.add(.decide(flag: flag, decision), by: owner, &dice)
  }

  private func mitigate(
    due: Int32, _ chain: inout DemoChain, _ dice: inout DemoRandom, count: Int? = nil
  ) {
    let number = count ?? (dice.chance(30) ? 2 : 1)
    decide(
      .mitigate(state: "planned", due: due, count: UInt8(number), owner: UInt8(owner)), &chain,
      &dice)
  }

  private func reassess(
    _ rating: (likelihood: UInt8, impact: UInt8), _ chain: inout DemoChain,
    _ dice: inout DemoRandom, by author: Int? = nil
  ) {
    chain.wait(dice.number(1...5))
    chain.add(
      .decide(
        flag: flag,
        .reassess(likelihood: rating.likelihood, impact: rating.impact, isUp: true)),
      by: author ?? owner, &dice)
  }

  /// A day after today.
  private func ahead(_ days: ClosedRange<Int>, _ dice: inout DemoRandom) -> Int32 {
    calendar.today.adding(days: dice.number(days)).number
  }

  /// A day before today (or today), but after the working day given.
  private func past(
    _ days: ClosedRange<Int>, after day: Int, _ dice: inout DemoRandom
  ) -> Int32 {
    max(
      calendar.today.adding(days: -dice.number(days)).number,
      calendar[day].adding(days: 1).number)
  }
}
