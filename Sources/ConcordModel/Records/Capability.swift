/// A capability of a partner as the domain sees it.
public struct Capability: Sendable {
  package let record: RecordRow

  package init(_ workspace: Workspace, _ row: Int) {
    record = RecordRow(workspace, .capability, row)
  }

  package var row: Int { record.row }
  /// Its id.
  public var id: RecordID { record.id }
  /// Who has it.
  public var partner: RecordID? { record.reference(Slot.partner, .partner) }
  /// What they can do.
  public var name: String { record.text(Slot.name) ?? id.text }
  /// Key of the mission area.
  public var mission: String? { record.word(Slot.mission) }
  /// Where.
  public var region: String? { record.text(Slot.region) }
  /// Whether we need it.
  public var isNeeded: Bool { record.truth(Slot.needed) }
  /// Where else it could come from.
  public var alternative: String? { record.text(Slot.alternative) }

  package enum Slot {
    package static let partner = Schema.capability.required("partner")
    package static let name = Schema.capability.required("name")
    package static let mission = Schema.capability.required("mission")
    package static let region = Schema.capability.required("region")
    package static let needed = Schema.capability.required("needed")
    package static let alternative = Schema.capability.required("alternative")
  }
}
