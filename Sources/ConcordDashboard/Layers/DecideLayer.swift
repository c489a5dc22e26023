import ConcordCanvas
import ConcordModel

/// The decisions that what is selected may have, numbered; what cannot be done says why.
package struct DecideLayer: Layer {
  private struct Row: Sendable {
    let command: String
    let words: String
    let key: String
    /// Why it cannot be done now.
    let obstacle: String?
  }

  private let title: String
  private let rows: [Row]
  private var cursor: ChoiceCursor

  /// - Parameter bindings: the keys of the decisions, in their order.
  package init(_ bindings: [Binding], on subjects: [RecordID], _ scene: Scene) {
    title =
      subjects.count == 1
      ? subjects.first.map { scene.workspace.title($0) } ?? "" : "\(subjects.count) marked"
    rows = bindings.compactMap { binding in
      guard case .command(let name) = binding.action,
        let command = CommandCatalogue.command(name)
      else { return nil }
      let obstacle = subjects.lazy.compactMap {
        command.obstacle($0, in: scene.workspace, by: scene.actor)
      }.first
      return Row(
        command: name, words: binding.words, key: binding.keys.first?.name ?? "",
        obstacle: obstacle?.sentence)
    }
    cursor = ChoiceCursor(rows.count)
  }

  package mutating func handle(_ key: Key, _ scene: Scene) -> LayerResponse {
    if key == .escape || key == .character("q") { return .close }
    switch cursor.handle(key) {
    case .moved: return .stay
    case .taken(let place): return choose(place)
    case .other:
      guard case .character(let character) = key,
        let place = rows.firstIndex(where: { $0.key == String(character) })
      else { return .stay }
      return choose(place)
    }
  }

  package mutating func click(_ line: Int, _ scene: Scene) -> LayerResponse { choose(line) }

  private mutating func choose(_ place: Int) -> LayerResponse {
    guard rows.indices.contains(place) else { return .stay }
    cursor.selected = place
    // What cannot be done stays to be read.
    return rows[place].obstacle == nil ? .closeThen(.ask(command: rows[place].command)) : .stay
  }

  package func draw(into canvas: inout Canvas, _ scene: Scene) {
    let longest = rows.map { TextMeasure.columns(of: $0.words) }.max() ?? 0
    let inside = OverlayBox.draw(
      into: &canvas, title: title, trailing: "Esc", width: min(canvas.width - 4, 64),
      height: min(canvas.height - 3, rows.count + 3))
    for (place, row) in rows.enumerated() where place < inside.height - 1 {
      let line = inside.row(place)
      let ink: Ink = row.obstacle == nil ? .text : .faint
      canvas.put(
        ChoiceCursor.digit(place), x: line.x, y: line.y,
        style: Style(.accent, on: .overlay).bold)
      canvas.put(
        row.words, x: line.x + 3, y: line.y, style: Style(ink, on: .overlay), maxWidth: longest)
      canvas.put(row.key, x: line.x + longest + 5, y: line.y, style: Style(.dim, on: .overlay))
      canvas.put(
        row.obstacle ?? "", x: line.x + longest + 8, y: line.y, style: Style(.faint, on: .overlay),
        maxWidth: max(0, line.maxX - line.x - longest - 8))
      cursor.mark(place, line, into: &canvas)
    }
    if rows.indices.contains(cursor.selected) {
      canvas.put(
        rows[cursor.selected].obstacle ?? "a number, a key or Enter decides", x: inside.x,
        y: inside.maxY - 1, style: Style(.dim, on: .overlay), maxWidth: inside.width)
    }
  }
}
