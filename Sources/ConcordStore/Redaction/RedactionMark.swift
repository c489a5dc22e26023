import ConcordJSON
import ConcordModel

/// `local/redacting`: there while a redaction is under way. Its change is in the journal already;
/// whoever finds the mark under the lock writes the segments that are still to be written.
enum RedactionMark {
  static let file = "local/redacting"

  /// The redaction's change.
  static func read(on disk: some Disk) throws(StoreError) -> LineID? {
    guard try disk.status(file) != nil else { return nil }
    let bytes = try disk.contents(of: file)
    guard let value = try? JSONValue.parse(bytes), let writer = value["w"]?.string,
      let number = value["n"]?.integer
    else { throw .unreadable(path: disk.root + "/" + file, reason: "no change is named") }
    return LineID(writer, number)
  }

  static func write(_ line: LineID, on disk: some Disk) throws(StoreError) {
    var json = JSONWriter()
    json.beginObject()
    json.key("w")
    json.string(line.writer)
    json.key("n")
    json.integer(line.number)
    json.endObject()
    json.newline()
    try disk.ensureDirectory("local")
    try disk.replace(file, with: json.bytes)
  }

  static func remove(on disk: some Disk) throws(StoreError) {
    try disk.remove(file)
    try disk.synchronizeDirectory("local")
  }
}
