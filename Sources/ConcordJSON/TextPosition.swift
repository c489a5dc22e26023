/// A place in a text as an editor counts it.
package struct TextPosition: Sendable, Hashable, Comparable {
  /// The line, from 1; lines end at U+000A.
  package let line: Int
  /// The column, from 1, counted in Unicode scalars (a byte that no scalar begins with counts none).
  package let column: Int

  /// A position that is already known.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Counts lines and columns up to `offset`, in bytes; an offset past the end means the end.
  package init(of offset: Int, in bytes: Span<UInt8>) {
    var line = 1
    var column = 1
    for index in 0..<max(0, min(offset, bytes.count)) {
      let byte = bytes[index]
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    self.init(line: line, column: column)
  }

  /// Orders by line, then by column.
  package static func < (left: TextPosition, right: TextPosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
