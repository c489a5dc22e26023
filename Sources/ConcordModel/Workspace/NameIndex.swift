/// The folded names of all partners, one after another in one run of bytes: what fuzzy filters read.
package struct NameIndex: Sendable {
  private var bytes: [UInt8] = []
  private var starts: [Int32] = []
  private var lengths: [Int32] = []

  package init() {}

  /// Runs `body` on the folded name and aliases (joined by newlines) of a partner's row.
  package func withName<Result>(
    row: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer {
      guard row < starts.count else { return body(UnsafeBufferPointer(rebasing: $0[0..<0])) }
      let start = Int(starts[row])
      return body(UnsafeBufferPointer(rebasing: $0[start..<start + Int(lengths[row])]))
    }
  }

  /// Runs `body` on all bytes with each row's start and length.
  package func withAll<Result>(
    _ body: (UnsafeBufferPointer<UInt8>, _ starts: [Int32], _ lengths: [Int32]) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer { body($0, starts, lengths) }
  }

  /// Folds a row's name anew. It gets the table and the texts, not the workspace: that would hold a
  /// second copy of these very bytes, and each change would duplicate them all.
  package mutating func update(row: Int, partners: Table, texts: TextPool) {
    while starts.count <= row {
      starts.append(0)
      lengths.append(0)
    }
    var name: [UInt8] = []
    Self.appendName(row, partners, texts, to: &name)
    let start = Int(starts[row])
    let length = Int(lengths[row])
    if name.count == length, bytes[start..<start + length].elementsEqual(name) { return }
    starts[row] = Int32(bytes.count)
    lengths[row] = Int32(name.count)
    bytes.append(contentsOf: name)
  }

  /// Folds all names anew, in pieces.
  package mutating func rebuild(
    partners: Table, texts: TextPool, work: some ParallelWork
  ) {
    let count = partners.count
    let step = Self.pieceRows
    let pieces = work.map((count + step - 1) / step) { piece in
      var names = NameIndex()
      for row in piece * step..<min(count, (piece + 1) * step) {
        let start = names.bytes.count
        Self.appendName(row, partners, texts, to: &names.bytes)
        names.starts.append(Int32(start))
        names.lengths.append(Int32(names.bytes.count - start))
      }
      return names
    }
    self = NameIndex()
    bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.bytes.count })
    starts.reserveCapacity(count)
    lengths.reserveCapacity(count)
    for piece in pieces {
      let start = Int32(bytes.count)
      bytes.append(contentsOf: piece.bytes)
      starts.append(contentsOf: piece.starts.lazy.map { $0 + start })
      lengths.append(contentsOf: piece.lengths)
    }
  }

  private static let pieceRows = 8192

  private static func appendName(
    _ row: Int, _ partners: Table, _ texts: TextPool, to bytes: inout [UInt8]
  ) {
    guard partners.isPresent(row) else { return }
    let name = partners[row, Partner.Slot.name]
    if name != Table.absent {
      texts.withBytes(name) { NameFold.append($0, to: &bytes) }
    }
    let aliases = partners[row, Partner.Slot.aliases]
    guard aliases != Table.absent else { return }
    for alias in texts.elements(aliases) {
      bytes.append(UInt8(ascii: "\n"))
      NameFold.append(alias, to: &bytes)
    }
  }
}
