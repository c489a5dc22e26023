import ConcordJSON
import ConcordModel

/// The last line of every writer as this machine has seen it, in `local/heads`: a journal that was
/// cut between two lines passes its own hashes, but not this.
///
/// It is overwritten in place, after the lock was given back, and not synchronised: it may lag behind
/// the journals, and after a crash be old or unreadable; then it only notices less. It never tells of
/// a line that was not safe.
package struct Heads: Hashable, Sendable {
  package struct Head: Hashable, Sendable {
    package let number: Int64
    package let hash: LineHash
  }

  package private(set) var heads: [String: Head]

  package static let file = "local/heads"

  package init(_ tails: some Sequence<WriterTail>) {
    heads = [:]
    for tail in tails where tail.isBegun {
      heads[tail.writer] = Head(number: tail.number, hash: tail.hash)
    }
  }

  package var bytes: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    for (writer, head) in heads.sorted(by: { $0.key < $1.key }) {
      json.key(writer)
      json.beginArray()
      json.integer(head.number)
      json.string(head.hash.text)
      json.endArray()
    }
    json.endObject()
    // Of two processes that write at once neither leaves an end of the other's standing.
    while json.bytes.count % Self.step != Self.step - 1 { json.bytes.append(UInt8(ascii: " ")) }
    json.newline()
    return json.bytes
  }

  /// The file grows by so many bytes.
  private static let step = 256

  /// What the file says; nil where there is none, or nothing in it yet.
  /// - Throws: where it says nothing of use.
  package static func read(on disk: some Disk) throws(StoreError) -> Heads? {
    // Something else in its place is told by whoever looks at what stands where.
    guard try disk.status(file)?.kind == .file else { return nil }
    for _ in 0..<tries {
      let bytes = try disk.contents(of: file)
      if bytes.isEmpty { return nil }
      if let heads = Heads(bytes) { return heads }
    }
    throw .forgotten(path: disk.root + "/" + file)
  }

  /// It is read without the lock: so often, another process's writing may be in the way.
  private static let tries = 3

  /// What the file's bytes say; nil where that is nothing of use.
  private init?(_ bytes: [UInt8]) {
    guard let value = try? JSONValue.parse(bytes), let members = value.members else { return nil }
    heads = [:]
    for member in members {
      guard let number = member.value[0]?.integer,
        let hash = member.value[1]?.string.flatMap({ LineHash($0) })
      else { return nil }
      heads[member.key] = Head(number: number, hash: hash)
    }
  }
}
