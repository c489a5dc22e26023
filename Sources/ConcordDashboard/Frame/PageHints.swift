import ConcordCanvas

/// The keys of a page over the whole body, in the place of those of the screen that lies below.
enum PageHints {
  /// Draws as many as there is room for.
  static func draw(_ hints: [(key: String, words: String)], into canvas: inout Canvas) {
    let y = canvas.height - 2
    canvas.fill(Rect(x: 0, y: y, width: canvas.width, height: 1), style: Style(on: .bar))
    var x = 1
    for (key, words) in hints {
      let width = TextMeasure.columns(of: key) + 1 + TextMeasure.columns(of: words)
      guard x + width < canvas.width else { continue }
      canvas.put(
        [
          StyledText(key, Style(.accent, on: .bar).bold),
          StyledText(" " + words, Style(.text, on: .bar)),
        ], x: x, y: y)
      x += width + 2
    }
  }
}
