/// A level of risk: five ordered words, after NIST SP 800-30 r1. Ordinal: levels are counted and
/// compared, never averaged.
public enum Level: Int, Comparable, CaseIterable, Hashable, Sendable {
  case veryLow
  case low
  case moderate
  case high
  case veryHigh

  /// The key in the policy and in exports: `very-low` … `very-high`.
  public var key: String {
    switch self {
    case .veryLow: "very-low"
    case .low: "low"
    case .moderate: "moderate"
    case .high: "high"
    case .veryHigh: "very-high"
    }
  }

  /// The words for people: `very low` … `very high`.
  public var words: String {
    switch self {
    case .veryLow: "very low"
    case .low: "low"
    case .moderate: "moderate"
    case .high: "high"
    case .veryHigh: "very high"
    }
  }

  /// One or two letters: VL, L, M, H, VH.
  public var short: String {
    switch self {
    case .veryLow: "VL"
    case .low: "L"
    case .moderate: "M"
    case .high: "H"
    case .veryHigh: "VH"
    }
  }

  /// The level with this key; nil for any other text.
  public init?(key: String) {
    guard let level = Self.allCases.first(where: { $0.key == key }) else { return nil }
    self = level
  }

  /// Orders from very low to very high.
  public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
}
