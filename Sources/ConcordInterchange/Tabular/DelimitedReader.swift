/// Reads delimited text (RFC 4180, with any one-byte separator) forward, row by row.
///
/// Lines end in LF, CRLF or CR. A cell is quoted when its first byte that is not a space is a quote;
/// a quote inside an unquoted cell is text. Where the quotes of a row are broken, the row is refused
/// at its first line and reading goes on at the next line, so that one lost quote does not swallow
/// the rest of the file.
package struct DelimitedReader: Sendable {
  package let bytes: [UInt8]
  package let separator: UInt8
  /// Where the next row begins.
  package private(set) var offset = 0
  /// The line of the next row, counted from 1.
  package private(set) var line = 1

  /// A reader of text in UTF-8 without a byte order mark.
  package init(_ bytes: [UInt8], separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
  }

  /// What the reader came to.
  package enum Step: Equatable {
    case row
    /// A row whose quotes are broken: its `range` is its first line; the number of its cell from 0.
    case broken(RowRefusal.Reason, cell: Int)
    case end
  }

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let space = UInt8(ascii: " ")

  /// Reads the next row into `row`.
  package mutating func next(into row: inout DelimitedRow) -> Step {
    guard offset < bytes.count else { return .end }
    row.cells.removeAll(keepingCapacity: true)
    row.nulCell = nil
    row.line = line
    let start = offset
    let bytes = bytes
    let text = bytes.span
    while true {
      let problem = readCell(text, into: &row)
      if let problem {
        let cell = row.cells.count
        offset = start
        line = row.line
        skipLine(text)
        row.range = start..<lineEnd(text, from: start)
        return .broken(problem, cell: cell)
      }
      if offset == text.count {
        row.range = start..<offset
        line += 1
        return .row
      }
      let byte = text[offset]
      if byte == separator {
        offset += 1
        continue
      }
      row.range = start..<offset
      skipLineEnd(text)
      line += 1
      return .row
    }
  }

  /// Reads a cell and stops at its separator or line end.
  private mutating func readCell(
    _ text: Span<UInt8>, into row: inout DelimitedRow
  ) -> RowRefusal.Reason? {
    let start = offset
    while offset < text.count, text[offset] == Self.space { offset += 1 }
    if offset < text.count, text[offset] == Self.quote {
      return readQuotedCell(text, into: &row)
    }
    offset = start
    var hasNul = false
    scan: while offset < text.count {
      let byte = text[offset]
      // Separators and line ends but `|` stand below most letters: one comparison for most bytes.
      if byte == separator { break }
      switch byte {
      case Self.lineFeed, Self.carriageReturn: break scan
      case 0: hasNul = true
      default: break
      }
      offset &+= 1
    }
    if hasNul, row.nulCell == nil { row.nulCell = row.cells.count }
    row.cells.append(
      DelimitedCell(start: start, end: offset, isQuoted: false, hasDoubledQuotes: false))
    return nil
  }

  private mutating func readQuotedCell(
    _ text: Span<UInt8>, into row: inout DelimitedRow
  ) -> RowRefusal.Reason? {
    offset += 1
    let start = offset
    var hasDoubledQuotes = false
    let firstLine = line
    while offset < text.count {
      switch text[offset] {
      case Self.quote:
        guard offset + 1 < text.count, text[offset + 1] == Self.quote else {
          return close(text, from: start, hasDoubledQuotes, firstLine: firstLine, into: &row)
        }
        hasDoubledQuotes = true
        offset += 2
      case Self.lineFeed:
        line += 1
        offset += 1
      case Self.carriageReturn:
        offset += 1
        if offset == text.count || text[offset] != Self.lineFeed { line += 1 }
      case 0:
        if row.nulCell == nil { row.nulCell = row.cells.count }
        offset += 1
      default:
        offset &+= 1
      }
    }
    return .unclosedQuote
  }

  /// Ends a quoted cell at its closing quote.
  private mutating func close(
    _ text: Span<UInt8>, from start: Int, _ hasDoubledQuotes: Bool, firstLine: Int,
    into row: inout DelimitedRow
  ) -> RowRefusal.Reason? {
    let cell = DelimitedCell(
      start: start, end: offset, isQuoted: true, hasDoubledQuotes: hasDoubledQuotes)
    offset += 1
    while offset < text.count, text[offset] == Self.space { offset += 1 }
    if offset < text.count {
      let byte = text[offset]
      guard byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn else {
        // A quote on a later line belongs to another row: the first was never closed.
        return line > firstLine ? .unclosedQuote : .textAfterQuote
      }
    }
    row.cells.append(cell)
    return nil
  }

  private mutating func skipLine(_ text: Span<UInt8>) {
    offset = lineEnd(text, from: offset)
    skipLineEnd(text)
    line += 1
  }

  private mutating func skipLineEnd(_ text: Span<UInt8>) {
    guard offset < text.count else { return }
    let byte = text[offset]
    offset += 1
    if byte == Self.carriageReturn, offset < text.count, text[offset] == Self.lineFeed {
      offset += 1
    }
  }

  private func lineEnd(_ text: Span<UInt8>, from start: Int) -> Int {
    var end = start
    while end < text.count, text[end] != Self.lineFeed, text[end] != Self.carriageReturn {
      end += 1
    }
    return end
  }
}
