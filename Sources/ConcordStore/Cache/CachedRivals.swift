import ConcordJSON
import ConcordModel

/// What a cache keeps of the fold beside its rows, in its first line: what each writer had read of
/// the others (`knows`) and the operations that stand beside those that won (`rivals`).
struct CachedRivals {
  private var steps: [(reader: Int, writer: Int, step: WriterKnowledge.Step)] = []
  private var rivals: [Entry] = []

  private struct Entry {
    let record: RecordID
    let field: String
    let element: String?
    let rival: Rival
  }

  /// What a workspace has.
  init(_ workspace: Workspace) {
    for (pair, known) in workspace.knowledge.steps {
      for step in known { steps.append((pair.reader, pair.writer, step)) }
    }
    steps.sort {
      ($0.reader, $0.writer, $0.step.number) < ($1.reader, $1.writer, $1.step.number)
    }
    for table in workspace.tables {
      for (key, beside) in table.rivals.values.flatMap({ $0 }) {
        let (field, element) = workspace.names(of: key, table.schema.kind)
        for rival in beside {
          rivals.append(
            Entry(record: table.id(Int(key.row)), field: field, element: element, rival: rival))
        }
      }
    }
    rivals.sort {
      ($0.record.text, $0.field, $0.element ?? "", $0.rival.stamp.ranked)
        < ($1.record.text, $1.field, $1.element ?? "", $1.rival.stamp.ranked)
    }
  }

  /// Reads them from a first line; nil for another form. `writers` is how many there are.
  init?(_ header: JSONValue, writers: Int) {
    guard let known = header["knows"]?.array, let beside = header["rivals"]?.array else {
      return nil
    }
    for value in known {
      guard let entry = value.array?.compactMap(\.integer), entry.count == 4,
        (0..<Int64(writers)).contains(entry[0]), (0..<Int64(writers)).contains(entry[1])
      else { return nil }
      steps.append(
        (Int(entry[0]), Int(entry[1]), WriterKnowledge.Step(number: entry[2], read: entry[3])))
    }
    for value in beside {
      guard let entry = Self.entry(value, writers) else { return nil }
      rivals.append(entry)
    }
  }

  private static func entry(_ value: JSONValue, _ writers: Int) -> Entry? {
    guard let parts = value.array, parts.count == 10,
      let id = parts[0].string.flatMap({ RecordID($0) }), let field = parts[1].string
    else { return nil }
    let numbers = parts[3..<9].compactMap(\.integer)
    let range = 0..<Int64(writers)
    guard numbers.count == 6, range.contains(numbers[2]), range.contains(numbers[4]) else {
      return nil
    }
    var written: FieldValue?
    if let text = parts[9].string {
      var cursor = JSONCursor()
      guard let read = try? cursor.readFieldValue(Array(text.utf8).span) else { return nil }
      written = read
    }
    let line = PackedLine(writer: Int(numbers[2]), number: numbers[3])
    return Entry(
      record: id, field: field, element: parts[2].string,
      rival: Rival(
        stamp: Stamp(rank: Int(numbers[0]), time: numbers[1], line: line),
        origin: PackedLine(writer: Int(numbers[4]), number: numbers[5]), value: written))
  }

  /// Writes both members.
  func write(to json: inout JSONWriter) {
    json.key("knows")
    json.beginArray()
    for (reader, writer, step) in steps {
      json.beginArray()
      json.integer(reader)
      json.integer(writer)
      json.integer(step.number)
      json.integer(step.read)
      json.endArray()
    }
    json.endArray()
    json.key("rivals")
    json.beginArray()
    for entry in rivals { Self.write(entry, to: &json) }
    json.endArray()
  }

  private static func write(_ entry: Entry, to json: inout JSONWriter) {
    json.beginArray()
    json.string(entry.record.text)
    json.string(entry.field)
    if let element = entry.element { json.string(element) } else { json.null() }
    json.integer(entry.rival.stamp.rank)
    json.integer(entry.rival.stamp.time)
    json.integer(entry.rival.stamp.line.writer)
    json.integer(entry.rival.stamp.line.number)
    json.integer(entry.rival.origin.writer)
    json.integer(entry.rival.origin.number)
    if let value = entry.rival.value {
      var text = JSONWriter()
      OperationText.value(value, &text)
      json.string(String(decoding: text.bytes, as: UTF8.self))
    } else {
      json.null()
    }
    json.endArray()
  }

  /// Puts them into a workspace whose rows are loaded.
  func fill(_ workspace: inout Workspace) {
    for (reader, writer, step) in steps {
      workspace.knowledge.note(
        PackedLine(writer: reader, number: step.number), read: step.read, of: writer)
    }
    for entry in rivals {
      workspace.addRival(entry.rival, entry.record, entry.field, element: entry.element)
    }
  }
}
