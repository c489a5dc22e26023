import ConcordJSON
import ConcordModel

/// The sessions of a key log as they were read.
package struct KeyLogFile: Sendable {
  /// One session.
  package struct Session: Sendable {
    package let header: KeyLogHeader
    /// What happened, and when, in milliseconds since the session began.
    package fileprivate(set) var events: [(milliseconds: Int, event: KeyLogEvent)] = []
  }

  package private(set) var sessions: [Session] = []
  /// What could not be read, in words; a last line that was cut is among them.
  package private(set) var problems: [String] = []

  /// Reads a log's bytes.
  package init(_ bytes: [UInt8]) {
    // What follows a header that is not understood is not taken for another session's.
    var isSkipping = true
    for (place, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
      let value: JSONValue
      do {
        value = try JSONValue.parse(Array(line))
      } catch {
        problems.append(
          "line \(place + 1), column \(error.position.column): \(error.reason.sentence)")
        continue
      }
      if value["keylog"] != nil {
        guard let header = KeyLogHeader(value) else {
          isSkipping = true
          problems.append("line \(place + 1): a session of another version of Concord")
          continue
        }
        isSkipping = false
        sessions.append(Session(header: header))
      } else if isSkipping {
        continue
      } else if let found = KeyLogEvent.read(value) {
        sessions[sessions.count - 1].events.append(found)
      } else {
        problems.append("line \(place + 1): nothing that this version of Concord knows")
      }
    }
  }
}
