import ConcordCanvas

/// Breaks text into lines.
package enum Paragraph {
  /// At most `most` lines of at most `width` columns, broken at spaces and line ends; the last one
  /// holds all the rest, to be cut where it is drawn.
  package static func lines(_ text: String, width: Int, most: Int) -> [String] {
    guard most > 0, width > 0 else { return [] }
    var lines: [String] = []
    var current = ""
    var columns = 0
    for word in text.split(whereSeparator: \.isWhitespace) {
      let wordColumns = TextMeasure.columns(of: String(word))
      if current.isEmpty {
        current = String(word)
        columns = wordColumns
      } else if columns + 1 + wordColumns <= width || lines.count == most - 1 {
        current += " " + word
        columns += 1 + wordColumns
      } else {
        lines.append(current)
        current = String(word)
        columns = wordColumns
      }
    }
    if !current.isEmpty { lines.append(current) }
    return lines
  }
}
