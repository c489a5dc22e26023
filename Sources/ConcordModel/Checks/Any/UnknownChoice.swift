/// A record that holds a key which no catalogue of the office has.
enum UnknownChoice: ConsistencyCheck {
  static let name = "record.unknown-choice"
  static let words = "A choice that the catalogue does not have"
  static let reason = "It has no words, and what goes by the catalogue does not know it."
  static let severity = CheckSeverity.warning

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    let workspace = scope.workspace
    return workspace.fields.schemas.flatMap { schema in
      let fields = choices(schema).map { ChoiceField($0, schema, workspace) }
      return fields.isEmpty
        ? []
        : scope.records(schema.kind) { record in
          fields.contains { !$0.knows(record[$0.slot], workspace) }
        }
    }
  }

  /// The fields in which a person chooses; what commands choose is none of theirs.
  private static func choices(_ schema: Schema) -> [Field] {
    schema.stored.filter { $0.type.catalogue != nil && $0.isWritten(inNew: true) }
  }

  /// A field, and which numbers of words its catalogue has.
  private struct ChoiceField {
    let slot: Int
    private let isSet: Bool
    private let catalogue: String
    private let known: [Bool]

    init(_ field: Field, _ schema: Schema, _ workspace: Workspace) {
      slot = schema.required(field.name)
      isSet = field.type.isSet
      catalogue = field.type.catalogue ?? ""
      let choices = workspace.catalogues[catalogue]
      known = workspace.texts.words.map { choices?[$0] != nil }
    }

    @inline(__always)
    func knows(_ cell: Int64, _ workspace: Workspace) -> Bool {
      if cell == Table.absent { return true }
      if !isSet { return known[Int(cell)] }
      return workspace.texts.elements(cell).allSatisfy {
        workspace.catalogues[catalogue]?[$0] != nil
      }
    }
  }

  /// The fields with keys that their catalogues do not have.
  private static func unknown(
    _ id: RecordID, _ workspace: Workspace
  ) -> [(field: Field, keys: [String])] {
    choices(workspace.fields[id.kind]).compactMap { field in
      let keys: [String]
      switch workspace.value(id, field.name) {
      case .text(let key)?: keys = [key]
      case .texts(let all)?: keys = all
      default: keys = []
      }
      let catalogue = field.type.catalogue.flatMap { workspace.catalogues[$0] }
      let unknown = keys.filter { catalogue?[$0] == nil }
      return unknown.isEmpty ? nil : (field, unknown)
    }
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    let parts = unknown(fault.record, workspace).map {
      "\($0.field.label) is “\($0.keys.joined(separator: ", "))”"
    }
    return CheckWords.any(fault.record, workspace)
      + ": \(parts.joined(separator: "; ")), which the catalogue does not have"
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    let field = unknown(fault.record, workspace).first?.field
    return CheckRemedy(
      "choose another", edit: fault.record,
      field.map { [.init($0.name, $0.label.uppercased())] } ?? [])
  }
}
