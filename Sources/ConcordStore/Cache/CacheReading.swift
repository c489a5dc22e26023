import ConcordModel

/// What the readers of a cache's parts share.
struct CacheReading: Sendable {
  let held: HeldBytes
  /// How many writers stamps may name.
  let writers: Int
  let words: WordNumbers
  private let kinds: [ExpectedFields]

  init(_ held: HeldBytes, _ header: CacheHeader, _ tables: [Table]) {
    self.held = held
    writers = header.names.count
    words = WordNumbers(header.words)
    kinds = tables.map { ExpectedFields($0) }
  }

  /// Reads all parts; nil where one is damaged or not in the form that a cache has.
  /// - Parameter report: hears of each that was read.
  func read(
    _ parts: [CacheParts.Part], from start: Int, work: some ParallelWork, report: OpeningReport?
  ) -> [LoadedPart]? {
    var starts: [Int] = []
    var end = start
    for part in parts {
      starts.append(end)
      end += part.length
    }
    // Readers look some bytes ahead, into the last line.
    guard parts.isEmpty || end + CachePartReader.reach <= held.bytes.count else { return nil }
    let loaded = work.map(parts.count) { [starts] place in
      defer { report?.hasRead(parts[place].length) }
      return read(parts[place], at: starts[place])
    }
    let good = loaded.compactMap { $0 }
    return good.count == parts.count ? good : nil
  }

  private func read(_ part: CacheParts.Part, at start: Int) -> LoadedPart? {
    guard held.bytes[start + part.length - 1] == 0x0A else { return nil }
    var reader = CachePartReader(
      self, kinds[part.kind.index], at: start, to: start + part.length)
    return reader?.read(rows: part.rows, sum: part.sum)
  }
}
