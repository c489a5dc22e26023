import ConcordCanvas
import ConcordModel

/// What a pane without rows says: why, what would be here, which key makes the first one.
enum EmptyWords {
  /// Draws lines, each to its end.
  static func draw(_ lines: [String], into canvas: inout Canvas, _ area: Rect) {
    let room = max(8, area.width - 3)
    let wrapped = lines.flatMap { $0.isEmpty ? [""] : TextMeasure.wrapped($0, to: room) }
    for (place, text) in wrapped.enumerated() where place < area.height {
      canvas.put(
        text, x: area.x + 2, y: area.y + place, style: Style(.dim), maxWidth: area.width - 2)
    }
  }

  /// What is said where a filter lets nothing through: the way back, and what else its words may mean.
  static func none(
    _ words: String, _ filter: Filter, _ kind: RecordKind, back: String, _ scene: Scene
  ) -> [String] {
    let advice = FilterAdvice.sentence(filter, kind: kind, in: scene.workspace)
    return [words, back] + (advice.map { ["", $0] } ?? [])
  }
}
