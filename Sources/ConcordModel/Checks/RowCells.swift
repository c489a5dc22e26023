/// The cells of a row, read where they stand.
struct RowCells {
  let row: Int
  private let bytes: UnsafeRawBufferPointer
  private let start: Int
  private let places: UnsafeBufferPointer<RowLayout.Place>

  @inline(__always)
  fileprivate init(
    _ row: Int, _ bytes: UnsafeRawBufferPointer, _ start: Int,
    _ places: UnsafeBufferPointer<RowLayout.Place>
  ) {
    self.row = row
    self.bytes = bytes
    self.start = start
    self.places = places
  }

  /// The cell of a slot.
  @inline(__always)
  subscript(slot: Int) -> Int64 { RowLayout.read(bytes, start, places[slot]) }

  /// Whether a cell is empty.
  @inline(__always)
  func lacks(_ slot: Int) -> Bool { self[slot] == Table.absent }
}

extension Table {
  /// The rows of records that are there of which `fits` says so, the oldest first. A view of each of
  /// hundreds of thousands would take several times as long.
  @inline(__always)
  func rows(where fits: (RowCells) -> Bool) -> [Int] {
    var found: [Int] = []
    layout.places.withUnsafeBufferPointer { places in
      forEach(0..<count) { row, bytes, start in
        let cells = RowCells(row, bytes, start, places)
        if !cells.lacks(Slot.stamp), cells.lacks(Slot.gone), fits(cells) { found.append(row) }
      }
    }
    return found
  }
}
