import ConcordCanvas
import ConcordModel

/// A record to read: a flag as Triage shows it, any other by its fields. Every key but the arrows
/// closes it.
package struct RecordLayer: Layer {
  private let record: RecordID
  private var top = 0

  package init(_ record: RecordID) { self.record = record }

  package mutating func handle(_ key: Key, _ scene: Scene) -> LayerResponse {
    switch key {
    case .down, .character("j"): top += 1
    case .up, .character("k"): top = max(0, top - 1)
    case .mouse, .focus: break
    default: return .close
    }
    return .stay
  }

  package func draw(into canvas: inout Canvas, _ scene: Scene) {
    let workspace = scene.workspace
    let inside = OverlayBox.draw(
      into: &canvas, title: scene.shortID(record), trailing: "Esc",
      width: min(canvas.width - 4, 76), height: canvas.height - 4,
      ground: .plain)
    canvas.cursor = Cursor(x: inside.x, y: inside.y)
    guard let row = workspace.row(record) else {
      canvas.put("it is not there any more", x: inside.x, y: inside.y, style: .plain)
      return
    }
    if record.kind == .flag, let figure = workspace.flagFigure(row: row) {
      canvas.clipped(to: inside) { canvas in
        FlagDetail(flag: Flag(workspace, row), figure: figure, reason: nil)
          .draw(into: &canvas, inside, scene)
      }
      return
    }
    let lines = self.lines(row, width: inside.width - Self.nameWidth, scene)
    let first = min(top, max(0, lines.count - inside.height))
    OverlayBox.drawMore(into: &canvas, inside, hidden: lines.count - first - inside.height)
    for (place, line) in lines.dropFirst(first).prefix(inside.height).enumerated() {
      let y = inside.y + place
      canvas.put(
        line.name, x: inside.x, y: y, style: Style(.dim), maxWidth: Self.nameWidth - 1
      )
      canvas.put(
        line.text, x: inside.x + Self.nameWidth, y: y, style: .plain,
        maxWidth: inside.width - Self.nameWidth)
    }
  }

  private static let nameWidth = 18

  private func lines(
    _ row: Int, width: Int, _ scene: Scene
  ) -> [(name: String, text: String)] {
    let workspace = scene.workspace
    let conflicts = ConflictWords(workspace).lines(record).flatMap { conflict in
      Paragraph.lines(conflict.text, width: width, most: 4).enumerated()
        .map { (name: $0.offset == 0 ? "Both: \(conflict.name)" : "", text: $0.element) }
    }
    return conflicts
      + workspace.fields[record.kind].fields.flatMap { field in
        guard let value = workspace.anyValue(record.kind, row: row, field) else {
          return [(name: String, text: String)]()
        }
        var text = FieldText.text(value, field.type, workspace)
        if field.type == .instant, case .integer(let number) = value {
          text = scene.day(Instant(milliseconds: number)).text
        }
        let lines = Paragraph.lines(text, width: width, most: 12)
        return lines.enumerated().map { ($0.offset == 0 ? field.label : "", $0.element) }
      }
  }
}
