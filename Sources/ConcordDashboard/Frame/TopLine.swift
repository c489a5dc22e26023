import ConcordCanvas
import ConcordModel

/// The top line: office and screens.
struct TopLine {
  private let state: DashboardState

  init(_ state: DashboardState) { self.state = state }

  /// Whether the screens' whole names leave no room for the program's and some of the office's.
  private var isNarrow: Bool {
    let names = state.screens.reduce(0) { $0 + type(of: $1).row.title.count + 4 }
    // What limits the whole window is never cut.
    let limits =
      (state.asOf != nil ? 18 : state.isReadOnly ? 11 : 0) + (state.whatIf != nil ? 21 : 0)
    return names + 24 + limits > state.size.width
  }

  /// The labels of the screens, from right to left of the line's end.
  private var labels: [(place: Int, text: String, x: Int)] {
    var labels: [(place: Int, text: String, x: Int)] = []
    var x = state.size.width
    for (place, screen) in state.screens.enumerated().reversed() {
      let row = type(of: screen).row
      let text = isNarrow ? " \(row.key)\(row.short) " : " \(row.key) \(row.title) "
      x -= text.count
      labels.append((place, text, x))
    }
    return labels.reversed()
  }

  /// The screen whose label stands at a column.
  func place(at x: Int) -> Int? {
    labels.first { x >= $0.x && x < $0.x + $0.text.count }?.place
  }

  func draw(into canvas: inout Canvas, _ office: Office) {
    canvas.fill(canvas.bounds.row(0), style: Style(on: .bar))
    let end = labels.first?.x ?? canvas.width
    // What limits the whole window goes before the office's name, which may be cut.
    var parts = [StyledText("Concord ", Style(.title, on: .bar).bold)]
    if state.whatIf != nil {
      let words = end < 34 ? "what if  " : "what if · not saved  "
      let warning = StyledText(words, Style(.warning, on: .bar).bold)
      parts = end < 20 ? [warning] : parts + [warning]
    }
    if let day = state.asOf {
      parts.append(StyledText("as of \(day.text)  ", Style(.warning, on: .bar)))
    } else if state.isReadOnly {
      parts.append(StyledText("read-only  ", Style(.warning, on: .bar)))
    }
    parts.append(StyledText(office.name, Style(.dim, on: .bar)))
    canvas.put(parts, x: 1, y: 0, maxWidth: max(0, end - 2))
    for label in labels where label.x > 8 {
      let style =
        label.place == state.front ? Style(.title, on: .tab).bold : Style(.dim, on: .bar)
      canvas.put(label.text, x: label.x, y: 0, style: style)
    }
  }
}
