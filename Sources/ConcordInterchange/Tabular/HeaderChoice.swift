/// Whether the first row of a table names its columns.
package enum HeaderChoice: Sendable {
  /// Look at the first row; where it does not look like names, the file is refused with a sentence.
  case find
  /// The first row is the header, whatever it looks like.
  case present
  /// There is none: the columns are called `1`, `2`, `3`…
  case absent

  /// Whether cells look like the names of columns: none is a number (years may be), a day,
  /// an address or the null of the OFAC lists, most hold something, and at least one has a letter.
  static func looksLikeHeader(_ cells: [String]) -> Bool {
    let filled = cells.filter { !$0.isEmpty }
    guard filled.count * 2 >= cells.count else { return false }
    let hasLetter = filled.contains { $0.unicodeScalars.contains { $0.properties.isAlphabetic } }
    return hasLetter
      && !filled.contains {
        $0 == "-0-" || isNumber($0) || isDay($0) || $0.contains("://") || $0.contains("@")
      }
  }

  private static func isNumber(_ text: String) -> Bool {
    let bytes = text.utf8
    let isYear = bytes.count == 4 && (text.hasPrefix("19") || text.hasPrefix("20"))
    return !bytes.isEmpty && !isYear
      && bytes.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2C }
  }

  private static func isDay(_ text: String) -> Bool {
    let parts = text.utf8.split(whereSeparator: { $0 == 0x2D || $0 == 0x2F })
    return parts.count == 3
      && parts.allSatisfy { part in part.allSatisfy { (0x30...0x39).contains($0) } }
  }
}
