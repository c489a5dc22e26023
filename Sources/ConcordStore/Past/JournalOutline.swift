import ConcordModel

/// How many bytes of the journals lie where in time: segment by segment, by the time of each one's
/// first line.
struct JournalOutline {
  private struct Piece {
    /// The time of the first line, in milliseconds since 1970.
    let time: Int64
    let bytes: Int64
  }

  private var pieces: [Piece] = []

  /// A day, in milliseconds.
  private static let day: Int64 = 86_400_000
  /// Bytes in which a line's header stands: mostly, and where it names very many writers.
  private static let headerSizes = [512, 64 << 10]

  /// Looks at what stands behind `tails` and is not after `last`; as far as it can be read.
  init(_ disk: any Disk, after tails: some Sequence<WriterTail>, upTo last: Int64) {
    for tail in tails {
      var place = tail
      while let size = (try? disk.status(place.path))??.size {
        if size > place.offset {
          guard let time = Self.time(disk, place), time <= last else { break }
          pieces.append(Piece(time: time, bytes: size - place.offset))
        }
        place.segment += 1
        place.offset = 0
      }
    }
    pieces.sort { $0.time < $1.time }
  }

  /// The time of the line that comes next.
  private static func time(_ disk: any Disk, _ place: WriterTail) -> Int64? {
    guard let file = try? disk.open(place.path, .read) else { return nil }
    defer { disk.close(file) }
    for size in headerSizes {
      guard let bytes = try? disk.read(file, at: place.offset, count: size) else { return nil }
      var end = 0
      if let header = try? LineHeader.read(bytes.span, end: &end) { return header.time }
    }
    return nil
  }

  /// The bytes of all, some of the last segments' after the moment that counts.
  var bytes: Int64 { pieces.reduce(0) { $0 + $1.bytes } }

  /// Moments between which about `step` bytes lie, none of them near the end, the earliest first:
  /// each is whole days before `last`, the end of a day, and so nearly the end of one too.
  func moments(every step: Int64, before last: Int64) -> [Int64] {
    var moments: [Int64] = []
    let bytes = bytes
    var passed: Int64 = 0
    var next = step
    for piece in pieces {
      if passed >= next, bytes - passed >= step / 2 {
        let days = (last - piece.time) / Self.day + 1
        let moment = last - days * Self.day
        if moment > moments.last ?? (pieces.first?.time ?? 0) { moments.append(moment) }
        next += (passed - next) / step * step + step
      }
      passed += piece.bytes
    }
    return moments
  }
}
