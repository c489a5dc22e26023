/// The folded names of all partners, one after another in one run of bytes: what fuzzy filters read.
package struct NameIndex: Sendable {
  private var bytes: [UInt8] = []
  private var starts: [Int32] = []
  private var lengths: [Int32] = []
  /// The letters of each name; see ``LetterSet``.
  private var letters: [LetterSet] = []

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

  /// Whether a row's name has all of `needed` letters.
  package func holds(_ needed: LetterSet, row: Int) -> Bool {
    row < letters.count && letters[row].holds(needed)
  }

  /// Runs `body` on the names of some rows that have all of `needed` letters; the others hold nothing
  /// that is looked for.
  package func forEach(
    in rows: Range<Int>, with needed: LetterSet,
    _ body: (_ row: Int, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    let rows = rows.clamped(to: starts.indices)
    bytes.withUnsafeBufferPointer { bytes in
      letters.withUnsafeBufferPointer { letters in
        for row in rows where letters[row].holds(needed) {
          let start = Int(starts[row])
          body(row, UnsafeBufferPointer(rebasing: bytes[start..<start + Int(lengths[row])]))
        }
      }
    }
  }

  /// Folds a row's name anew. It gets the table and the texts, not the workspace: that would hold a
  /// second copy of these very bytes, and each change would duplicate them all.
  package mutating func update(row: Int, partners: Table, texts: TextPool) {
    while starts.count <= row {
      starts.append(0)
      lengths.append(0)
      letters.append(LetterSet())
    }
    var name: [UInt8] = []
    Self.appendName(row, partners, texts, to: &name)
    let start = Int(starts[row])
    let length = Int(lengths[row])
    if name.count == length, bytes[start..<start + length].elementsEqual(name) { return }
    starts[row] = Int32(bytes.count)
    lengths[row] = Int32(name.count)
    letters[row] = LetterSet(name)
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
        names.letters.append(LetterSet(names.bytes[start...]))
      }
      return names
    }
    self = NameIndex()
    bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.bytes.count })
    starts.reserveCapacity(count)
    lengths.reserveCapacity(count)
    letters.reserveCapacity(count)
    for piece in pieces {
      let start = Int32(bytes.count)
      bytes.append(contentsOf: piece.bytes)
      starts.append(contentsOf: piece.starts.lazy.map { $0 + start })
      lengths.append(contentsOf: piece.lengths)
      letters.append(contentsOf: piece.letters)
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
