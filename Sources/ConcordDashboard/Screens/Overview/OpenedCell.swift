/// A cell of the heatmap whose partners a list shows: by a filter that was put before its own.
struct OpenedCell: Hashable, Sendable {
  /// What the cell is called.
  let words: String
  /// The list's filter with the cell's.
  let filter: String
  /// The list's filter without it.
  let before: String

  /// - Parameters:
  ///   - cell: the cell's filter.
  ///   - before: what the list was filtered by; an “or” at its beginning would join it to the cell's.
  init(words: String, cell: String, before: String) {
    self.words = words
    self.before = before
    let own = before.drop { $0 == " " || $0 == "|" }
    filter = own.isEmpty ? cell : cell + " " + own
  }
}
