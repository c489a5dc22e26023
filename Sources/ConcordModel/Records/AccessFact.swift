/// An access fact as the domain sees it: what sharing and insider rules read.
public struct AccessFact: Sendable {
  package let record: RecordRow

  package init(_ workspace: Workspace, _ row: Int) {
    record = RecordRow(workspace, .accessFact, row)
  }

  package var row: Int { record.row }
  /// Its id.
  public var id: RecordID { record.id }
  /// Of whom it is true.
  public var partner: RecordID? { record.reference(Slot.partner, .partner) }
  /// Key of its kind.
  public var kind: String { record.word(Slot.kind) ?? "" }
  /// What it reaches.
  public var scope: String? { record.text(Slot.scope) }
  /// Link, date, document reference.
  public var evidence: String? { record.text(Slot.evidence) }
  /// Who saw the evidence.
  public var checkedBy: RecordID? { record.reference(Slot.checkedBy, .person) }
  /// Since when.
  public var from: Day? { record.day(Slot.from) }
  /// The last day that it holds; nil where it has no end.
  public var until: Day? { record.day(Slot.until) }

  /// Whether it holds on a day; its last day counts.
  public func isInForce(on day: Day) -> Bool {
    (from.map { $0 <= day } ?? false) && (until.map { $0 >= day } ?? true)
  }

  /// Whether it lets people of the partner at something.
  public var givesPeopleAccess: Bool { entry?.holds("people") ?? false }
  /// Whether it guards access and gives none.
  public var isSafeguard: Bool { entry?.holds("safeguard") ?? false }

  private var entry: CatalogueEntry? { record.workspace.catalogues[.accessFacts][kind] }

  /// Key of the attestation that people were screened.
  package static let screening = "screening"
  /// Key of monitoring.
  package static let monitoring = "monitoring"

  package enum Slot {
    package static let partner = Schema.accessFact.required("partner")
    package static let kind = Schema.accessFact.required("kind")
    package static let scope = Schema.accessFact.required("scope")
    package static let evidence = Schema.accessFact.required("evidence")
    package static let checkedBy = Schema.accessFact.required("checked-by")
    package static let from = Schema.accessFact.required("from")
    package static let until = Schema.accessFact.required("until")
  }
}
