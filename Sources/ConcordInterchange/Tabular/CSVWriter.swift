import ConcordModel

/// Writes rows of cells after RFC 4180, fit for a spreadsheet and for a terminal.
///
/// Rows end in CRLF. A cell with a separator, a quote or a line end is quoted; one that a spreadsheet
/// would run is quoted behind an apostrophe (``FormulaGuard``); a control or bidi character is
/// written as its number, such as `\u{1B}`.
package struct CSVWriter: Sendable {
  /// What was written so far, in UTF-8.
  package private(set) var bytes: [UInt8] = []
  private let separator: UInt8
  private var isRowEmpty = true

  package init(separator: Separator = .comma) {
    self.separator = separator.rawValue
  }

  /// Writes a whole row.
  package mutating func row(_ cells: some Sequence<String>) {
    for cell in cells { self.cell(cell) }
    endRow()
  }

  /// Writes a cell of text.
  package mutating func cell(_ text: String) {
    let text = Text.visible(text)
    startCell()
    let utf8 = text.utf8
    let isGuarded = FormulaGuard.isNeeded(utf8)
    let isQuoted =
      isGuarded
      || utf8.contains { $0 == separator || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
      || utf8.first == 0x20 || utf8.last == 0x20
    guard isQuoted else {
      bytes.append(contentsOf: utf8)
      return
    }
    bytes.append(0x22)
    if isGuarded { bytes.append(FormulaGuard.apostrophe) }
    for byte in utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// Writes a number as it is: a minus in front of a number is no formula.
  package mutating func cell(_ number: some BinaryInteger) {
    startCell()
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Ends the row.
  package mutating func endRow() {
    bytes.append(0x0D)
    bytes.append(0x0A)
    isRowEmpty = true
  }

  private mutating func startCell() {
    if isRowEmpty { isRowEmpty = false } else { bytes.append(separator) }
  }
}
