/// How a flag of the demo stands today, and so which decisions led there.
enum DemoDisposition {
  case open(owner: UInt8?)
  case escalated(to: UInt8)
  case planned
  case inForce
  case overdue
  case accepted
  case acceptedLapsed
  case transferred
  case snoozed
  case snoozedBack
  case ratingRose
  case limited
  case dismissed
  case closed
}

/// How bad a flag of the demo is today.
enum DemoSeverity: Int, CaseIterable {
  case veryHigh, high, moderate, low

  /// Ratings of this level in the default matrix (NIST SP 800-30 r1, table I-2).
  var ratings: [(likelihood: UInt8, impact: UInt8)] {
    switch self {
    case .veryHigh: [(5, 5), (4, 5)]
    case .high: [(5, 4), (4, 4), (3, 5), (4, 4)]
    case .moderate: [(4, 3), (3, 3), (3, 4), (5, 3), (2, 5), (3, 3)]
    case .low: [(2, 2), (2, 3), (3, 2), (2, 4), (1, 4), (4, 2), (1, 3), (2, 1)]
    }
  }
}
