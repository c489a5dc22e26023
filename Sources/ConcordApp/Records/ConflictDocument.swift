import ConcordInterchange
import ConcordJSON
import ConcordModel

/// Fields that hold several values, in each format: a row for each value, the one that stands first.
struct ConflictDocument {
  private let session: Session
  private var workspace: Workspace { session.workspace }

  init(_ session: Session) { self.session = session }

  private static let columns = ["record", "field", "number", "value", "by", "at", "line"]

  func write(
    _ conflicts: [Conflict], _ format: OutputFormat, to output: inout StandardOutput
  ) throws(CommandLineFailure) {
    switch format {
    case .table:
      for (place, conflict) in conflicts.enumerated() {
        if place > 0 { try output.line() }
        for line in lines(conflict) { try output.line(line) }
      }
    case .csv, .tsv:
      var writer = CSVWriter(separator: format == .csv ? .comma : .tab)
      writer.row(Self.columns)
      for conflict in conflicts { for row in rows(conflict) { writer.row(row) } }
      try output.bytes(writer.bytes)
    case .json:
      var json = JSONWriter()
      json.beginObject()
      json.key("version")
      json.integer(1)
      json.key("conflicts")
      json.beginArray()
      for conflict in conflicts { for row in rows(conflict) { Self.write(row, to: &json) } }
      json.endArray()
      json.endObject()
      json.newline()
      try output.bytes(json.bytes)
    case .jsonl:
      for conflict in conflicts {
        for row in rows(conflict) {
          var json = JSONWriter()
          Self.write(row, to: &json)
          json.newline()
          try output.bytes(json.bytes)
        }
      }
    }
  }

  /// A field in lines: what it is, then a numbered line for each value.
  func lines(_ conflict: Conflict) -> [String] {
    let id = workspace.shortID(conflict.record)
    let head = "\(id)  \(workspace.title(conflict.record)): \(conflict.name) was written by several"
    return [OperationWords.oneLine(head)]
      + conflict.choices.enumerated().map { place, choice in
        let stands = place == 0 ? ", stands" : ""
        let who = author(choice).map { "\($0), " } ?? ""
        let origin = "\(who)\(moment(choice))\(choice.line)\(stands)"
        return OperationWords.oneLine("  \(place + 1)  \(text(choice, conflict))  (\(origin))")
      }
  }

  private func rows(_ conflict: Conflict) -> [[String]] {
    conflict.choices.enumerated().map { place, choice in
      [
        conflict.record.text, conflict.name, "\(place + 1)", text(choice, conflict),
        author(choice) ?? "", change(choice)?.instant.iso ?? "", "\(choice.line)",
      ]
    }
  }

  private static func write(_ row: [String], to json: inout JSONWriter) {
    json.beginObject()
    for (name, text) in zip(columns, row) {
      json.key(name)
      if name == "number", let number = Int(text) {
        json.integer(number)
      } else {
        json.string(MachineValue.safe(text))
      }
    }
    json.endObject()
  }

  private func text(_ choice: Conflict.Choice, _ conflict: Conflict) -> String {
    guard conflict.element == nil else { return choice.value == .truth(true) ? "in" : "out" }
    if conflict.field == "gone" { return choice.value == nil ? "there" : "taken away" }
    guard let value = choice.value else { return "(none)" }
    let type = workspace.fields[conflict.record.kind].field(conflict.field)?.type ?? .text
    return ValueWords(session).text(value, type)
  }

  private func change(_ choice: Conflict.Choice) -> Transaction? {
    try? session.store.transaction(choice.line)
  }

  private func author(_ choice: Conflict.Choice) -> String? {
    change(choice).map { Text.visible($0.author) }
  }

  private func moment(_ choice: Conflict.Choice) -> String {
    guard let instant = change(choice)?.instant else { return "" }
    return "\(session.clock.day(instant).text) \(session.clock.clock(instant).prefix(5)), "
  }
}
