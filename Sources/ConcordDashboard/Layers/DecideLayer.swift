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
  private var selected = 0

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
  }

  package mutating func handle(_ key: Key, _ scene: Scene) -> LayerResponse {
    switch key {
    case .escape, .character("q"): return .close
    case .down, .character("j"), .tab: selected = (selected + 1) % max(1, rows.count)
    case .up, .character("k"), .backTab:
      selected = (selected + max(1, rows.count) - 1) % max(1, rows.count)
    case .enter: return choose(selected)
    case .character(let character):
      if let digit = character.wholeNumberValue { return choose(digit - 1) }
      guard let place = rows.firstIndex(where: { $0.key == String(character) }) else {
        return .stay
      }
      return choose(place)
    default: break
    }
    return .stay
  }

  package mutating func click(_ line: Int, _ scene: Scene) -> LayerResponse { choose(line) }

  private mutating func choose(_ place: Int) -> LayerResponse {
    guard rows.indices.contains(place) else { return .stay }
    selected = place
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
      canvas.target(line, pane: Target.layer, line: place)
      let ink: Ink = row.obstacle == nil ? .text : .faint
      let number = place < 9 ? String(place + 1) : " "
      canvas.put(number, x: line.x, y: line.y, style: Style(.accent, on: .overlay).bold)
      canvas.put(
        row.words, x: line.x + 3, y: line.y, style: Style(ink, on: .overlay), maxWidth: longest)
      canvas.put(row.key, x: line.x + longest + 5, y: line.y, style: Style(.dim, on: .overlay))
      canvas.put(
        row.obstacle ?? "", x: line.x + longest + 8, y: line.y, style: Style(.faint, on: .overlay),
        maxWidth: max(0, line.maxX - line.x - longest - 8))
      if place == selected {
        canvas.highlight(line, ground: .selection)
        canvas.cursor = Cursor(x: line.x, y: line.y)
      }
    }
    if rows.indices.contains(selected) {
      canvas.put(
        rows[selected].obstacle ?? "a number, a key or Enter decides", x: inside.x,
        y: inside.maxY - 1, style: Style(.dim, on: .overlay), maxWidth: inside.width)
    }
  }
}
