import ConcordCanvas
import ConcordJSON
import ConcordModel
import ConcordStore

/// What stands before the keys of a session: all that its first picture came from.
package struct KeyLogHeader: Hashable, Sendable {
  /// The version of the log's format that this program writes.
  package static let currentFormat = 1

  /// The program's version.
  package var program = ProgramVersion.text
  package var size: Size
  /// The moment that it began.
  package var now: Instant
  package var seed: UInt64?
  package var author: String
  /// The id of the store, and how far its journals went.
  package var store: String
  package var marks: [JournalMark]
  /// The writer's name that changes go under; nil where the first of them chooses one.
  package var writer: String?
  package var isReadOnly = false
  package var asOf: Day?
  package var screen: String?
  package var filter: String?
  package var isASCII = false
  /// What was kept of the day before: views, how lists were left, an open form.
  package var kept: JSONValue?
  /// The user's settings, as they would stand in `config.json`.
  package var settings: JSONValue

  /// Its line, without an end.
  package var line: [UInt8] {
    var members: [JSONMember] = [
      JSONMember("keylog", .integer(Int64(Self.currentFormat))),
      JSONMember("program", .string(program)),
      JSONMember("size", [.integer(Int64(size.width)), .integer(Int64(size.height))]),
      JSONMember("now", .string(now.iso)), JSONMember("author", .string(author)),
    ]
    if let seed { members.append(JSONMember("seed", .string(String(seed)))) }
    members.append(JSONMember("store", .string(store)))
    members.append(
      JSONMember(
        "lines",
        .object(
          marks.map { mark in
            JSONMember(
              mark.writer,
              [
                .integer(mark.number), .string(mark.hash), .integer(Int64(mark.segment)),
                .integer(mark.offset),
              ])
          })))
    if let writer { members.append(JSONMember("writer", .string(writer))) }
    if isReadOnly { members.append(JSONMember("readonly", true)) }
    if let asOf { members.append(JSONMember("asOf", .string(asOf.text))) }
    if let screen { members.append(JSONMember("screen", .string(screen))) }
    if let filter { members.append(JSONMember("filter", .string(filter))) }
    if isASCII { members.append(JSONMember("ascii", true)) }
    if let kept { members.append(JSONMember("kept", kept)) }
    members.append(JSONMember("settings", settings))
    var json = JSONWriter()
    json.value(.object(members))
    return json.bytes
  }

  /// What every header begins with, for telling a key log from any other file.
  package static let beginning = Array("{\"keylog\":".utf8)

  package init(
    size: Size, now: Instant, seed: UInt64?, author: String, store: String, marks: [JournalMark],
    settings: JSONValue
  ) {
    self.size = size
    self.now = now
    self.seed = seed
    self.author = author
    self.store = store
    self.marks = marks
    self.settings = settings
  }

  /// What a line says; nil where it is no header that this program can read.
  package init?(_ value: JSONValue) {
    guard value["keylog"]?.integer == Int64(Self.currentFormat),
      let width = value["size"]?[0]?.integer, let height = value["size"]?[1]?.integer,
      let size = KeyLogEvent.size(width, height),
      let now = value["now"]?.string.flatMap({ Instant(iso: $0) }),
      let author = value["author"]?.string, let store = value["store"]?.string,
      let lines = value["lines"]?.members
    else { return nil }
    var marks: [JournalMark] = []
    for member in lines {
      guard let number = member.value[0]?.integer, let hash = member.value[1]?.string,
        let segment = member.value[2]?.integer, let offset = member.value[3]?.integer, segment > 0,
        offset >= 0
      else { return nil }
      marks.append(
        JournalMark(
          writer: member.key, number: number, hash: hash, segment: Int(clamping: segment),
          offset: offset))
    }
    self.init(
      size: size, now: now, seed: value["seed"]?.string.flatMap { UInt64($0) }, author: author,
      store: store, marks: marks, settings: value["settings"] ?? .object([]))
    program = value["program"]?.string ?? ""
    kept = value["kept"]
    writer = value["writer"]?.string
    isReadOnly = value["readonly"]?.bool ?? false
    asOf = value["asOf"]?.string.flatMap { Day($0) }
    screen = value["screen"]?.string
    filter = value["filter"]?.string
    isASCII = value["ascii"]?.bool ?? false
  }
}
