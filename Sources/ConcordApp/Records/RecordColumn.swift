import ConcordInterchange
import ConcordJSON
import ConcordModel

/// A column of a list: a field of the records, of the partner that they belong to, or their id.
package struct RecordColumn: Sendable {
  private enum Source: Sendable {
    case id(ShortIDs?)
    case field(Field)
    case partner(Field)
    case own
  }

  /// How options and machine formats call it.
  package let name: String
  /// How a head calls it.
  package let label: String
  private let kind: RecordKind
  private let source: Source

  /// The column called `name`.
  package init(
    _ name: String, _ kind: RecordKind, in workspace: Workspace
  ) throws(CommandLineFailure) {
    self.name = name
    self.kind = kind
    let schema = workspace.fields[kind]
    if name == "id" {
      label = "Id"
      source = .id(ShortIDs(kind, in: workspace))
    } else if let field = schema.field(name) {
      label = field.label
      source = .field(field)
    } else if name.hasPrefix("x.") {
      label = name
      source = .own
    } else if kind != .partner, schema.slot("partner") != nil,
      let field = workspace.fields[.partner].field(name)
    {
      label = field.label
      source = .partner(field)
    } else {
      throw CommandLineFailure(
        .unknownField(
          name, nearest: NearestName.of(name, among: ["id"] + schema.fields.map(\.name))))
    }
  }

  /// Whether it stands at the right.
  package var isNumber: Bool {
    switch source {
    case .field(let field), .partner(let field):
      if case .integer = field.type { true } else { false }
    default: false
    }
  }

  private var field: Field? {
    switch source {
    case .field(let field), .partner(let field): field
    case .id, .own: nil
    }
  }

  private func value(_ row: Int, _ workspace: Workspace) -> (value: FieldValue, type: FieldType)? {
    switch source {
    case .id: return nil
    case .field(let field):
      return workspace.anyValue(kind, row: row, field).map { ($0, field.type) }
    case .partner(let field):
      guard let partner = workspace.partnerRow(of: kind, row: row) else { return nil }
      return workspace.anyValue(.partner, row: partner, field).map { ($0, field.type) }
    case .own:
      return workspace.storedValue(kind, row: row, name).map { ($0, .text) }
    }
  }

  /// For people.
  func words(_ row: Int, _ workspace: Workspace, _ words: ValueWords) -> String {
    if case .id(let short) = source {
      let id = workspace[kind].id(row)
      return short?.text(id) ?? id.text
    }
    guard let (value, type) = value(row, workspace) else { return "" }
    return OperationWords.oneLine(words.text(value, type))
  }

  /// For programs: keys, ids, moments in ISO 8601, sets as an import reads them.
  package func cell(_ row: Int, _ workspace: Workspace) -> String {
    if case .id = source { return workspace[kind].id(row).text }
    guard let (value, type) = value(row, workspace) else { return "" }
    if case .texts(let elements) = value, let field { return ListCell.text(elements, of: field) }
    return MachineValue.text(value, type)
  }

  /// For programs; false where there is no value.
  package func write(
    _ row: Int, _ workspace: Workspace, to json: inout JSONWriter
  ) -> Bool {
    if case .id = source {
      json.key(name)
      json.string(workspace[kind].id(row).text)
      return true
    }
    guard let (value, type) = value(row, workspace) else { return false }
    json.key(name)
    MachineValue.write(value, type, to: &json)
    return true
  }
}
