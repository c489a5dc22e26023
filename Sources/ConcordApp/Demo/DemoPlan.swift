import ConcordModel

/// What happens in the demo's eighteen months: all partners and all steps, from a seed, before any of
/// it is written.
struct DemoPlan {
  let data: DemoData
  let cast: DemoCast
  let calendar: DemoCalendar
  let catalogues: Catalogues
  let seed: UInt64
  /// Whether every vetting task is done by itself; a very large office does them by criterion.
  let isDetailed: Bool
  var partners: [DemoPartner] = []
  var steps: [DemoStep] = []

  /// Partners up to which the demo is told in all detail.
  static let detailedUpTo = 2_000

  /// What the default demo of 120 partners has of each; others in proportion.
  private enum Share {
    static let partners = 120
    static let grave = 10
    static let notable = 30
    static let quiet = 45
    static let openCases = 7
    static let overdueCases = 2
    static let pairs = 2
  }

  init(
    count: Int, seed: UInt64, data: DemoData, cast: DemoCast, calendar: DemoCalendar,
    catalogues: Catalogues
  ) {
    self.data = data
    self.cast = cast
    self.calendar = calendar
    self.catalogues = catalogues
    self.seed = seed
    isDetailed = count <= Self.detailedUpTo
    makePartners(count)
    tell()
  }

  /// So many of `count` partners as the default demo has of its 120, at least one.
  static func share(_ number: Int, of count: Int) -> Int {
    max(1, (number * count + Share.partners / 2) / Share.partners)
  }

  // MARK: Who they are

  private mutating func makePartners(_ count: Int) {
    var dice = DemoRandom(seed, 2)
    var names = DemoNames(data, seed: seed, count: count)
    let kinds = kindPlaces(count, &dice)
    let fates = fates(count, &dice)
    let managers = cast.managers
    partners.reserveCapacity(count)
    for place in 0..<count {
      let kind = data.kinds[kinds[place]]
      let state = dice.place(data.states.map(\.weight))
      let made = names.partner(kind, data.states[state])
      var partner = DemoPartner(
        kind: kinds[place], state: state, tier: 1 + dice.place(kind.tiers), fate: fates[place],
        manager: UInt8(dice.pick(managers, or: DemoCast.me)), name: made.name, city: made.city)
      // What goes wrong with a partner is mostly about one that much depends on.
      if partner.fate == .grave { partner.tier = min(partner.tier, 2) }
      partners.append(partner)
    }
    makePairs(count, &dice)
  }

  /// Each kind by its weight, at least once where there are enough partners.
  private func kindPlaces(_ count: Int, _ dice: inout DemoRandom) -> [Int] {
    let weights = data.kinds.map(\.weight)
    let total = max(1, weights.reduce(0, +))
    var places: [Int] = []
    if count >= data.kinds.count {
      for (place, weight) in weights.enumerated() {
        places += Array(repeating: place, count: max(1, count * weight / total))
      }
      places = Array(places.prefix(count))
    }
    while places.count < count { places.append(dice.place(weights)) }
    return places.shuffled(using: &dice)
  }

  private func fates(_ count: Int, _ dice: inout DemoRandom) -> [DemoPartner.Fate] {
    var fates: [DemoPartner.Fate] = []
    fates += Array(repeating: .grave, count: Self.share(Share.grave, of: count))
    fates += Array(repeating: .notable, count: Self.share(Share.notable, of: count))
    fates += Array(repeating: .quiet, count: Self.share(Share.quiet, of: count))
    fates = Array(fates.prefix(count))
    fates += Array(repeating: .blank, count: count - fates.count)
    return fates.shuffled(using: &dice)
  }

  /// A few prospects that seem to be someone who is there already.
  private mutating func makePairs(_ count: Int, _ dice: inout DemoRandom) {
    let twins = [" Police Department": " Police Dept.", " Sheriff's Office": " Sheriff Department"]
    var left = min(50, Self.share(Share.pairs, of: count))
    var candidates = partners.indices.prefix(4096).filter { place in
      partners[place].fate != .blank
        && twins.keys.contains { partners[place].name.hasSuffix($0) }
    }
    for place in partners.indices where left > 0 && partners[place].fate == .blank {
      guard let found = candidates.popLast() else { return }
      var name = partners[found].name
      for (long, short) in twins where name.hasSuffix(long) {
        name = String(name.dropLast(long.count)) + short
      }
      partners[place].kind = partners[found].kind
      partners[place].state = partners[found].state
      partners[place].name = name
      partners[place].city = partners[found].city
      partners[place].twin = Int32(found)
      left -= 1
    }
  }

