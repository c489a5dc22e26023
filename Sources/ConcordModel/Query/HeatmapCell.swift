/// A cell of the heatmap, in any of its forms.
public enum HeatmapCell: Hashable, Sendable {
  /// Likelihood by impact.
  case rating(Rating)
  /// Risk category by kind of partner, both by their keys.
  case kind(category: String, kind: String)
  /// Partner by risk category.
  case partner(RecordID, category: String)

  /// The filter of flags that lets through what stands in the cell, and nothing else.
  public func flagFilter(_ view: RiskView) -> String {
    switch self {
    case .rating(let rating):
      let prefix =
        switch view {
        case .inherent: ""
        case .residual: "residual-"
        case .target: "target-"
        }
      return "\(prefix)likelihood:\(rating.likelihood) \(prefix)impact:\(rating.impact) live:yes"
    case .kind(let category, let kind):
      return "kind:\(kind) " + Self.filter(category, view)
    case .partner(let partner, let category):
      return "partner:\(partner.text) " + Self.filter(category, view)
    }
  }

  private static func filter(_ category: String, _ view: RiskView) -> String {
    "category:\(category) live:yes" + (view == .target ? " target:any" : "")
  }

  /// The filter of partners that lets through those with a flag in the cell, and nobody else.
  public func partnerFilter(_ view: RiskView) -> String {
    switch self {
    case .rating: "flag:\"\(flagFilter(view))\""
    case .kind(let category, let kind): "kind:\(kind) flag:\"\(Self.filter(category, view))\""
    case .partner(let partner, let category):
      "id:\(partner.text) flag:\"\(Self.filter(category, view))\""
    }
  }
}
