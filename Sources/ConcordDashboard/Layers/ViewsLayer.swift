import ConcordCanvas
import ConcordModel

/// The saved views: a number or Enter shows one; a name that is new saves what is shown now.
package struct ViewsLayer: Layer {
  private var views: [SavedView]
  /// What is shown now; nil where the screen has no list.
  private let current: SavedView?
  private var editor = TextEditor()
  private var cursor = ListCursor()
  private var problem: String?

  package init(_ views: [SavedView], current: SavedView?) {
    self.views = views
    self.current = current
  }

  private var shown: [SavedView] {
    let wanted = NameFold.fold(editor.text)
    return wanted.isEmpty ? views : views.filter { NameFold.fold($0.name).contains(wanted) }
  }

  private var selected: SavedView? {
    let shown = shown
    return shown.indices.contains(cursor.selected) ? shown[cursor.selected] : nil
  }

  /// The typed name, where no view has it.
  private var newName: String? {
    let name = Text.trimmed(editor.text)
    let isKnown = views.contains { NameFold.fold($0.name) == NameFold.fold(name) }
    return name.isEmpty || isKnown ? nil : name
  }

  package mutating func handle(_ key: Key, _ scene: Scene) -> LayerResponse {
    problem = nil
    switch key {
    case .escape: return .close
    case .enter: return enter()
    case .control("s"): return save()
    case .control("x"):
      guard let selected else { return .stay }
      views.removeAll { $0 == selected }
      cursor.settle(total: shown.count, height: 12)
      return .stayThen(.keepViews(views))
    case .control("y"):
      guard let selected else { return .stay }
      return .stayThen(.copyText(selected.line, words: "the view “\(selected.name)” as a line"))
    case .down, .tab: cursor.move(.down, total: shown.count, height: 12)
    case .up, .backTab: cursor.move(.up, total: shown.count, height: 12)
    case .paste(let text):
      guard let view = SavedView(line: text) else { return type(key) }
      return keep(view)
    case .character(let digit) where editor.isEmpty && digit.wholeNumberValue != nil:
      let place = (digit.wholeNumberValue ?? 0) - 1
      return shown.indices.contains(place) ? .closeThen(.showView(shown[place])) : .stay
    default: return type(key)
    }
    return .stay
  }

  private mutating func type(_ key: Key) -> LayerResponse {
    if editor.handle(key) { cursor = ListCursor() }
    return .stay
  }

  package mutating func click(_ line: Int, _ scene: Scene) -> LayerResponse {
    let shown = shown
    return shown.indices.contains(line) ? .closeThen(.showView(shown[line])) : .stay
  }

  private mutating func enter() -> LayerResponse {
    if let selected { return .closeThen(.showView(selected)) }
    return save()
  }

  private mutating func save() -> LayerResponse {
    guard let current else {
      problem = "this screen has no list whose view could be saved"
      return .stay
    }
    let name = Text.trimmed(editor.text)
    guard !name.isEmpty else {
      problem = "type the name that it is to have"
      return .stay
    }
    return keep(
      SavedView(name: name, screen: current.screen, filter: current.filter, order: current.order))
  }

  private mutating func keep(_ view: SavedView) -> LayerResponse {
    views = view.kept(in: views)
    return .closeThen(.keepViews(views))
  }

  package func draw(into canvas: inout Canvas, _ scene: Scene) {
    let shown = shown
    let inside = OverlayBox.draw(
      into: &canvas, title: "Views", trailing: "Esc", width: min(canvas.width - 4, 72),
      height: min(canvas.height - 3, max(5, shown.count + 4)))
    canvas.put("'", x: inside.x, y: inside.y, style: Style(.accent, on: .overlay).bold)
    let height = max(1, inside.height - 2)
    let top = cursor.firstShown(total: shown.count, height: height)
    for place in 0..<min(height, shown.count - top) {
      draw(shown[top + place], top + place, into: &canvas, inside.row(1 + place))
    }
    if shown.isEmpty {
      canvas.put(
        newName == nil
          ? "No view yet: type a name, ^S saves what is shown under it."
          : "Enter saves what is shown now under this name.", x: inside.x + 2, y: inside.y + 1,
        style: Style(.dim, on: .overlay), maxWidth: inside.width - 2)
    }
    canvas.put(
      problem ?? "^S save what is shown  ^X take away  ^Y copy as a line  paste a line",
      x: inside.x, y: inside.maxY - 1, style: Style(problem == nil ? .dim : .danger, on: .overlay),
      maxWidth: inside.width)
    editor.draw(
      into: &canvas, x: inside.x + 2, y: inside.y, width: inside.width - 2,
      style: Style(on: .overlay))
  }

  private func draw(_ view: SavedView, _ place: Int, into canvas: inout Canvas, _ line: Rect) {
    canvas.target(line, pane: Target.layer, line: place)
    let number = place < 9 && editor.isEmpty ? String(place + 1) : " "
    canvas.put(
      [
        StyledText(number + "  ", Style(.accent, on: .overlay).bold),
        StyledText(view.name, Style(on: .overlay)),
        StyledText(
          "  "
            + [view.screen, view.order?.text ?? "", view.filter].filter { !$0.isEmpty }
            .joined(separator: " "), Style(.dim, on: .overlay)),
      ], x: line.x, y: line.y, maxWidth: line.width)
    if place == cursor.selected { canvas.highlight(line, ground: .selection) }
  }
}
