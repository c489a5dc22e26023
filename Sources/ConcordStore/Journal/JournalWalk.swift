import ConcordModel

/// Walks through all journals from the newest change to the oldest, loading segments as it comes to
/// them.
package struct JournalWalk {
  private struct Place {
    let tail: WriterTail
    var segment: Int
    /// Entries of the segment that are still to come.
    var left: Int
  }

  private var places: [Place]
  private let seen: [String: Int64]

  /// A walk through the journals as they are folded.
  /// - Parameter seen: the last line of each writer that it does not go back to.
  package init(_ tails: some Sequence<WriterTail>, after seen: [String: Int64] = [:]) {
    self.seen = seen
    places = tails.filter(\.isBegun).sorted { $0.writer < $1.writer }
      .map { Place(tail: $0, segment: $0.segment, left: -1) }
  }

  /// The next older change; nil behind the first.
  package mutating func next(
    _ index: inout JournalIndex
  ) throws(StoreError) -> JournalIndex.Found? {
    var newest: (place: Int, found: JournalIndex.Found)?
    for place in places.indices {
      guard let found = try peek(place, &index) else { continue }
      // Of two at the same time the greater writer's is the newer one, as with stamps.
      if let newest, newest.found.entry.time > found.entry.time { continue }
      newest = (place, found)
    }
    guard let newest else { return nil }
    places[newest.place].left -= 1
    return newest.found
  }

  private mutating func peek(
    _ place: Int, _ index: inout JournalIndex
  ) throws(StoreError) -> JournalIndex.Found? {
    while places[place].segment >= 1 {
      let tail = places[place].tail
      let entries = try index.entries(tail, places[place].segment)
      if places[place].left < 0 { places[place].left = entries.count }
      if places[place].left > 0 {
        let entry = entries[places[place].left - 1]
        guard entry.last > seen[tail.writer] ?? 0 else {
          places[place].segment = 0
          break
        }
        return JournalIndex.Found(
          writer: tail.writer, segment: places[place].segment, entry: entry, branch: tail.branch)
      }
      places[place].segment -= 1
      places[place].left = -1
    }
    return nil
  }
}
