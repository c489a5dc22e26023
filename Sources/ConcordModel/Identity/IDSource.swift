/// Where new ids and salts come from: the system's randomness, or a seed that makes a run repeatable.
public struct IDSource: Sendable {
  private var state: UInt64?

  /// Random from the system's generator.
  public static let random = IDSource(state: nil)

  /// The same sequence for the same `seed` and `position` (the journal's next line number), so that
  /// two runs of a program continue one another instead of repeating ids.
  public static func seeded(_ seed: UInt64, position: UInt64) -> IDSource {
    var mixer = IDSource(state: seed)
    let first = mixer.next64()
    return IDSource(state: first ^ (position &* 0x9E37_79B9_7F4A_7C15))
  }

  /// 64 bits more. The seeded form is SplitMix64 (Steele, Lea, Flood 2014).
  public mutating func next64() -> UInt64 {
    guard var seed = state else { return UInt64.random(in: .min ... .max) }
    seed &+= 0x9E37_79B9_7F4A_7C15
    state = seed
    var mixed = seed
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A new id of `kind`.
  public mutating func id(_ kind: RecordKind) -> RecordID {
    RecordID(kind, bits: next64())
  }
}
