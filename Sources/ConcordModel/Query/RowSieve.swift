/// A few rows, looked for among very many: a look at a small table tells most others apart.
package struct RowSieve: Sendable {
  private static let size = 4096

  private let rows: Set<Int32>
  private var mayContain = [Bool](repeating: false, count: RowSieve.size)

  package init(_ rows: Set<Int32>) {
    self.rows = rows
    for row in rows { mayContain[Self.place(row)] = true }
  }

  private static func place(_ row: Int32) -> Int { Int(row & Int32(size - 1)) }

  /// Takes them out of many.
  /// - Returns: those that were there.
  package func remove(from all: inout [Int32]) -> Set<Int32> {
    var found: Set<Int32> = []
    let left = mayContain.withUnsafeBufferPointer { mayContain in
      all.withUnsafeMutableBufferPointer { all in
        var end = 0
        for place in all.indices {
          let row = all[place]
          if mayContain[Self.place(row)], rows.contains(row) {
            found.insert(row)
          } else {
            if end != place { all[end] = row }
            end += 1
          }
        }
        return end
      }
    }
    all.removeLast(all.count - left)
    return found
  }

  /// Whether a row is one of them.
  package func contains(_ row: Int32) -> Bool {
    mayContain[Self.place(row)] && rows.contains(row)
  }
}
