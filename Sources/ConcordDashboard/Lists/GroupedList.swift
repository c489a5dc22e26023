import ConcordCanvas

/// Lines that stand under headings, one of them selected: what the pages over the whole body share.
struct GroupedList: Sendable {
  /// The lines under each heading, one after the other.
  private(set) var groups: [Range<Int>] = []
  /// The selected line, counted without the headings.
  private(set) var selected = 0

  /// All lines, without the headings.
  var count: Int { groups.last?.upperBound ?? 0 }

  /// Takes other lines.
  /// - Parameter place: the line that is selected from now on; nil where it stays.
  mutating func show(_ groups: [Range<Int>], selecting place: Int? = nil) {
    self.groups = groups
    select(place ?? selected)
  }

  /// Selects a line, or the nearest that there is.
  mutating func select(_ place: Int) { selected = max(0, min(place, count - 1)) }

  // MARK: Keys

  /// Lines that a key for a page moves by.
  private static let page = 12

  /// Takes a key that moves the selection; of others it is said that they do nothing here.
  mutating func handle(_ key: Key) -> LayerResponse {
    switch key {
    case .tab, .character("]"): step(1)
    case .backTab, .character("["): step(-1)
    case .mouse(let event): wheel(event)
    case .character("Q"): return .closeThen(.quit)
    default:
      guard let motion = Self.motion(key) else {
        let words = key.name.map { "\($0) does nothing on this page; Esc leaves it" }
        return words.map { .stayThen(.message(Message(.plain, $0))) } ?? .stay
      }
      move(motion)
    }
    return .stay
  }

  private static func motion(_ key: Key) -> Motion? {
    switch key {
    case .down, .character("j"): .down
    case .up, .character("k"): .up
    case .pageDown, .character(" "): .pageDown
    case .pageUp: .pageUp
    case .control("d"): .halfDown
    case .control("u"): .halfUp
    case .home, .character("g"): .first
    case .end, .character("G"): .last
    default: nil
    }
  }

  private mutating func move(_ motion: Motion, count times: Int = 1) {
    var cursor = ListCursor()
    cursor.selected = selected
    cursor.move(motion, count: times, total: count, height: Self.page)
    selected = cursor.selected
  }

  /// To the first line under the next heading, or under this or the one before.
  private mutating func step(_ by: Int) {
    guard let here = groups.firstIndex(where: { $0.contains(selected) }) else { return }
    if by < 0, selected > groups[here].lowerBound {
      selected = groups[here].lowerBound
    } else if groups.indices.contains(here + by) {
      selected = groups[here + by].lowerBound
    }
  }

  private mutating func wheel(_ event: MouseEvent) {
    switch event.kind {
    case .wheelUp: move(.up, count: 3)
    case .wheelDown: move(.down, count: 3)
    default: break
    }
  }

  /// Takes a click on a line.
  /// - Returns: whether the line was selected already: the click opens it.
  mutating func click(_ line: Int) -> Bool {
    guard (0..<count).contains(line) else { return false }
    defer { selected = line }
    return line == selected
  }

  // MARK: Drawing

  /// What stands on a line of the picture.
  private enum Line {
    case head(Range<Int>)
    case item(Int)
  }

  private func line(_ place: Int) -> Line? {
    var start = 0
    for group in groups {
      if place == start { return .head(group) }
      if place <= start + group.count { return .item(group.lowerBound + place - start - 1) }
      start += group.count + 1
    }
    return nil
  }

  /// Draws as many lines as there is room for, the selected one among them.
  /// - Parameters:
  ///   - head: draws a heading.
  ///   - row: draws a line behind the two columns of the selection; whether it is selected.
  func draw(
    into canvas: inout Canvas, _ area: Rect,
    head: (inout Canvas, Rect, Range<Int>) -> Void,
    row: (inout Canvas, Rect, Int, Bool) -> Void
  ) {
    let total = count + groups.count
    var view = ListCursor()
    view.selected = selected + 1 + (groups.firstIndex { $0.contains(selected) } ?? 0)
    let top = view.firstShown(total: total, height: area.height)
    for place in 0..<max(0, min(area.height, total - top)) {
      let line = area.row(place)
      switch self.line(top + place) {
      case .head(let group): head(&canvas, line, group)
      case .item(let item):
        let isSelected = item == selected
        canvas.target(line, pane: Target.layer, line: item)
        if isSelected {
          canvas.put(
            canvas.glyphs.marks.selected, x: line.x, y: line.y, style: Style(.accent))
          canvas.cursor = Cursor(x: line.x, y: line.y)
        }
        row(&canvas, line, item, isSelected)
        if isSelected { canvas.highlight(line, ground: .selection) }
      case nil: break
      }
    }
  }
}
