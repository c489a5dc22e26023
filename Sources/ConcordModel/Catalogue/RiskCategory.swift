/// The five categories of risk. They are fixed: the logic stands on them.
public enum RiskCategory: String, CaseIterable, Hashable, Sendable {
  /// Data reaches someone it should not.
  case security
  /// Someone inside the partner does harm.
  case insider
  /// One side gains and the other resents it.
  case inequity
  /// We cannot act without them.
  case control
  /// The law, an agreement or a right is broken.
  case legal

  /// Its place among them, from 1.
  package var place: Int {
    switch self {
    case .security: 1
    case .insider: 2
    case .inequity: 3
    case .control: 4
    case .legal: 5
    }
  }
}
