/// The prints of everything that a store has folded, taken while the bytes are in memory. The cache
/// keeps them: it is worth something only as long as the journals have the bytes that it was made of.
final class JournalPrints {
  private struct Segment {
    var first: SegmentPrint
    /// Over what came later.
    var hasher = ByteHasher()
    var end: Int64
  }

  private var segments: [String: [Segment]] = [:]
  /// What the file behind each journal's end was when it was read or written last.
  var ends: [String: FileStamp] = [:]

  init() {}

  /// Goes on from a cache's prints.
  init(_ prints: SegmentPrints) {
    segments = prints.writers.mapValues { $0.map { Segment(first: $0, end: $0.end) } }
  }

  /// Takes up bytes that are folded: they stand at `offset` of a segment.
  /// - Parameter stamp: what the file was before they were read; nil where they were written.
  func add(
    _ bytes: UnsafeRawBufferPointer, _ writer: String, segment: Int, at offset: Int64,
    stamp: FileStamp?
  ) {
    guard !bytes.isEmpty else { return }
    let place = segment - 1
    let end = offset + Int64(bytes.count)
    if offset == 0, segments[writer]?.count ?? 0 == place {
      let first = SegmentPrint(covered: end, digest: LineHash(of: bytes), stamp: stamp)
      segments[writer, default: []].append(Segment(first: first, end: end))
    } else if place < segments[writer]?.count ?? 0, segments[writer]?[place].end == offset {
      segments[writer]?[place].hasher.add(bytes)
      segments[writer]?[place].end = end
    }
  }

  /// The prints as they are now.
  var prints: SegmentPrints {
    SegmentPrints(writers: segments.mapValues { $0.map { Self.print($0) } })
  }

  private static func print(_ segment: Segment) -> SegmentPrint {
    var print = segment.first
    if segment.end > print.covered {
      print.later = SegmentPrint.Later(covered: segment.end, digest: segment.hasher.value)
    }
    return print
  }

  /// Whether the segment that a journal ends in still has the bytes that were folded.
  func hold(_ tail: WriterTail, on disk: any Disk) throws(StoreError) -> Bool {
    guard tail.offset > 0 else { return true }
    guard let segments = segments[tail.writer], tail.segment <= segments.count else { return false }
    let print = Self.print(segments[tail.segment - 1])
    guard print.end == tail.offset else { return false }
    return try print.reread(tail.path, disk) != nil
  }
}
