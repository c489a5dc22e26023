import ConcordCanvas
import ConcordModel

/// Numbered orders to choose from; the chosen one again turns it round.
package struct SortLayer: Layer {
  private let orders: [SortOrder]
  private let current: SortOrder?

  package init(_ orders: [SortOrder], current: SortOrder?) {
    self.orders = orders
    self.current = current
  }

  package mutating func handle(_ key: Key, _ scene: Scene) -> LayerResponse {
    switch key {
    case .character(let digit):
      guard let number = digit.wholeNumberValue, orders.indices.contains(number - 1) else {
        return .stay
      }
      let chosen = orders[number - 1]
      if let current, current.field == chosen.field {
        return .closeThen(.setSort(SortOrder(chosen.field, descending: !current.isDescending)))
      }
      return .closeThen(.setSort(chosen))
    case .mouse, .focus: return .stay
    default: return .close
    }
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
          StyledText("\(place + 1)  ", Style(.accent, on: .overlay).bold),
          StyledText(label, isCurrent ? Style(.title, on: .overlay).bold : Style(on: .overlay)),
          StyledText(isCurrent ? " \(direction(canvas.glyphs))" : "", Style(.dim, on: .overlay)),
        ], x: inside.x, y: inside.y + place, maxWidth: inside.width)
    }
    canvas.cursor = Cursor(x: inside.x, y: inside.y)
  }
}
