/// A policy or a catalogue of the office's own, as the domain sees it.
package struct OwnPolicy: Sendable {
  package let record: RecordRow

  package init(_ workspace: Workspace, _ row: Int) {
    record = RecordRow(workspace, .policy, row)
  }

  /// Its id.
  package var id: RecordID { record.id }
  /// `policy`, or the name of a catalogue.
  package var name: String { record.text(Slot.name) ?? "" }
  /// The whole file as JSON.
  package var text: String { record.text(Slot.text) ?? "" }

  /// What the policy itself is called among the catalogues.
  package static let policyName = "policy"

  /// The id of the record of a name: the same in every office.
  package static func id(of name: String) -> RecordID { .derived(.policy, from: ["policy", name]) }

  package enum Slot {
    package static let name = Schema.policy.required("name")
    package static let text = Schema.policy.required("text")
  }
}
