import ConcordDashboard
import ConcordInterchange
import ConcordJSON
import ConcordModel

/// Changes of the journal, the newest first: `concord log` and `concord list changes`.
public struct ChangeLog: Sendable {
  /// Only those that touched this record.
  public var record: String?
  /// Only this author's.
  public var author: String?
  /// At most so many.
  public var limit: Int?
  /// Table for people, or JSON.
  public var format = OutputFormat.table
  private var words: [String] = []
  private var command: String?
  private var columns: [String]?
  private var isOldestFirst = false

  /// All changes.
  public init() {}

  /// The columns that a list of changes has.
  package static let columns = ["id", "time", "author", "account", "command", "records", "reason"]

  /// The changes that a list asks for.
  init(_ list: RecordList) throws(CommandLineFailure) {
    limit = list.limit
    format = list.format
    columns = list.columns
    for name in list.columns ?? [] where !Self.columns.contains(name) {
      throw CommandLineFailure(
        .unknownField(name, nearest: NearestName.of(name, among: Self.columns)))
    }
    switch list.sort {
    case nil, "-time": isOldestFirst = false
    case "time": isOldestFirst = true
    case .some(let name):
      throw CommandLineFailure(.unknownField(name, nearest: "time"))
    }
    let filter = Filter(list.query)
    if let problem = filter.problems.first { throw CommandLineFailure(problem) }
    for term in filter.terms {
      if case .field(let name, let comparison, "") = term {
        throw CommandLineFailure(.incomplete(name + comparison.rawValue, needs: "a value"))
      }
      switch term {
      case .word(let word), .phrase(let word): words.append(word)
      case .field("author", _, let value), .field("by", _, let value): author = value
      case .field("command", _, let value): command = value
      case .field("record", _, let value), .field("records", _, let value): record = value
      case .field(let name, _, _):
        throw CommandLineFailure(
          .unknownField(
            name, nearest: NearestName.of(name, among: ["author", "command", "record"])))
      case .not, .any:
        throw CommandLineFailure(
          .usage, "changes are filtered by words, author:, command: and record: only")
      }
    }
  }

  /// Writes them on standard output.
  public func write(_ common: CommonOptions) throws(CommandLineFailure) {
    if let limit, limit < 0 {
      throw CommandLineFailure(.usage, "--limit is \(limit): expected 0 or more")
    }
    let session = try common.session()
    var output = StandardOutput.output
    try write(session, to: &output)
    try output.flush()
  }

  func write(
    _ session: Session, to output: inout StandardOutput
  ) throws(CommandLineFailure) {
    let changes = try changes(session)
    let workspace = session.workspace
    switch format {
    case .table:
      let widest = output.isTerminal ? 60 : Int.max
      var table = TextTable(
        (columns ?? ["id", "time", "author", "command", "records", "reason"]).map {
          TextTable.Column(head: $0.prefix(1).uppercased() + $0.dropFirst())
        }, widest: widest)
      for change in changes {
        table.add(
          (columns ?? ["id", "time", "author", "command", "records", "reason"]).map {
            $0 == "records" ? subjects(change, workspace) : cell($0, change)
          })
      }
      try table.write(to: &output)
    case .csv, .tsv:
      var writer = CSVWriter(separator: format == .csv ? .comma : .tab)
      writer.row(columns ?? Self.columns)
      for change in changes { writer.row((columns ?? Self.columns).map { cell($0, change) }) }
      try output.bytes(writer.bytes)
    case .json:
      try output.bytes("{\"version\":1,\"count\":\(changes.count),\"changes\":[".utf8)
      for (place, change) in changes.enumerated() {
        try output.bytes((place == 0 ? "\n" : ",\n").utf8)
        try output.bytes(ChangeDocument.bytes(change))
      }
      try output.bytes("\n]}\n".utf8)
    case .jsonl:
      for change in changes {
        try output.bytes(ChangeDocument.bytes(change))
        try output.bytes("\n".utf8)
      }
    }
  }

  private func changes(_ session: Session) throws(CommandLineFailure) -> [Transaction] {
    var id: RecordID?
    if let record { id = try VerbProgram.find([record], kinds: [], session).first }
    let isNarrowed = !words.isEmpty || command != nil || isOldestFirst
    var changes: [Transaction]
    do {
      changes = try session.store.history(
        record: id, by: author, limit: isNarrowed ? .max : limit ?? .max)
    } catch {
      throw CommandLineFailure(error)
    }
    if isNarrowed {
      changes = changes.filter { change in
        (command.map { change.command.hasPrefix($0) } ?? true)
          && words.allSatisfy { word in
            [change.author, change.command, change.reason ?? ""]
              .contains { NameFold.fold($0).contains(word) }
          }
      }
      if isOldestFirst { changes.reverse() }
      if let limit { changes = Array(changes.prefix(limit)) }
    }
    return changes
  }

  private func cell(_ name: String, _ change: Transaction) -> String {
    switch name {
    case "id": change.id.description
    case "time": change.instant.iso
    case "author": change.author
    case "account": change.account
    case "command": change.command + (change.undoes.map { " (takes back \($0))" } ?? "")
    case "records": change.records.map(\.text).joined(separator: ",")
    case "reason": OperationWords.oneLine(change.statedReason ?? "")
    default: ""
    }
  }

  /// The records that the command was about, by name; the decisions that go with it are left out.
  private func subjects(_ change: Transaction, _ workspace: Workspace) -> String {
    let kind = CommandCatalogue.command(change.command)?.specification.subject
    let acted = change.records.filter { kind == nil || $0.kind == kind }
    let shown = (acted.isEmpty ? change.records : acted)
    guard let first = shown.first else { return "" }
    let title = OperationWords.oneLine(workspace.title(first))
    let more = shown.count > 1 ? " and \(shown.count - 1) more" : ""
    return String(first.text.prefix(6)) + " " + title + more
  }
}