  // MARK: What happens

  private mutating func tell() {
    var dice = DemoRandom(seed, 3)
    let open = openCases(&dice)
    var queue = DemoFlagDeal(
      count: partners.count, cast: cast, dice: DemoRandom(seed, 4))
    var created: [Int] = []
    created.reserveCapacity(partners.count)
    var activated: [(place: Int, day: Int)] = []
    for place in partners.indices {
      let day = creationDay(partners[place], &dice)
      created.append(day)
      var chain = DemoChain(partner: place, from: day, last: calendar.last)
      chain.add(.create, by: Int(partners[place].manager), &dice)
      let active = tellVetting(place, &chain, open[place], &dice)
      steps += chain.steps
      if let active { activated.append((place, active)) }
      if let active { tellFlags(place, from: active + 3, &queue, &dice) }
      tellCapabilities(place, from: day + 1, isActive: active != nil, &dice)
    }
    tellLinks(created, &dice)
    tellTies(activated)
  }

  /// The day on which a partner is put on record: most of them when the office began.
  private func creationDay(_ partner: DemoPartner, _ dice: inout DemoRandom) -> Int {
    let last = calendar.last
    if dice.chance(partner.fate == .blank ? 40 : 60) { return dice.number(0...last / 10) }
    // Whoever has a history needs time for it.
    return dice.number(
      last / 10...(partner.fate == .blank ? max(last / 10, last - 4) : last * 6 / 10))
  }

  /// Partners whose case is open today, and whether some of its tasks are overdue.
  private func openCases(_ dice: inout DemoRandom) -> [Int: Bool] {
    let count = partners.count
    let candidates = partners.indices.filter { place in
      let partner = partners[place]
      return partner.fate == .blank && partner.twin == nil && needsVetting(partner)
        && checklist(partner).count >= 7
    }.shuffled(using: &dice)
    var open: [Int: Bool] = [:]
    let overdue = Self.share(Share.overdueCases, of: count)
    for (number, place) in candidates.prefix(Self.share(Share.openCases, of: count)).enumerated() {
      open[place] = number < overdue
    }
    return open
  }

  func needsVetting(_ partner: DemoPartner) -> Bool {
    catalogues.needsVetting(kind: data.kinds[partner.kind].key, tier: partner.tier)
  }

  func checklist(_ partner: DemoPartner) -> [ChecklistItem] {
    catalogues.checklist(kind: data.kinds[partner.kind].key, tier: partner.tier)
  }

  func classKey(_ partner: DemoPartner) -> String {
    catalogues.classKey(ofKind: data.kinds[partner.kind].key) ?? ""
  }

  // MARK: Capabilities and links

  private mutating func tellCapabilities(
    _ place: Int, from day: Int, isActive: Bool, _ dice: inout DemoRandom
  ) {
    guard isActive, dice.chance(isDetailed ? 75 : 30) else { return }
    var chain = DemoChain(partner: place, from: day, last: calendar.last)
    var others = DemoRandom(seed, 8, place)
    for _ in 0..<(dice.chance(35) ? 2 : 1) {
      chain.wait(dice.number(1...20))
      chain.add(
        .capability(hasAlternative: others.chance(94)), by: Int(partners[place].manager), &dice)
    }
    steps += chain.steps
  }

  private mutating func tellLinks(_ created: [Int], _ dice: inout DemoRandom) {
    guard partners.count > 1 else { return }
    for place in partners.indices {
      let other: Int
      if let twin = partners[place].twin {
        other = Int(twin)
      } else {
        guard dice.chance(isDetailed ? 35 : 10) else { continue }
        other = dice.number(0...partners.count - 1)
      }
      let day = max(created[place], created[other]) + dice.number(1...30)
      guard other != place, day <= calendar.last else { continue }
      var chain = DemoChain(partner: place, from: day, last: calendar.last)
      chain.add(.link(to: Int32(other)), by: Int(partners[place].manager), &dice)
      steps += chain.steps
    }
  }
}
