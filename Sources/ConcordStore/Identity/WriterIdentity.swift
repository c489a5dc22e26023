import ConcordJSON
import ConcordModel

/// Which writer this copy of the store is, as `local/writer.json` keeps it: a copy on another
/// machine, or beside the first, takes an id of its own, or two would write one journal.
package struct WriterIdentity: Hashable, Sendable {
  /// Four Crockford characters, more after many tries.
  package let writer: String
  package let machine: String
  package let device: UInt64
  package let inode: UInt64

  package static let file = "local/writer.json"

  /// Whether this copy of the store is still the one that took the id. `lock` is the file
  /// `local/lock`, which is never deleted: a copy has another.
  package func isHere(_ disk: some Disk, lock: FileStatus?) -> Bool {
    machine == disk.machine && device == lock?.device && inode == lock?.inode
  }

  package var bytes: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("writer")
    json.string(writer)
    json.key("machine")
    json.string(machine)
    json.key("dev")
    json.string(String(device))
    json.key("ino")
    json.string(String(inode))
    json.endObject()
    json.newline()
    return json.bytes
  }

  /// What the file says; nil where there is none or it says nothing of use: a new id is taken then.
  package static func read(on disk: some Disk) -> WriterIdentity? {
    guard let bytes = try? disk.contents(of: file), let value = try? JSONValue.parse(bytes),
      let writer = value["writer"]?.string, isWellFormed(writer),
      let machine = value["machine"]?.string,
      let device = value["dev"]?.string.flatMap({ UInt64($0) }),
      let inode = value["ino"]?.string.flatMap({ UInt64($0) })
    else { return nil }
    return WriterIdentity(writer: writer, machine: machine, device: device, inode: inode)
  }

  /// The identity of this copy of the store; nil where it has none, or another copy's.
  static func own(on disk: some Disk, lock: FileStatus?) -> WriterIdentity? {
    guard let found = read(on: disk), found.isHere(disk, lock: lock) else { return nil }
    return found
  }

  /// Whether `name` may be a writer's: 4 to 12 Crockford characters.
  package static func isWellFormed(_ name: String) -> Bool {
    (4...12).contains(name.utf8.count)
      && name.utf8.allSatisfy { Crockford.value(of: $0) != nil }
  }
}
