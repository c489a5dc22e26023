import ConcordInterchange
import ConcordJSON
import ConcordModel

/// The review list in each of its formats.
struct PairDocument {
  private let workspace: Workspace

  init(_ workspace: Workspace) { self.workspace = workspace }

  /// The facts of a side that stand beside its id, as machine formats call them.
  private static let facts = ["name", "kind", "city", "state", "country", "domains"]

  func write(
    _ pairs: [ReviewPair], _ format: OutputFormat, to output: inout StandardOutput
  ) throws(CommandLineFailure) {
    switch format {
    case .table: try writeText(pairs, to: &output)
    case .csv, .tsv:
      var writer = CSVWriter(separator: format == .csv ? .comma : .tab)
      writer.row(
        ["id", "from", "to", "note"] + Self.facts.map { "from-\($0)" }
          + Self.facts.map { "to-\($0)" })
      for pair in pairs {
        writer.row(
          [pair.id.text, pair.from.id, pair.to.id, pair.note] + cells(pair.from) + cells(pair.to))
      }
      try output.bytes(writer.bytes)
    case .json:
      let count = "\"count\":\(pairs.count)"
      try output.bytes("{\"version\":1,\"kind\":\"link\",\(count),\"records\":[".utf8)
      for (place, pair) in pairs.enumerated() {
        try output.bytes((place == 0 ? "\n" : ",\n").utf8)
        try output.bytes(Self.json(pair))
      }
      try output.bytes("\n]}\n".utf8)
    case .jsonl:
      for pair in pairs {
        try output.bytes(Self.json(pair))
        try output.bytes("\n".utf8)
      }
    }
  }

  /// A line for the pair, and one for each of its partners.
  private func writeText(
    _ pairs: [ReviewPair], to output: inout StandardOutput
  ) throws(CommandLineFailure) {
    for (place, pair) in pairs.enumerated() {
      if place > 0 { try output.line() }
      try output.line("\(workspace.shortID(pair.id))  \(OperationWords.oneLine(pair.note))")
      var table = TextTable(
        Array(repeating: TextTable.Column(head: ""), count: 5),
        widest: output.isTerminal ? 44 : .max)
      for side in [pair.from, pair.to] {
        table.add([
          RecordID(side.id).map { workspace.shortID($0) } ?? side.id, side.name,
          workspace.catalogues.words(side.kind, in: "kinds"), side.place,
          side.domains.joined(separator: ", "),
        ])
      }
      try table.write(to: &output, indent: "  ", hasHead: false)
    }
  }

  private func cells(_ side: ReviewPair.Side) -> [String] {
    let domains = Schema.partner.field("domains").map { ListCell.text(side.domains, of: $0) } ?? ""
    return [side.name, side.kind, side.city, side.state, side.country, domains]
  }

  private static func json(_ pair: ReviewPair) -> [UInt8] {
    var json = JSONWriter()
    func member(_ name: String, _ text: String) {
      guard !text.isEmpty else { return }
      json.key(name)
      json.string(MachineValue.safe(text))
    }
    func side(_ name: String, _ side: ReviewPair.Side) {
      json.key(name)
      json.beginObject()
      member("id", side.id)
      member("name", side.name)
      member("kind", side.kind)
      member("city", side.city)
      member("state", side.state)
      member("country", side.country)
      json.key("domains")
      json.beginArray()
      for domain in side.domains { json.string(MachineValue.safe(domain)) }
      json.endArray()
      json.endObject()
    }
    json.beginObject()
    member("id", pair.id.text)
    member("from", pair.from.id)
    member("to", pair.to.id)
    member("note", pair.note)
    side("from-partner", pair.from)
    side("to-partner", pair.to)
    json.endObject()
    return json.bytes
  }
}
