import ConcordCanvas

/// A few things to choose one of, numbered.
package struct ChoiceLayer: Layer {
  /// One of them.
  package struct Choice: Sendable {
    let words: String
    let action: Action

    package init(_ words: String, _ action: Action) {
      self.words = words
      self.action = action
    }
  }

  private let title: String
  private let choices: [Choice]
  private var cursor: ChoiceCursor

  package init(_ title: String, _ choices: [Choice]) {
    self.title = title
    self.choices = choices
    cursor = ChoiceCursor(choices.count)
  }

  package mutating func handle(_ key: Key, _ scene: Scene) -> LayerResponse {
    if key == .escape || key == .character("q") { return .close }
    if case .taken(let place) = cursor.handle(key) { return choose(place) }
    return .stay
  }

  package mutating func click(_ line: Int, _ scene: Scene) -> LayerResponse { choose(line) }

  private func choose(_ place: Int) -> LayerResponse {
    choices.indices.contains(place) ? .closeThen(choices[place].action) : .stay
  }

  package func draw(into canvas: inout Canvas, _ scene: Scene) {
    let longest = choices.map { TextMeasure.columns(of: $0.words) }.max() ?? 0
    let inside = OverlayBox.draw(
      into: &canvas, title: title, trailing: "Esc",
      width: min(canvas.width - 4, max(34, longest + 9)),
      height: min(canvas.height - 3, choices.count + 2))
    // What is selected is in sight.
    let top = max(0, cursor.selected - inside.height + 1)
    for (place, choice) in choices.enumerated().dropFirst(top).prefix(inside.height) {
      let line = inside.row(place - top)
      canvas.put(
        [
          StyledText(
            ChoiceCursor.digit(place) + "  ", Style(.accent, on: .overlay).bold),
          StyledText(choice.words, Style(on: .overlay)),
        ], x: line.x, y: line.y, maxWidth: line.width)
      cursor.mark(place, line, into: &canvas)
    }
  }
}
