/// One row of delimited text as byte ranges; the reader fills the same one again and again.
package struct DelimitedRow: Sendable {
  /// The first line of the row, counted from 1.
  package internal(set) var line = 0
  /// The whole row in the text, without its line end.
  package internal(set) var range = 0..<0
  package internal(set) var cells: [DelimitedCell] = []
  /// The cell of the first NUL byte.
  var nulCell: Int?

  package init() {}

  /// Whether no cell holds anything but spaces.
  func isBlank(in bytes: [UInt8]) -> Bool {
    cells.allSatisfy { cell in
      bytes[cell.start..<cell.end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
  }
}

/// One cell: the bytes between its separators, or between its quotes.
package struct DelimitedCell: Equatable, Sendable {
  package let start: Int
  package let end: Int
  /// Quoted cells hold separators, line ends and doubled quotes.
  package let isQuoted: Bool
  /// Whether quotes are doubled inside.
  package let hasDoubledQuotes: Bool

  /// The bytes of the cell, with doubled quotes made one.
  package func bytes(in text: [UInt8]) -> ArraySlice<UInt8> {
    guard hasDoubledQuotes else { return text[start..<end] }
    var output: [UInt8] = []
    output.reserveCapacity(end - start)
    var offset = start
    while offset < end {
      output.append(text[offset])
      offset += text[offset] == UInt8(ascii: "\"") ? 2 : 1
    }
    return output[...]
  }

  /// The text of the cell.
  package func text(in text: [UInt8]) -> String {
    String(decoding: bytes(in: text), as: UTF8.self)
  }
}
