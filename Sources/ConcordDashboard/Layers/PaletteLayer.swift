import ConcordCanvas
import ConcordModel

/// Every action and every partner, found by a few letters.
package struct PaletteLayer: Layer {
  private struct Row: Sendable {
    let text: String
    /// What it does, beside the text; found by its words too, after all others.
    var help = ""
    let detail: String
    let action: Action
  }

  private var editor = TextEditor()
  private var cursor = ListCursor()
  private var rows: [Row]
  private let actions: [Row]

  /// - Parameter kinds: the kinds of records that commands could act on here.
  package init(_ keymap: Keymap, contexts: [KeyContext], kinds: Set<RecordKind>) {
    var rows: [Row] = []
    for (place, screen) in ScreenCatalogue.screens.enumerated() {
      rows.append(
        Row(text: screen.row.title, detail: "screen \(screen.row.key)", action: .screen(place)))
    }
    for binding in keymap.rows(in: contexts) {
      if case .move = binding.action { continue }
      let key = binding.keys.first?.name ?? ""
      rows.append(
        Row(text: binding.words, help: binding.help, detail: key, action: binding.action))
    }
    // Commands without a key are reached from here alone.
    for command in CommandCatalogue.commands {
      let specification = command.specification
      let action = Action.command(specification.name)
      guard let kind = specification.subject, kinds.contains(kind),
        !rows.contains(where: { $0.action == action })
      else { continue }
      rows.append(
        Row(text: specification.words, help: specification.help, detail: "", action: action))
    }
    actions = rows
    self.rows = rows
  }

  package mutating func handle(_ key: Key, _ scene: Scene) -> LayerResponse {
    switch key {
    case .escape: return .close
    case .enter:
      guard rows.indices.contains(cursor.selected) else { return .stay }
      return .closeThen(rows[cursor.selected].action)
    case .down, .control("n"), .tab: cursor.move(.down, total: rows.count, height: 12)
    case .up, .control("p"), .backTab: cursor.move(.up, total: rows.count, height: 12)
    default:
      guard editor.handle(key) else { return .stay }
      find(scene)
    }
    return .stay
  }

  private mutating func find(_ scene: Scene) {
    cursor = ListCursor()
    let text = NameFold.fold(editor.text)
    guard !text.isEmpty else {
      rows = actions
      return
    }
    let words = text.split(separator: " ").map { FuzzyPattern(String($0), isPhrase: false) }
    var ranked: [(rank: Int, row: Row)] = []
    for row in actions {
      var name = NameFold.fold(row.text)
      if let rank = name.withUTF8({ bytes in Self.rank(words, bytes) }) {
        ranked.append((rank, row))
        continue
      }
      var help = NameFold.fold(row.help)
      if let rank = help.withUTF8({ bytes in Self.rank(words, bytes) }) {
        ranked.append((rank + Self.helpRank, row))
      }
    }
    let plan = FilterPlan(
      Filter(editor.text), kind: .partner, in: scene.workspace, me: scene.actor.person)
    var partners: [(rank: Int, row: Int)] = []
    for row in scene.workspace.rows(.partner) {
      if let rank = plan.rank(scene.workspace, .partner, row) { partners.append((rank, row)) }
      if partners.count > 400 { break }
    }
    for found in partners.sorted(by: { $0.rank < $1.rank }).prefix(50) {
      let partner = Partner(scene.workspace, found.row)
      ranked.append(
        (
          found.rank,
          Row(text: partner.name, detail: partner.shortKind, action: .showPartner(partner.id))
        ))
    }
    rows = ranked.enumerated().sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }.map(\.element.row)
  }

  /// What is found by its help alone stands behind what is called so.
  private static let helpRank = 100

  private static func rank(
    _ words: [FuzzyPattern], _ name: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    var worst = 0
    for word in words {
      guard let rank = word.rank(in: name) else { return nil }
      worst = max(worst, rank)
    }
    return worst
  }

  package func draw(into canvas: inout Canvas, _ scene: Scene) {
    let inside = OverlayBox.draw(
      into: &canvas, title: "Go to or do", trailing: "Enter · Esc",
      width: min(canvas.width - 4, 66), height: min(canvas.height - 4, 16))
    let lines = max(0, inside.height - 1)
    let top = cursor.firstShown(total: rows.count, height: lines)
    if rows.isEmpty {
      canvas.put(
        "nothing is called that", x: inside.x + 2, y: inside.y + 1, style: Style(.dim, on: .overlay)
      )
    }
    for place in 0..<min(lines, rows.count - top) {
      let row = rows[top + place]
      let y = inside.y + 1 + place
      let isSelected = top + place == cursor.selected
      let detail = TextMeasure.columns(of: row.detail)
      var parts = [
        StyledText(row.text, Style(isSelected ? .title : .text, on: .overlay).bold)
      ]
      if !row.help.isEmpty {
        parts.append(StyledText("  " + row.help, Style(.dim, on: .overlay)))
      }
      canvas.put(parts, x: inside.x + 2, y: y, maxWidth: max(0, inside.width - 4 - detail))
      canvas.putRight(
        row.detail, end: inside.maxX, y: y, style: Style(.dim, on: .overlay), maxWidth: 10)
      if isSelected {
        canvas.put(
          canvas.glyphs.marks.selected, x: inside.x, y: y, style: Style(.accent, on: .overlay))
        canvas.highlight(
          Rect(x: inside.x, y: y, width: inside.width, height: 1), ground: .selection)
      }
    }
    canvas.put(":", x: inside.x, y: inside.y, style: Style(.accent, on: .overlay).bold)
    editor.draw(
      into: &canvas, x: inside.x + 2, y: inside.y, width: inside.width - 2,
      style: Style(on: .overlay))
  }
}
