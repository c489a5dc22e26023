/// How wide texts are drawn, and how they are made to fit.
package enum TextMeasure {
  /// Columns a text takes when it is drawn.
  package static func columns(of text: String) -> Int {
    if let count = plainCount(of: text) ?? simpleCount(of: text) { return count }
    return TextShaping.pieces(of: text, ascii: false).reduce(0) { $0 + $1.width }
  }

  /// The text cut to at most `columns` columns, at a grapheme boundary; if anything was cut it ends
  /// in `ellipsis`.
  package static func truncated(
    _ text: String, to columns: Int, ellipsis: Character = "…"
  ) -> String {
    if self.columns(of: text) <= columns { return text }
    if columns <= 0 { return "" }
    var result = ""
    var used = 0
    for character in text {
      let width = self.columns(of: String(character))
      if used + width > columns - 1 { break }
      result.append(character)
      used += width
    }
    result.append(ellipsis)
    return result
  }

  /// Lines of at most `columns` columns, broken between words where possible, else between
  /// graphemes; line feeds in the text are kept as breaks. Never empty.
  package static func wrapped(_ text: String, to columns: Int) -> [String] {
    guard columns > 0 else { return [""] }
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .flatMap { wrap(paragraph: $0, to: columns) }
  }

  private static func wrap(paragraph: Substring, to columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in paragraph.split(separator: " ") {
      let width = self.columns(of: String(word))
      if used > 0, used + 1 + width <= columns {
        line += " " + word
        used += 1 + width
        continue
      }
      if used > 0 { lines.append(line) }
      line = String(word)
      used = width
      if width > columns {
        var parts = pieces(of: word, columns: columns)
        line = parts.popLast() ?? ""
        used = self.columns(of: line)
        lines += parts
      }
    }
    lines.append(line)
    return lines
  }

  // A word longer than a line, in pieces that fit; a grapheme wider than a line stands alone.
  private static func pieces(of word: Substring, columns: Int) -> [String] {
    var parts: [String] = []
    var part = ""
    var used = 0
    for character in word {
      let width = self.columns(of: String(character))
      if used + width > columns, !part.isEmpty {
        parts.append(part)
        part = ""
        used = 0
      }
      part.append(character)
      used += width
    }
    parts.append(part)
    return parts
  }

  /// The length of a text whose scalars each take a column of their own and are drawn as they stand:
  /// printable ASCII, Latin letters, dashes, arrows and signs of one column; nil for any other.
  static func simpleCount(of text: String) -> Int? {
    var count = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20..<0x7F, 0xA1..<0xAD, 0xAE..<0x300, 0x2010...0x2027, 0x2190...0x21FF,
        0x2500...0x25FC:
        count += 1
      case 0x2200...0x2BFF where ScalarWidth.columns(of: scalar) == 1: count += 1
      default: return nil
      }
    }
    return count
  }

  /// The length of a text of printable ASCII alone; nil for any other.
  static func plainCount(of text: String) -> Int? {
    var text = text
    return text.withUTF8 { bytes in
      for byte in bytes where byte < 0x20 || byte >= 0x7F { return nil }
      return bytes.count
    }
  }
}
