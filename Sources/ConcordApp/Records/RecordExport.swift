import ConcordInterchange
import ConcordJSON
import ConcordModel

/// All stored fields of the records of a kind, so that an import gives them back: `concord export`.
public struct RecordExport: Sendable {
  /// What to export, in which order.
  public var list: RecordList
  /// A file that is put in place when it is whole; nil or `-` for standard output.
  public var path: String?

  /// An export.
  public init(_ list: RecordList, path: String? = nil) {
    self.list = list
    self.path = path
  }

  /// Writes it.
  public func write(_ common: CommonOptions) throws(CommandLineFailure) {
    guard let schema = FieldTable.standard.schema(named: list.kind) else {
      throw CommandLineFailure(RecordList.unknownKind(list.kind))
    }
    let session = try common.session()
    if let path { try FileReplacement.check(path, "out", session.settings) }
    let rows = try list.rows(schema, session)
    let path = path ?? "-"
    try FileReplacement.write(path) { output throws(CommandLineFailure) in
      try write(rows, schema, session.workspace, to: &output)
    }
    guard path != "-" else { return }
    let noun = rows.count == 1 ? schema.word : schema.plural
    StandardOutput.say("\(rows.count) \(noun) written to \(path)")
  }

  private func write(
    _ rows: [Int], _ schema: Schema, _ workspace: Workspace, to output: inout StandardOutput
  ) throws(CommandLineFailure) {
    switch list.format {
    case .json:
      try RecordDocument(schema.kind, isStoredOnly: true).writeAll(rows, workspace, to: &output)
    case .jsonl:
      try RecordDocument(schema.kind, isStoredOnly: true).writeLines(rows, workspace, to: &output)
    case .csv, .tsv, .table:
      var names = ["id"] + schema.stored.map(\.name)
      var own: Set<String> = []
      for row in rows {
        for value in workspace.ownValues(workspace[schema.kind], row)
        where value.name.hasPrefix("x.") {
          own.insert(value.name)
        }
      }
      names += own.sorted()
      let columns = try list.columns(names, schema, workspace)
      var writer = CSVWriter(separator: list.format == .tsv ? .tab : .comma)
      writer.row(columns.map(\.name))
      for row in rows { writer.row(columns.map { $0.cell(row, workspace) }) }
      try output.bytes(writer.bytes)
    }
  }
}
