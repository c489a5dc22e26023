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

  /// What the file says; nil where there is none or it cannot be read.
  package static func read(on disk: some Disk) -> Heads? {
    guard let bytes = try? disk.contents(of: file), let value = try? JSONValue.parse(bytes),
      let members = value.members
    else { return nil }
    var result = Heads([])
    for member in members {
      guard let number = member.value[0]?.integer,
        let hash = member.value[1]?.string.flatMap({ LineHash($0) })
      else { return nil }
      result.heads[member.key] = Head(number: number, hash: hash)
    }
    return result
  }

  /// The first journal that is shorter than what was seen, or another one.
  package func firstMismatch(_ tails: [String: WriterTail], root: String) -> StoreError? {
    for (writer, head) in heads.sorted(by: { $0.key < $1.key }) {
      // What was seen may be the end of a branch that stands in a place of its own by now.
      let isBranch = tails.values.contains {
        $0.branch?.writer == writer && $0.number >= head.number
      }
      if isBranch { continue }
      guard let tail = tails[writer], tail.number >= head.number else {
        let path = tails[writer]?.path ?? WriterTail.path(writer, segment: 1)
        return .shortened(
          path: root + "/" + path, line: tails[writer]?.number ?? 0, seen: head.number)
      }
      if tail.number == head.number, tail.hash != head.hash {
        return .damaged(path: root + "/" + tail.path, line: tail.lines, .chain)
      }
    }
    return nil
  }
}
