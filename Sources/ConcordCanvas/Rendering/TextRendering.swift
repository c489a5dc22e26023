/// The canvas as plain text.
extension Canvas {
  /// The rows as text without trailing spaces, as goldens keep them.
  package func textLines() -> [String] {
    (0..<height).map { y in
      var line = ""
      var end = line.endIndex
      for cell in row(y) where !cell.isContinuation {
        cell.glyph.write(to: &line)
        if cell.glyph != .space { end = line.endIndex }
      }
      return String(line[..<end])
    }
  }

  /// A row cut into runs of one style.
  func runs(y: Int) -> [StyledText] {
    var runs: [StyledText] = []
    for cell in row(y) where !cell.isContinuation {
      if runs.last?.style != cell.style { runs.append(StyledText("", cell.style)) }
      cell.glyph.write(to: &runs[runs.count - 1].text)
    }
    return runs
  }
}
