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
  private var selected = 0

  package init(_ title: String, _ choices: [Choice]) {
    self.title = title
    self.choices = choices
  }

  package mutating func handle(_ key: Key, _ scene: Scene) -> LayerResponse {
    let count = max(1, choices.count)
    switch key {
    case .escape, .character("q"): return .close
    case .down, .character("j"), .tab: selected = (selected + 1) % count
    case .up, .character("k"), .backTab: selected = (selected + count - 1) % count
    case .enter: return choose(selected)
    case .character(let character):
      if let digit = character.wholeNumberValue { return choose(digit - 1) }
    default: break
    }
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
    for (place, choice) in choices.enumerated() where place < inside.height {
      let line = inside.row(place)
      canvas.target(line, pane: Target.layer, line: place)
      canvas.put(
        [
          StyledText(
            (place < 9 ? String(place + 1) : " ") + "  ", Style(.accent, on: .overlay).bold),
          StyledText(choice.words, Style(on: .overlay)),
        ], x: line.x, y: line.y, maxWidth: line.width)
      if place == selected {
        canvas.highlight(line, ground: .selection)
        canvas.cursor = Cursor(x: line.x, y: line.y)
      }
    }
  }
}
