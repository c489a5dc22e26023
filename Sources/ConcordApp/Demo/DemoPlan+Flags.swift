import ConcordModel

extension DemoPlan {
  /// The flags of an active partner.
  mutating func tellFlags(
    _ place: Int, from start: Int, _ deal: inout DemoFlagDeal, _ dice: inout DemoRandom
  ) {
    var live: [DemoSeverity] = []
    var dead = 0
    switch partners[place].fate {
    case .grave:
      live = [dice.chance(20) ? .veryHigh : .high]
      if dice.chance(60) { live.append(.moderate) }
      if dice.chance(60) { live.append(.low) }
      dead = dice.number(0...2)
    case .notable:
      live = [.moderate]
      if dice.chance(35) { live.append(.moderate) }
      if dice.chance(50) { live.append(.low) }
      dead = dice.chance(40) ? 1 : 0
    case .quiet:
      if dice.chance(80) { live.append(.low) }
      if dice.chance(20) { live.append(.low) }
      dead = live.isEmpty ? 1 : dice.chance(30) ? 1 : 0
    case .blank: return
    }
    var used: Set<Int> = []
    for severity in live {
      tellFlag(place, deal.next(severity), severity, from: start, &used, &dice)
    }
    for _ in 0..<dead {
      let severity: DemoSeverity = dice.chance(30) ? .moderate : .low
      tellFlag(place, dice.chance(55) ? .closed : .dismissed, severity, from: start, &used, &dice)
    }
    if live.isEmpty, dice.chance(25) {
      var chain = DemoChain(partner: place, from: calendar.last - 5, last: calendar.last)
      chain.add(.stage("ended"), by: Int(partners[place].manager), &dice)
      steps += chain.steps
    }
  }

  /// One flag from the day it is raised to how it stands today.
  private mutating func tellFlag(
    _ place: Int, _ wanted: DemoDisposition, _ severity: DemoSeverity, from start: Int,
    _ used: inout Set<Int>, _ dice: inout DemoRandom
  ) {
    let partner = partners[place]
    let scenario = scenario(partner, severity, &used, &dice)
    var rating = dice.pick(severity.ratings, or: (2, 2))
    var disposition = wanted
    var inherent = rating
    if case .inForce = wanted {
      // What a treatment takes off is added before, so that the residual risk is the wanted one.
      let entry = catalogues.treatment(
        data.scenarios[scenario].treatments[0], category: data.scenarios[scenario].category)
      inherent.likelihood += UInt8(entry?.likelihoodEffect ?? 0)
      inherent.impact += UInt8(entry?.impactEffect ?? 0)
      if inherent.likelihood > 5 || inherent.impact > 5 {
        inherent = rating
        disposition = .planned
      }
    }
    let isReassessed = isReassessed(disposition, &dice)
    if isReassessed {
      rating = inherent
      inherent.likelihood = max(1, inherent.likelihood - 1)
      if inherent == rating { inherent.impact = max(1, inherent.impact - 1) }
    }
    let owner = owner(partner, disposition)
    var flag = DemoPartner.Flag(
      scenario: UInt8(scenario), likelihood: inherent.likelihood, impact: inherent.impact)
    flag.owner = owner.isNamed ? UInt8(owner.place) : nil
    let number = UInt8(partners[place].flags.count)
    partners[place].flags.append(flag)
    var teller = DemoFlagTeller(
      calendar: calendar, cast: cast, flag: number, owner: owner.place,
      category: data.scenarios[scenario].category, severity: severity,
      risen: isReassessed ? rating : nil)
    var chain = DemoChain(
      partner: place, from: raised(disposition, from: start, &dice), last: calendar.last)
    teller.tell(disposition, &chain, isDetailed: isDetailed, &dice)
    steps += chain.steps
  }

  /// The day on which a flag is raised: open ones in the last weeks, others long ago.
  private func raised(
    _ disposition: DemoDisposition, from start: Int, _ dice: inout DemoRandom
  ) -> Int {
    let last = calendar.last
    let start = min(start, last - 46)
    switch disposition {
    case .open, .escalated: return dice.number(max(start, last - 42)...last - 8)
    case .dismissed, .closed: return dice.number(start...max(start, last - 75))
    default: return dice.number(max(start, last - 200)...max(start, last - 46))
    }
  }

  private func isReassessed(
    _ disposition: DemoDisposition, _ dice: inout DemoRandom
  ) -> Bool {
    switch disposition {
    case .ratingRose: true
    case .planned, .snoozed, .overdue: dice.chance(15)
    default: false
    }
  }

  /// Who answers for a flag; unnamed where nobody does yet.
  private func owner(
    _ partner: DemoPartner, _ disposition: DemoDisposition
  ) -> (place: Int, isNamed: Bool) {
    let other = cast.otherManagers[(Int(partner.manager) + partner.tier) % cast.otherManagers.count]
    switch disposition {
    case .open(let owner?): return (Int(owner), true)
    case .open: return (other, false)
    case .overdue, .acceptedLapsed, .snoozedBack, .ratingRose: return (DemoCast.me, true)
    case .escalated: return (partner.manager == DemoCast.me ? other : Int(partner.manager), true)
    default: return (Int(partner.manager), true)
    }
  }

  /// Something that can go wrong with a partner of this class, and has not been told of it yet.
  private func scenario(
    _ partner: DemoPartner, _ severity: DemoSeverity, _ used: inout Set<Int>,
    _ dice: inout DemoRandom
  ) -> Int {
    let key = classKey(partner)
    let isSevere = severity == .veryHigh || severity == .high
    let categories = ["security", "insider", "inequity", "control", "legal"]
    let category = dice.pick(categories)
    let fitting = data.scenarios.indices.filter { place in
      let scenario = data.scenarios[place]
      return (scenario.classes.isEmpty || scenario.classes.contains(key)) && !used.contains(place)
        && !(isSevere && scenario.isMild)
    }
    let best = fitting.filter { data.scenarios[$0].category == category }
    let found = dice.pick(best.isEmpty ? fitting : best, or: 0)
    used.insert(found)
    return found
  }
}
