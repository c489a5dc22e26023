import ConcordCanvas
import ConcordModel

/// Numbered orders to choose from; the chosen one again turns it round.
package struct SortLayer: Layer {
  private let orders: [SortOrder]
  private let current: SortOrder?
  private var cursor: ChoiceCursor

  package init(_ orders: [SortOrder], current: SortOrder?) {
    self.orders = orders
    self.current = current
    cursor = ChoiceCursor(
      orders.count, selected: orders.firstIndex { $0.field == current?.field } ?? 0)
  }

  package mutating func handle(_ key: Key, _ scene: Scene) -> LayerResponse {
    switch cursor.handle(key) {
    case .moved: return .stay
    case .taken(let place): return choose(place)
    case .other: break
    }
    switch key {
    case .character, .mouse, .focus: return .stay
    default: return .close
    }
  }

  package mutating func click(_ line: Int, _ scene: Scene) -> LayerResponse { choose(line) }

  private func choose(_ place: Int) -> LayerResponse {
    guard orders.indices.contains(place) else { return .stay }
    let chosen = orders[place]
    if let current, current.field == chosen.field {
      return .closeThen(.setSort(SortOrder(chosen.field, descending: !current.isDescending)))
    }
    return .closeThen(.setSort(chosen))
  }

  private func direction(_ glyphs: GlyphSet) -> Character {
    current?.isDescending ?? false ? glyphs.marks.down : glyphs.marks.up
  }

  package func draw(into canvas: inout Canvas, _ scene: Scene) {
    let inside = OverlayBox.draw(
      into: &canvas, title: "Sort by", trailing: "again turns round · Esc", width: 38,
      height: orders.count + 2)
    for (place, order) in orders.enumerated() where place < inside.height {
      let isCurrent = order.field == current?.field
      let label = scene.workspace.fields[.partner].field(order.field)?.label ?? order.field
      canvas.put(
        [
          StyledText(ChoiceCursor.digit(place) + "  ", Style(.accent, on: .overlay).bold),
          StyledText(label, isCurrent ? Style(.title, on: .overlay).bold : Style(on: .overlay)),
          StyledText(isCurrent ? " \(direction(canvas.glyphs))" : "", Style(.dim, on: .overlay)),
        ], x: inside.x, y: inside.y + place, maxWidth: inside.width)
      cursor.mark(place, inside.row(place), into: &canvas)
    }
  }
}
