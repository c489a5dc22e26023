import ConcordCanvas
import ConcordModel

/// What an import would do; `y` does it. Keys typed before it was drawn never reach it.
package struct ImportLayer: Layer {
  private let preview: ImportPreview
  private var top = 0

  package init(_ preview: ImportPreview) { self.preview = preview }

  package mutating func handle(_ key: Key, _ scene: Scene) -> LayerResponse {
    switch key {
    case .character("y") where preview.canImport: return .closeThen(.takeImport(preview.number))
    case .down, .character("j"): top = min(top + 1, max(0, preview.lines.count - 1))
    case .up, .character("k"): top = max(0, top - 1)
    case .mouse, .focus: break
    default: return .closeThen(.message(Message(.plain, "nothing was imported")))
    }
    return .stay
  }

  package func draw(into canvas: inout Canvas, _ scene: Scene) {
    let width = min(canvas.width - 4, 76)
    let head = TextMeasure.wrapped(preview.sentence, to: max(8, width - 4))
    let inside = OverlayBox.draw(
      into: &canvas, title: "Import: " + preview.name, trailing: "Esc", width: width,
      height: min(canvas.height - 3, head.count + preview.lines.count + 5))
    var pen = Pen(inside)
    for line in head where pen.left > 2 {
      pen.line(into: &canvas, [StyledText(line, Style(on: .overlay))])
    }
    pen.skip()
    for line in preview.lines.dropFirst(top) where pen.left > 2 {
      pen.line(into: &canvas, [StyledText(line, Style(.dim, on: .overlay))])
    }
    canvas.put(
      preview.canImport
        ? "y imports them in one change, which u takes back; any other key leaves it"
        : "there is nothing to import; any key closes", x: inside.x, y: inside.maxY - 1,
      style: Style(.title, on: .overlay), maxWidth: inside.width)
    canvas.cursor = Cursor(x: inside.x, y: inside.y)
  }
}
