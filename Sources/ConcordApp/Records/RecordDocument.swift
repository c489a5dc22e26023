import ConcordJSON
import ConcordModel

/// Records as JSON.
struct RecordDocument {
  private let kind: RecordKind
  /// The members to write; nil for all that a record has.
  private let columns: [RecordColumn]?
  /// Whether figures that are worked out are written along.
  private let isStoredOnly: Bool

  init(_ kind: RecordKind, columns: [RecordColumn]? = nil, isStoredOnly: Bool = false) {
    self.kind = kind
    self.columns = columns
    self.isStoredOnly = isStoredOnly
  }

  /// `{"version":1,"kind":…,"count":…,"records":[…]}`, a record a line.
  func writeAll(
    _ rows: [Int], _ workspace: Workspace, to output: inout StandardOutput
  ) throws(CommandLineFailure) {
    let word = workspace.fields[kind].word
    var start = JSONWriter()
    start.beginObject()
    start.key("version")
    start.integer(1)
    start.key("kind")
    start.string(word)
    start.key("count")
    start.integer(rows.count)
    start.key("records")
    start.beginArray()
    try output.bytes(start.bytes)
    for (place, row) in rows.enumerated() {
      try output.bytes((place == 0 ? "\n" : ",\n").utf8)
      var json = JSONWriter()
      write(row, workspace, to: &json)
      try output.bytes(json.bytes)
    }
    try output.bytes("\n]}\n".utf8)
  }

  /// One object a line.
  func writeLines(
    _ rows: [Int], _ workspace: Workspace, to output: inout StandardOutput
  ) throws(CommandLineFailure) {
    for row in rows {
      var json = JSONWriter()
      write(row, workspace, to: &json)
      json.newline()
      try output.bytes(json.bytes)
    }
  }

  /// A record as an object; members without a value are left out.
  func write(_ row: Int, _ workspace: Workspace, to json: inout JSONWriter) {
    json.beginObject()
    if let columns {
      for column in columns { _ = column.write(row, workspace, to: &json) }
    } else {
      writeMembers(row, workspace, to: &json)
    }
    json.endObject()
  }

  private func writeMembers(_ row: Int, _ workspace: Workspace, to json: inout JSONWriter) {
    let schema = workspace.fields[kind]
    json.key("id")
    json.string(workspace[kind].id(row).text)
    for field in isStoredOnly ? schema.stored : schema.fields {
      guard let value = workspace.anyValue(kind, row: row, field) else { continue }
      json.key(field.name)
      MachineValue.write(value, field.type, to: &json)
    }
    for own in workspace.ownValues(workspace[kind], row) where schema.field(own.name) == nil {
      json.key(MachineValue.safe(own.name))
      MachineValue.write(own.value, .text, to: &json)
    }
  }
}
