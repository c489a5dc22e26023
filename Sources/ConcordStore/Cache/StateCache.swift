import ConcordJSON
import ConcordModel

/// `cache/state.jsonl`: the folded state, one record a line with its stamps, so that opening a store
/// does not fold its whole journal. It may be deleted at any time.
///
/// The first line says what it is and how far each journal is in it, the last one how many records
/// there are and the checksum of all bytes before it. A cache that does not fit the journals, or is
/// damaged, is as good as none.
package enum StateCache {
  package static let file = "cache/state.jsonl"
  /// Rises when the file's form changes.
  package static let format: Int64 = 1
  /// Rises when the same lines fold to another state.
  package static let fold: Int64 = 1

  /// Folds the cache into an empty workspace and returns how far the journals are in it; nil, and
  /// nothing changed, where there is no cache of use.
  package static func read(
    on disk: any Disk, _ identity: StoreIdentity, into workspace: inout Workspace
  ) -> [String: WriterTail]? {
    guard let bytes = try? disk.contents(of: file) else { return nil }
    var reader = CacheReader(workspace)
    do {
      let tails = try reader.readHeader(bytes.span, identity)
      guard tails.allSatisfy({ fits($0, disk) }) else { return nil }
      try reader.readRows(bytes.span)
      workspace = reader.workspace
      workspace.finishLoading()
      return Dictionary(tails.map { ($0.writer, $0) }) { first, _ in first }
    } catch {
      return nil
    }
  }

  /// Whether a journal still has the line that the cache ends with, where the cache says.
  private static func fits(_ tail: WriterTail, _ disk: any Disk) -> Bool {
    guard tail.number > 0 else { return tail.offset == 0 }
    var expected: [UInt8] = Array("\"h\":\"".utf8)
    tail.hash.append(to: &expected)
    expected.append(contentsOf: "\"}\n".utf8)
    let start = tail.offset - Int64(expected.count)
    guard start > 0, let file = try? disk.open(tail.path, .read) else { return false }
    defer { disk.close(file) }
    return (try? disk.read(file, at: start, count: expected.count)) == expected
  }
}

/// A checksum that notices a broken cache: eight bytes at a time, faster than the disk.
package struct CacheChecksum {
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  /// Adds bytes. Where they are cut into pieces does matter, so both sides add line by line.
  package mutating func add(_ bytes: Span<UInt8>) {
    var index = 0
    let raw = bytes.bytes
    while index + 8 <= bytes.count {
      mix(raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian)
      index += 8
    }
    var last = UInt64(bytes.count) << 56
    var shift: UInt64 = 0
    while index < bytes.count {
      last |= UInt64(bytes[index]) << shift
      shift += 8
      index += 1
    }
    mix(last)
  }

  @inline(__always)
  private mutating func mix(_ word: UInt64) {
    value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 29
  }

  /// 16 hexadecimal digits.
  package var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
