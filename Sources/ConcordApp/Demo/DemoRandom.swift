/// The demo's dice: the same numbers for the same seed, on every machine (SplitMix64; Steele, Lea,
/// Flood 2014).
struct DemoRandom: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  /// Dice of their own for one purpose, so that a change of one part leaves the others as they were.
  init(_ seed: UInt64, _ purpose: UInt64, _ number: Int = 0) {
    var mixer = DemoRandom(seed ^ (purpose &* 0xD6E8_FEB8_6659_FD93))
    state = mixer.next() ^ (UInt64(bitPattern: Int64(number)) &* 0x9E37_79B9_7F4A_7C15)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number of a range; an empty one gives its lower bound.
  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// True in so many of a hundred cases.
  mutating func chance(_ percent: Int) -> Bool { number(0...99) < percent }

  /// One of the choices.
  mutating func pick<Element>(_ choices: [Element], or other: Element) -> Element {
    choices.isEmpty ? other : choices[number(0...choices.count - 1)]
  }

  /// One of the texts; empty where there is none.
  mutating func pick(_ choices: [String]) -> String { pick(choices, or: "") }

  /// The place of a choice, by weight.
  mutating func place(_ weights: [Int]) -> Int {
    let total = weights.reduce(0, +)
    guard total > 0 else { return 0 }
    var rest = number(0...total - 1)
    for (place, weight) in weights.enumerated() {
      if rest < weight { return place }
      rest -= weight
    }
    return weights.count - 1
  }
}
