import ConcordModel

/// Agreements, contact, exchange, access and exercises with the partners that are active: mostly in good
/// order, and where they are not, a rule finds it.
extension DemoPlan {
  /// How many partners of the default demo have each of the lesser faults.
  private static let faulty = 2

  /// Working days of a year.
  private static let year = 260

  /// - Parameter active: the partners that came to be active, and when.
  mutating func tellTies(_ active: [(place: Int, day: Int)]) {
    var dice = DemoRandom(seed, 7)
    var faults = faults(active, &dice)
    for (place, day) in active {
      var chain = DemoChain(partner: place, from: day + 1, last: calendar.last)
      tell(place, faults.removeValue(forKey: place), &chain, &dice)
      steps += chain.steps
    }
  }

  /// Which of them have which fault: those of whom somebody has something to say anyway.
  private func faults(
    _ active: [(place: Int, day: Int)], _ dice: inout DemoRandom
  ) -> [Int: DemoFault] {
    let long = active.filter { calendar.last - $0.day > Self.year }.map(\.place)
      .shuffled(using: &dice)
    var graves = long.filter { partners[$0].fate == .grave }
    var notables = long.filter { partners[$0].fate == .notable }
    var faults: [Int: DemoFault] = [:]
    for fault in DemoFault.allCases {
      for _ in 0..<Self.share(fault.isGrave ? 1 : Self.faulty, of: partners.count) {
        guard let place = fault.isGrave ? graves.popLast() : notables.popLast() else { break }
        faults[place] = fault
      }
    }
    return faults
  }

  private func tell(
    _ place: Int, _ fault: DemoFault?, _ chain: inout DemoChain, _ dice: inout DemoRandom
  ) {
    let manager = Int(partners[place].manager)
    let tier = partners[place].tier
    let gives =
      isDetailed && (fault == .unbalanced || fault == .withoutAgreement || dice.chance(30))
    if fault != .withoutAgreement {
      chain.add(.agreement(agreement(fault, coversData: gives, &dice)), by: manager, &dice)
    }
    let hasAccess = isDetailed && tier < 3 && dice.chance(50) || fault == .staleScreening
    if hasAccess || fault == .unmonitored {
      if fault != .staleScreening { chain.add(.access(kind: "screening"), by: manager, &dice) }
      if fault != .unmonitored { chain.add(.access(kind: "monitoring"), by: manager, &dice) }
      chain.add(.access(kind: "channel"), by: manager, &dice)
    }
    chain.add(.contact, by: manager, &dice)
    tellMonths(
      place, fault, gives: gives, attests: hasAccess && fault != .staleScreening, &chain, &dice)
    if case .incident? = fault {
      chain.wait(until: calendar.last - 2)
      chain.add(.incident(isContained: false), by: manager, &dice)
    } else if isDetailed, dice.chance(4) {
      chain.add(.incident(isContained: true), by: manager, &dice)
    }
  }

  /// What goes on from then until today.
  private func tellMonths(
    _ place: Int, _ fault: DemoFault?, gives: Bool, attests: Bool, _ chain: inout DemoChain,
    _ dice: inout DemoRandom
  ) {
    let manager = Int(partners[place].manager)
    var attested = chain.day
    // Working days between two contacts, well within what each tier asks for.
    let pause = [50, 100, 200][min(max(partners[place].tier, 1), 3) - 1]
    var exchanged = 0
    while chain.day < calendar.last, fault != .outOfContact {
      chain.wait(dice.number(pause / 2...pause))
      // The last days are other stories'.
      guard chain.day < calendar.last - 1 else { return }
      chain.add(.contact, by: manager, &dice)
      guard isDetailed else { continue }
      if attests, chain.day - attested > Self.year / 2 {
        chain.add(.access(kind: "screening"), by: manager, &dice)
        attested = chain.day
      }
      if dice.chance(12) { chain.add(.exercise, by: manager, &dice) }
      guard gives else { continue }
      for _ in 0..<(fault == .unbalanced ? 3 : 2) {
        exchanged += 1
        let isReceived = fault == .unbalanced ? exchanged % 8 != 1 : exchanged % 2 == 0
        chain.add(
          .exchange(isReceived: isReceived, kind: dice.chance(50) ? "data" : "intelligence"),
          by: manager, &dice)
      }
    }
  }

  private func agreement(
    _ fault: DemoFault?, coversData: Bool, _ dice: inout DemoRandom
  ) -> DemoStep.Agreement {
    let today = Int(calendar.today.number)
    var agreement = DemoStep.Agreement(
      template: coversData ? 0 : UInt8(dice.number(0...3)),
      ends: Int32(today + dice.number(200...1400)))
    switch fault {
    case .expiring: agreement.ends = Int32(today + dice.number(5...85))
    case .expired: agreement.ends = Int32(today - dice.number(3...40))
    case .withoutCounsel: agreement.hasCounsel = false
    case .withoutOversight:
      agreement.hasOversight = false
      agreement.template = nil
    default: break
    }
    return agreement
  }
}
