import ConcordInterchange
import ConcordJSON
import ConcordModel

/// What a list is to show: `concord list` and `concord export`.
public struct RecordList: Sendable {
  /// The plural, word or letter of a kind of the table of fields, or `changes`.
  public var kind: String
  /// A filter.
  public var query = ""
  /// A field, with `-` in front for the greatest first.
  public var sort: String?
  /// Columns in their order; nil for the kind's own.
  public var columns: [String]?
  /// At most so many records.
  public var limit: Int?
  /// How it is written.
  public var format = OutputFormat.table

  /// All records of a kind.
  public init(kind: String) { self.kind = kind }

  /// The records that words ask for: without a kind the first may be one's plural, as in
  /// `flags risk>=high`; else they are partners.
  public init(kind: String?, words: [String]) {
    var words = words[...]
    if let kind {
      self.kind = kind
    } else if let first = words.first,
      let schema = FieldTable.standard.schemas.first(where: { $0.plural == first.lowercased() })
    {
      self.kind = schema.plural
      words = words.dropFirst()
    } else {
      self.kind = FieldTable.standard[.partner].plural
    }
    query = words.joined(separator: " ")
  }

  /// Writes the list on standard output.
  public func write(_ common: CommonOptions) throws(CommandLineFailure) {
    if let limit, limit < 0 {
      throw CommandLineFailure(.usage, "--limit is \(limit): expected 0 or more")
    }
    var output = StandardOutput.output
    if kind.lowercased() == "changes" {
      let session = try common.session()
      try ChangeLog(self).write(session, to: &output)
    } else {
      guard let schema = FieldTable.standard.schema(named: kind) else {
        throw CommandLineFailure(Self.unknownKind(kind, or: ["changes"]))
      }
      let session = try common.session()
      try write(schema, session, to: &output)
    }
    try output.flush()
  }

  /// Records of a kind as a table with the kind's own columns and their ids: what a pager gets.
  static func table(
    _ kind: RecordKind, _ records: [RecordID], _ session: Session
  ) -> [String] {
    let workspace = session.workspace
    let names = workspace.fields[kind].columns.filter { $0 != "id" } + ["id"]
    let shown = names.compactMap { try? RecordColumn($0, kind, in: workspace) }
    var table = TextTable(
      shown.map { TextTable.Column(head: $0.label, isRight: $0.isNumber) },
      widest: widestOnTerminal)
    let words = ValueWords(session)
    for row in records.compactMap({ workspace.row($0) }) {
      table.add(shown.map { $0.words(row, workspace, words) })
    }
    return table.lines()
  }

  static func unknownKind(_ kind: String, or others: [String] = []) -> CommandError {
    let kinds = (FieldTable.standard.schemas.map(\.plural) + others).joined(separator: ", ")
    return .invalid(
      parameter: "KIND", value: Text.visible(kind), expected: "one of \(kinds)")
  }

  // MARK: Records

  private func write(
    _ schema: Schema, _ session: Session, to output: inout StandardOutput
  ) throws(CommandLineFailure) {
    let workspace = session.workspace
    let rows = try rows(schema, session)
    switch format {
    case .table:
      let shown = try self.columns(columns ?? schema.columns, schema, workspace)
      var table = TextTable(
        shown.map { TextTable.Column(head: $0.label, isRight: $0.isNumber) },
        widest: output.isTerminal ? Self.widestOnTerminal : .max)
      let words = ValueWords(session)
      for row in rows { table.add(shown.map { $0.words(row, workspace, words) }) }
      try table.write(to: &output)
    case .csv, .tsv:
      let names = columns ?? ["id"] + schema.columns.filter { $0 != "id" }
      let shown = try self.columns(names, schema, workspace)
      var writer = CSVWriter(separator: format == .csv ? .comma : .tab)
      writer.row(shown.map(\.name))
      for row in rows {
        writer.row(shown.map { $0.cell(row, workspace) })
      }
      try output.bytes(writer.bytes)
    case .json, .jsonl:
      let shown: [RecordColumn]? =
        if let columns { try self.columns(columns, schema, workspace) } else { nil }
      let document = RecordDocument(schema.kind, columns: shown)
      if format == .json {
        try document.writeAll(rows, workspace, to: &output)
      } else {
        try document.writeLines(rows, workspace, to: &output)
      }
    }
  }

  /// On a terminal a cell is cut to so many columns: a note would push everything else away.
  private static let widestOnTerminal = 44

  func columns(
    _ names: [String], _ schema: Schema, _ workspace: Workspace
  ) throws(CommandLineFailure) -> [RecordColumn] {
    var result: [RecordColumn] = []
    for name in names where !name.isEmpty {
      result.append(try RecordColumn(name, schema.kind, in: workspace))
    }
    guard !result.isEmpty else { throw CommandLineFailure(.usage, "--columns names no column") }
    return result
  }

  /// The rows that the filter lets through, in their order.
  func rows(_ schema: Schema, _ session: Session) throws(CommandLineFailure) -> [Int] {
    let workspace = session.workspace
    let plan = FilterPlan(
      Filter(query), kind: schema.kind, in: workspace, me: session.actor.person)
    if let problem = plan.problems.first { throw CommandLineFailure(problem) }
    let order = SortOrder(text: sort ?? Self.standardOrder(schema.kind))
    if sort != nil, order.field != "id", schema.field(order.field) == nil {
      throw CommandLineFailure(
        .unknownField(
          order.field,
          nearest: NearestName.of(order.field, among: schema.fields.map(\.name))))
    }
    var rows = Listing(schema.kind, order, in: workspace).rows(plan, in: workspace).rows
      .map { Int($0) }
    if order.field == "id" {
      let table = workspace[schema.kind]
      rows.sort { (table.id($0) < table.id($1)) != order.isDescending }
    }
    if let limit { rows = Array(rows.prefix(limit)) }
    return rows
  }

  /// The order of a kind's list where nobody says.
  private static func standardOrder(_ kind: RecordKind) -> String {
    switch kind {
    case .partner: "name"
    case .flag: "-score"
    case .task, .treatment, .vettingCase: "due"
    case .person: "handle"
    case .decision: "-at"
    case .agreement: "ends"
    case .accessFact: "until"
    case .exchange, .exercise, .engagement: "-date"
    case .incident: "-noticed"
    case .finding: "-day"
    default: "id"
    }
  }
}
