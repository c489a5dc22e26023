/// The stamps of fields as a loaded cache has them: references to their raw text, by row, read when
/// someone asks for them or writes to the row.
package struct UnreadStamps: Sendable {
  private var rows: [Int32] = []
  private var references: [TextPool.Reference] = []
  private static let taken: TextPool.Reference = -1

  package init() {}

  /// Adds a row after all others.
  package mutating func append(row: Int, _ reference: TextPool.Reference) {
    rows.append(Int32(row))
    references.append(reference)
  }

  /// Makes room for so many rows.
  package mutating func reserve(_ count: Int) {
    rows.reserveCapacity(count)
    references.reserveCapacity(count)
  }

  /// How many rows it was given.
  package var count: Int { rows.count }

  /// Adds all rows of a part that begins with row `start`.
  package mutating func append(_ part: UnreadStamps, from start: Int) {
    rows.append(contentsOf: part.rows.lazy.map { $0 + Int32(start) })
    references.append(contentsOf: part.references)
  }

  /// The raw text of a row; nil where there is none, or it was taken.
  package subscript(row: Int) -> TextPool.Reference? {
    place(row).map { references[$0] }
  }

  /// Takes a row's raw text out.
  package mutating func take(_ row: Int) -> TextPool.Reference? {
    guard let place = place(row) else { return nil }
    defer { references[place] = Self.taken }
    return references[place]
  }

  /// Rows that have not been read.
  package var all: some Sequence<(row: Int, reference: TextPool.Reference)> {
    zip(rows, references).lazy.filter { $0.1 != Self.taken }.map { (Int($0.0), $0.1) }
  }

  private func place(_ row: Int) -> Int? {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low] == row && references[low] != Self.taken ? low : nil
  }
}
