/// What was received in a mission area, from however many partners: no list of them is kept.
///
/// Whoever gave more than one part in n + 1 of all is among the n that are kept as candidates (Misra
/// and Gries, *Finding repeated elements*, 1982, with weights): a few comparisons for each entry find
/// them, where a sum for each partner would take most of the time.
struct MissionReceipts: Sendable {
  private struct Candidate: Sendable {
    let partner: UInt64
    var weight: Int128
  }

  /// What all gave together.
  private(set) var all = ReceivedAmount()
  /// The bits of the ids of those who gave, as far as they matter: so many are enough.
  private(set) var partners: Set<UInt64> = []
  private var candidates: [Candidate] = []
  private let enoughPartners: Int
  private let mostCandidates: Int

  init(_ bounds: ConcentrationBounds) {
    enoughPartners = bounds.leastPartners
    mostCandidates = bounds.mostConcentrated
  }

  /// Those who may have too great a share: whoever is not among them has none.
  var heaviest: [RecordID] { candidates.map { RecordID(.partner, bits: $0.partner) } }

  /// Adds an entry.
  @inline(__always)
  mutating func add(_ centipoints: Int, of partner: UInt64) {
    all.add(centipoints)
    note(partner, Int128(centipoints))
  }

  /// Adds what a partner gave in all.
  mutating func add(_ amount: ReceivedAmount, of partner: UInt64) {
    all.add(amount)
    note(partner, amount.points)
  }

  @inline(__always)
  private mutating func note(_ partner: UInt64, _ weight: Int128) {
    if partners.count < enoughPartners { partners.insert(partner) }
    if candidates.first?.partner == partner {
      candidates[0].weight += weight
    } else {
      weigh(partner, weight)
    }
  }

  private mutating func weigh(_ partner: UInt64, _ weight: Int128) {
    if let place = candidates.firstIndex(where: { $0.partner == partner }) {
      candidates[place].weight += weight
      return
    }
    var left = weight
    if candidates.count == mostCandidates {
      let least = min(left, candidates.reduce(left) { min($0, $1.weight) })
      for place in candidates.indices { candidates[place].weight -= least }
      left -= least
      if left > 0 { candidates.removeAll { $0.weight == 0 } }
    }
    if left > 0 { candidates.append(Candidate(partner: partner, weight: left)) }
  }
}
