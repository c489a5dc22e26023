/// A partner as the domain sees it.
public struct Partner: Sendable {
  package let record: RecordRow

  package init(_ workspace: Workspace, _ row: Int) {
    record = RecordRow(workspace, .partner, row)
  }

  package var row: Int { record.row }
  /// Its id.
  public var id: RecordID { record.id }
  /// Official name.
  public var name: String { record.text(Slot.name) ?? id.text }
  /// Key of its kind.
  public var kindKey: String { record.word(Slot.kind) ?? "" }
  /// Key of its class.
  public var classKey: String { record.word(Slot.classKey) ?? "" }
  /// 1 to 3; nil where it has none.
  public var tier: Int? { record.integer(Slot.tier) }
  /// The tier that rules go by: none counts as 3.
  public var effectiveTier: Int { Self.effectiveTier(tier) }

  /// A tier between the first and the last one; the last where nobody said.
  static func effectiveTier(_ tier: Int?) -> Int { min(max(tier ?? lastTier, 1), lastTier) }

  /// The tier of those that matter least.
  static let lastTier = 3
  /// Key of its stage.
  public var stage: String { record.word(Slot.stage) ?? "prospect" }
  /// When its duties began; nil where nobody knows.
  public var activeSince: Day? { record.day(Slot.activeSince) }
  /// Who keeps the relationship.
  public var owner: RecordID? { record.reference(Slot.owner, .person) }
  /// Its figures.
  public var figure: PartnerFigure { record.workspace.partnerFigure(row: row) }
  /// Whether its kind and tier need a vetting decision.
  public var needsVetting: Bool {
    record.workspace.catalogues.needsVetting(kind: kindKey, tier: effectiveTier)
  }
  /// What lists call its kind in a narrow column.
  public var shortKind: String {
    record.workspace.catalogues.shortKind(kindKey)
  }

  package enum Slot {
    package static let name = Schema.partner.required("name")
    package static let aliases = Schema.partner.required("aliases")
    package static let classKey = Schema.partner.required("class")
    package static let kind = Schema.partner.required("kind")
    package static let country = Schema.partner.required("country")
    package static let state = Schema.partner.required("state")
    package static let city = Schema.partner.required("city")
    package static let owner = Schema.partner.required("owner")
    package static let tier = Schema.partner.required("tier")
    package static let stage = Schema.partner.required("stage")
    package static let activeSince = Schema.partner.required("active-since")
    package static let domains = Schema.partner.required("domains")
    package static let identifiers = Schema.partner.required("identifiers")
  }
}
