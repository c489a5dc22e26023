/// Keeps a spreadsheet from running a cell: text that it could take for a formula gets an apostrophe
/// in front, which a spreadsheet shows as text, and which our own reader takes off again.
///
/// Guarded is text that begins with `=`, `+`, `-`, `@`, a tab or a line end, or their full-width
/// forms, also behind apostrophes, so that taking one off gives back exactly what was written.
/// After OWASP, *CSV Injection*.
package enum FormulaGuard {
  /// Whether a cell needs the apostrophe.
  package static func isNeeded(_ text: some Collection<UInt8>) -> Bool {
    let head = text.drop { $0 == apostrophe }
    guard let first = head.first else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0A,
      0x0D:
      return true
    case 0xEF:
      // U+FF0B +, U+FF0D -, U+FF1D =, U+FF20 @
      let bytes = Array(head.prefix(3))
      return fullWidthForms.contains(bytes)
    default: return false
    }
  }

  /// A cell without the apostrophe that a guard put there.
  static func unguarded(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard text.first == apostrophe, isNeeded(text) else { return text }
    return text.dropFirst()
  }

  static let apostrophe = UInt8(ascii: "'")
  private static let fullWidthForms: [[UInt8]] = [
    [0xEF, 0xBC, 0x8B], [0xEF, 0xBC, 0x8D], [0xEF, 0xBC, 0x9D], [0xEF, 0xBC, 0xA0],
  ]
}
