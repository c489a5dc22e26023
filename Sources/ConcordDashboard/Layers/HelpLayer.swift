import ConcordCanvas

/// The keys of this place, from the keymap.
package struct HelpLayer: Layer {
  private let rows: [(head: String?, keys: String, help: String)]
  private var top = 0

  package init(_ keymap: Keymap, contexts: [KeyContext], _ glyphs: GlyphSet) {
    var rows: [(head: String?, keys: String, help: String)] = []
    let all = keymap.rows(in: contexts).filter { !$0.keys.isEmpty }
    for context in contexts {
      let bindings = all.filter { $0.context == context }
      guard !bindings.isEmpty else { continue }
      rows.append((context.words, "", ""))
      for binding in bindings {
        let keys = binding.keys.compactMap(\.name).joined(separator: " ")
        rows.append((nil, keys, binding.help))
      }
    }
    rows.append(("Screens", "", ""))
    for screen in ScreenCatalogue.screens {
      rows.append((nil, String(screen.row.key), screen.row.title))
    }
    rows.append(("Signs", "", ""))
    rows += Self.signs(glyphs).map { (nil, $0, $1) }
    self.rows = rows
  }

  /// What the signs of the screens mean.
  private static func signs(_ glyphs: GlyphSet) -> [(signs: String, words: String)] {
    let marks = glyphs.marks
    func list(_ signs: Character...) -> String { signs.map(String.init).joined(separator: " ") }
    return [
      (glyphs.bars.map(String.init).joined(), "Level, from very low to very high"),
      (list(marks.dash), "Unassessed: nobody has looked, so no number"),
      (list(marks.flag), "Live risk flags; DUE: days to the next open task"),
      (list(marks.selected), "Selected; on the heatmap: the partner's flags"),
      (list(marks.marked), "Marked, for one decision together"),
      (list(marks.new, marks.changed), "New, changed since you last looked (L)"),
      (list(marks.up, marks.left), "In the queue: escalated to you; come back"),
      (
        list(marks.inherent, marks.residual, marks.target),
        "Inherent, residual (once treated), target"
      ),
      (
        list(marks.done, marks.failed, marks.warning),
        "Done; failed or late; due within a week"
      ),
      (list(marks.up, marks.down), "In a list's title: ascending, descending"),
      ("+3 −2 = *", "On the heatmap: more, fewer, as many; other level"),
    ]
  }

  package mutating func handle(_ key: Key, _ scene: Scene) -> LayerResponse {
    switch key {
    case .down, .character("j"): top = min(top + 1, max(0, rows.count - 5))
    case .up, .character("k"): top = max(0, top - 1)
    case .pageDown, .character(" "): top = min(top + 15, max(0, rows.count - 5))
    case .pageUp: top = max(0, top - 15)
    case .mouse, .focus: break
    default: return .close
    }
    return .stay
  }

  package func draw(into canvas: inout Canvas, _ scene: Scene) {
    let inside = OverlayBox.draw(
      into: &canvas, title: "Keys", trailing: "j k scroll · Esc closes",
      width: min(canvas.width - 4, 64), height: min(canvas.height - 3, rows.count + 2))
    let keysWidth = min(15, max(8, inside.width / 4))
    for (place, row) in rows.dropFirst(top).enumerated() where place < inside.height {
      let y = inside.y + place
      if let head = row.head {
        canvas.put(head, x: inside.x, y: y, style: Style(.title, on: .overlay).bold)
      } else {
        canvas.put(
          row.keys, x: inside.x + 1, y: y, style: Style(.accent, on: .overlay),
          maxWidth: keysWidth - 1)
        canvas.put(
          row.help, x: inside.x + keysWidth + 1, y: y, style: Style(on: .overlay),
          maxWidth: max(0, inside.width - keysWidth - 1))
      }
    }
    canvas.cursor = Cursor(x: inside.x, y: inside.y)
  }
}
