/// Which ratings a heatmap shows.
public enum RiskView: String, CaseIterable, Sendable {
  /// As assessed.
  case inherent
  /// After the treatments in force.
  case residual
  /// Where we mean to be.
  case target

  /// The view after this one.
  public var next: RiskView {
    switch self {
    case .residual: .target
    case .target: .inherent
    case .inherent: .residual
    }
  }
}
