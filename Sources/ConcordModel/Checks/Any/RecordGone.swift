/// A record that refers to one that is not there.
enum RecordGone: ConsistencyCheck {
  static let name = "record.refers-to-gone"
  static let words = "Refers to a record that is not there"
  static let reason = "It belongs to something that was taken away, or has not come from elsewhere."
  static let severity = CheckSeverity.error

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    let workspace = scope.workspace
    var found: Set<RecordID> = []
    // What refers to it is known of each record, of those that are not there too.
    for field in workspace.references.fields where field.child != .decision {
      let parents = workspace[field.parent]
      let children = workspace[field.child]
      guard children.count > 0 else { continue }
      for row in 0..<parents.count where !parents.isPresent(row) {
        for child in workspace.references.rows(
          field.child, slot: field.slot, parent: field.parent, parentRow: row)
        where children.isPresent(child) { found.insert(children.id(child)) }
      }
    }
    return found.sorted().map { CheckFault($0) }
  }

  /// The fields that name records that are not there, and which.
  private static func fields(
    _ id: RecordID, _ workspace: Workspace
  ) -> [(field: Field, gone: [String])] {
    workspace.fields[id.kind].stored.compactMap { field in
      guard let kinds = field.type.referenceKinds, kinds != [.person] else { return nil }
      let named: [String]
      switch workspace.value(id, field.name) {
      case .text(let text)?: named = [text]
      case .texts(let texts)?: named = texts
      default: named = []
      }
      let gone = named.filter { text in !(RecordID(text).map { workspace.contains($0) } ?? false) }
      return gone.isEmpty ? nil : (field, gone)
    }
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    let parts = fields(fault.record, workspace).map {
      "\($0.field.label) \($0.gone.joined(separator: ", "))"
    }
    return CheckWords.any(fault.record, workspace)
      + ": \(parts.joined(separator: "; ")) is not there"
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    guard let field = fields(fault.record, workspace).first?.field,
      field.isWritten(inNew: false)
    else {
      return CheckRemedy(
        "take it away", RecordEnd.specification.name, on: fault.record, [.init("reason", "WHY")])
    }
    return CheckRemedy(
      "name one that is there", edit: fault.record, [.init(field.name, field.label.uppercased())])
  }
}
