import ConcordJSON
import ConcordModel

/// What a line of the journal says before its operations. No free text stands here, so that all of
/// it can stay when an operation is redacted.
package struct LineHeader: Hashable, Sendable {
  package var line: LineID
  /// The journal's clock, in milliseconds.
  package var time: Int64
  /// The wall clock, where it was behind.
  package var wallTime: Int64?
  package var author: String
  package var account: String
  package var command: String
  /// The last line of each other writer that this one had read; only where that changed.
  package var seen: [String: Int64]?
  /// The change that this one takes back.
  package var undoes: LineID?
  /// Whether the next line belongs to the same change.
  package var hasMore: Bool

  package init(
    line: LineID, time: Int64, wallTime: Int64? = nil, author: String, account: String,
    command: String, seen: [String: Int64]? = nil, undoes: LineID? = nil, hasMore: Bool = false
  ) {
    self.line = line
    self.time = time
    self.wallTime = wallTime
    self.author = author
    self.account = account
    self.command = command
    self.seen = seen
    self.undoes = undoes
    self.hasMore = hasMore
  }

  /// The line's bytes before `,"ops"`.
  package var bytes: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("v")
    json.integer(Self.version)
    json.key("w")
    json.string(line.writer)
    json.key("n")
    json.integer(line.number)
    json.key("t")
    json.integer(time)
    if let wallTime {
      json.key("at")
      json.integer(wallTime)
    }
    json.key("by")
    json.string(author)
    json.key("as")
    json.string(account)
    json.key("cmd")
    json.string(command)
    if let seen {
      json.key("seen")
      json.beginObject()
      let writers = seen.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      for (writer, number) in writers {
        json.key(writer)
        json.integer(number)
      }
      json.endObject()
    }
    if let undoes {
      json.key("undoes")
      json.line(undoes)
    }
    if hasMore {
      json.key("more")
      json.bool(true)
    }
    return json.bytes
  }

  /// The numbers that lines may have: a packed line has 40 bits for one.
  package static let numbers: Range<Int64> = 1..<1 << 40
  /// The times that lines may have, in milliseconds since 1970: a stamp has 62 bits for one.
  package static let times: Range<Int64> = 0..<1 << 62
  /// The version of the line format.
  package static let version: Int64 = 1
}

extension JSONWriter {
  /// Writes a line's name: `["3ZB1",40]`.
  package mutating func line(_ line: LineID) {
    beginArray()
    string(line.writer)
    integer(line.number)
    endArray()
  }
}
