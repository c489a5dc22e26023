import ConcordCanvas
import ConcordJSON
import ConcordModel

/// One record with its fields and what belongs to it: `concord show`.
public struct RecordPage: Sendable {
  /// Any unique beginning of an id, a partner's exact name, or a person's handle.
  public var text: String
  /// Whether it is written as JSON.
  public var isJSON = false

  /// The page of a record.
  public init(_ text: String) { self.text = text }

  /// Records that refer to the one shown, by the kind and field that does.
  private struct Related {
    let kind: RecordKind
    let field: Field
    let rows: [Int]
  }

  /// Writes it on standard output.
  public func write(_ common: CommonOptions) throws(CommandLineFailure) {
    let session = try common.session()
    let workspace = session.workspace
    guard let id = try VerbProgram.find([text], kinds: [], session).first,
      let row = workspace.row(id)
    else { throw CommandLineFailure(.unknownRecord(Text.visible(text))) }
    var output = StandardOutput.output
    if isJSON {
      try output.bytes(json(id, row, workspace))
      try output.line()
    } else {
      try writeText(id, row, session, to: &output)
    }
    try output.flush()
  }

  private func related(_ id: RecordID, _ row: Int, _ workspace: Workspace) -> [Related] {
    var result: [Related] = []
    for schema in workspace.fields.schemas {
      let table = workspace[schema.kind]
      for field in schema.stored {
        guard let kinds = field.type.referenceKinds, kinds.contains(id.kind),
          let slot = schema.slot(field.name),
          workspace.references.covers(schema.kind, slot: slot, parent: id.kind)
        else { continue }
        let rows = workspace.references.rows(
          schema.kind, slot: slot, parent: id.kind, parentRow: row
        ).filter { table.isPresent($0) }
        if !rows.isEmpty { result.append(Related(kind: schema.kind, field: field, rows: rows)) }
      }
    }
    return result
  }

  // MARK: Text

  private func writeText(
    _ id: RecordID, _ row: Int, _ session: Session, to output: inout StandardOutput
  ) throws(CommandLineFailure) {
    let workspace = session.workspace
    let words = ValueWords(session)
    let schema = workspace.fields[id.kind]
    try output.line("\(id.text)  \(workspace.title(id))")
    try output.line()
    let shown = schema.fields.compactMap { field -> (String, String)? in
      let text = words.text(field.name, id.kind, row: row)
      return text.isEmpty ? nil : (field.label, text)
    }
    let own = workspace.ownValues(workspace[id.kind], row).map {
      ($0.name, words.text($0.value, .text))
    }
    let width = (shown + own).map { $0.0.count }.max() ?? 0
    for (label, text) in shown + own {
      let head = label + String(repeating: " ", count: width - label.count + 2)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for (place, line) in lines.enumerated() {
        let lead = place == 0 ? head : String(repeating: " ", count: width + 2)
        try output.line(lead + String(line))
      }
    }
    let conflicts = workspace.conflicts(id)
    if !conflicts.isEmpty {
      try output.line()
      try output.line("Written at the same time (concord settle chooses)")
      for conflict in conflicts {
        for line in ConflictDocument(session).lines(conflict) { try output.line("  " + line) }
      }
    }
    for group in related(id, row, workspace) {
      try output.line()
      let name = workspace.fields[group.kind].plural
      let title = name.prefix(1).uppercased() + name.dropFirst()
      let byField = group.field.name == schema.word ? "" : " (\(group.field.label.lowercased()))"
      try output.line("\(title)\(byField)")
      let columns = workspace.fields[group.kind].columns
        .filter { $0 != group.field.name && !(id.kind == .partner && $0 == "partner") }
      var table = TextTable(columns.map { TextTable.Column(head: $0) }, widest: 60)
      for other in group.rows {
        table.add(
          columns.map { column in
            guard column != "id" else {
              return workspace.shortID(workspace[group.kind].id(other))
            }
            return OperationWords.oneLine(words.text(column, group.kind, row: other))
          })
      }
      try table.write(to: &output, indent: "  ", hasHead: false)
    }
  }

  // MARK: JSON

  private func json(_ id: RecordID, _ row: Int, _ workspace: Workspace) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("version")
    json.integer(1)
    json.key("kind")
    json.string(workspace.fields[id.kind].word)
    json.key("record")
    RecordDocument(id.kind).write(row, workspace, to: &json)
    json.key("related")
    json.beginArray()
    for group in related(id, row, workspace) {
      json.beginObject()
      json.key("kind")
      json.string(workspace.fields[group.kind].word)
      json.key("by")
      json.string(group.field.name)
      json.key("records")
      json.beginArray()
      let document = RecordDocument(group.kind)
      for other in group.rows { document.write(other, workspace, to: &json) }
      json.endArray()
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.bytes
  }
}
