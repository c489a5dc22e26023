import ConcordModel

/// The prints of all journals: of each writer's segments, the first one first.
struct SegmentPrints: Sendable {
  var writers: [String: [SegmentPrint]] = [:]

  /// Whether they are of all that a writer's tail has folded.
  func cover(_ tail: WriterTail) -> Bool {
    let own = writers[tail.writer] ?? []
    // A segment that is made may be empty still.
    guard tail.offset > 0 else { return own.count == tail.segment - 1 }
    return own.count == tail.segment && own.last?.end == tail.offset
  }

  /// These prints as the disk has them now, and how many bytes of sealed segments had to be read
  /// again for that; nil where a file has not the bytes that were folded.
  func confirmed(
    on disk: any Disk, _ work: some ParallelWork
  ) throws(StoreError) -> (prints: SegmentPrints, reread: Int64)? {
    var confirmed = self
    var doubtful: [Place] = []
    for (writer, prints) in writers {
      for (place, print) in prints.enumerated() {
        let path = WriterTail.path(writer, segment: place + 1)
        let status = try disk.status(path)
        guard let status, status.kind == .file, status.size >= print.end else { return nil }
        if print.tells(status) { continue }
        doubtful.append(Place(writer: writer, number: place, path: path, print: print))
      }
    }
    let found = work.map(doubtful.count) { [doubtful] place in
      Result { () throws(StoreError) in try doubtful[place].print.reread(doubtful[place].path, disk)
      }
    }
    var reread: Int64 = 0
    for (place, result) in zip(doubtful, found) {
      guard let print = try result.get() else { return nil }
      confirmed.writers[place.writer]?[place.number] = print
      let isLast = place.number + 1 == writers[place.writer]?.count
      if !isLast || print.end >= WriterTail.sealedSize { reread += print.end }
    }
    return (confirmed, reread)
  }

  private struct Place: Sendable {
    let writer: String
    let number: Int
    let path: String
    let print: SegmentPrint
  }
}
