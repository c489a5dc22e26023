import ConcordCanvas

/// The arithmetic of a number, or any text to read; every key but the arrows closes it.
package struct ExplanationLayer: Layer {
  private let explanation: Explanation
  private var top = 0

  package init(_ explanation: Explanation) { self.explanation = explanation }

  package mutating func handle(_ key: Key, _ scene: Scene) -> LayerResponse {
    switch key {
    case .down, .character("j"): top = min(top + 1, max(0, explanation.lines.count - 3))
    case .up, .character("k"): top = max(0, top - 1)
    case .mouse, .focus: break
    default: return .close
    }
    return .stay
  }

  package func draw(into canvas: inout Canvas, _ scene: Scene) {
    let longest = explanation.lines.map { TextMeasure.columns(of: $0) }.max() ?? 0
    let width = min(canvas.width - 4, max(36, longest + 4))
    let inside = OverlayBox.draw(
      into: &canvas, title: explanation.title, trailing: "Esc", width: width,
      height: min(canvas.height - 4, explanation.lines.count + 2))
    for (place, line) in explanation.lines.dropFirst(top).enumerated() where place < inside.height {
      canvas.put(
        line, x: inside.x, y: inside.y + place, style: Style(on: .overlay), maxWidth: inside.width)
    }
    canvas.cursor = Cursor(x: inside.x, y: inside.y)
  }
}
