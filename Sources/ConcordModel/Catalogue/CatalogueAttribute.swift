/// A field that the rows of one catalogue have beyond key, words and short words.
struct CatalogueAttribute: Sendable {
  enum Kind: Sendable {
    case truth
    case number(ClosedRange<Int>)
    case numbers(ClosedRange<Int>)
    /// One number for each tier, 1 to 3.
    case numbersByTier(ClosedRange<Int>)
    case text
    case texts
    /// A key of another catalogue.
    case key(CatalogueName)
    /// Keys of another catalogue.
    case keys(CatalogueName)
  }

  let name: String
  let kind: Kind
  let isRequired: Bool

  init(_ name: String, _ kind: Kind, isRequired: Bool = true) {
    self.name = name
    self.kind = kind
    self.isRequired = isRequired
  }
}

/// The value of an attribute in one row.
public enum CatalogueValue: Hashable, Sendable {
  /// Yes or no.
  case truth(Bool)
  /// A whole number.
  case number(Int)
  /// Whole numbers, in their order.
  case numbers([Int])
  /// A text, or a key of another catalogue.
  case text(String)
  /// Texts, or keys of another catalogue, in their order.
  case texts([String])
}

extension CatalogueName {
  /// What the rows of this catalogue hold besides the common fields.
  var attributes: [CatalogueAttribute] {
    switch self {
    case .kinds:
      [
        CatalogueAttribute("class", .key(.classes)),
        CatalogueAttribute("vetting", .numbers(1...3)),
        CatalogueAttribute("exercise", .numbersByTier(0...120), isRequired: false),
      ]
    case .stages:
      [CatalogueAttribute("managed", .truth), CatalogueAttribute("next", .keys(.stages))]
    case .states:
      [CatalogueAttribute("territory", .truth), CatalogueAttribute("region", .key(.regions))]
    case .countries:
      [CatalogueAttribute("alpha3", .text), CatalogueAttribute("region", .key(.regions))]
    case .linkKinds: [CatalogueAttribute("review", .truth, isRequired: false)]
    case .treatments:
      [
        CatalogueAttribute("category", .key(.categories)),
        CatalogueAttribute("likelihood", .number(0...4)),
        CatalogueAttribute("impact", .number(0...4)),
        CatalogueAttribute("days", .number(1...3650)),
      ]
    case .flagStatuses: [CatalogueAttribute("live", .truth)]
    case .checklists:
      [
        CatalogueAttribute("criterion", .key(.criteria)),
        CatalogueAttribute("mandatory", .truth),
        CatalogueAttribute("days", .number(1...3650)),
        CatalogueAttribute("tiers", .numbers(1...3)),
        CatalogueAttribute("classes", .keys(.classes), isRequired: false),
        CatalogueAttribute("kinds", .keys(.kinds), isRequired: false),
      ]
    case .taskStatuses: [CatalogueAttribute("open", .truth)]
    case .agreementTypes:
      [CatalogueAttribute("counsel", .truth), CatalogueAttribute("covers-data", .truth)]
    case .markings:
      [CatalogueAttribute("scheme", .text), CatalogueAttribute("rank", .number(0...9))]
    case .accessFacts:
      [
        CatalogueAttribute("people", .truth, isRequired: false),
        CatalogueAttribute("safeguard", .truth, isRequired: false),
      ]
    case .agreementStates: [CatalogueAttribute("in-force", .truth)]
    case .exchangeKinds:
      [
        CatalogueAttribute("unit", .text),
        CatalogueAttribute("points", .number(0...1_000_000)),
        CatalogueAttribute("per", .number(1...1_000_000)),
        CatalogueAttribute("mutual", .truth), CatalogueAttribute("agreement", .truth),
        CatalogueAttribute("data", .truth, isRequired: false),
      ]
    default: []
    }
  }

  /// The keys that the logic stands on, where an office can change only the words; nil where it
  /// can add entries.
  var fixedKeys: [String]? {
    switch self {
    case .classes: PartnerClass.allCases.map(\.rawValue)
    case .categories: RiskCategory.allCases.map(\.rawValue)
    case .benefits: Benefit.allCases.map(\.rawValue)
    default: nil
    }
  }

  /// Whether its entries stand in narrow columns.
  var hasShortWords: Bool { self != .treatments && self != .checklists }
}
