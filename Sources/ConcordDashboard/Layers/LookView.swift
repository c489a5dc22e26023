import ConcordCanvas
import ConcordModel

/// Draws what happened since one last looked over the whole body: the records under their headings,
/// and below all that is known of the selected one.
struct LookView {
  let layer: LookLayer

  func draw(into canvas: inout Canvas, _ scene: Scene) {
    let area = canvas.bounds.inset(top: 1, bottom: 2)
    canvas.fill(area, style: Style())
    let inside = canvas.box(area, title: title(scene), trailing: caption, focused: true)
    canvas.cursor = Cursor(x: inside.x, y: inside.y)
    drawHints(into: &canvas, scene)
    guard let news = layer.selected else {
      EmptyWords.draw(emptyWords(scene), into: &canvas, inside.splitTop(min(1, inside.height)).rest)
      return
    }
    let detail = Self.detailHeight(inside.height)
    let (list, rest) = inside.splitTop(inside.height - detail)
    drawList(into: &canvas, list, scene)
    drawDetail(into: &canvas, rest, news, scene)
  }

  private func title(_ scene: Scene) -> String {
    let last = layer.lookBack?.last ?? scene.lastLook
    guard let last, scene.asOf == nil else { return "Since I last looked" }
    return "Since " + scene.moment(last.at)
  }

  private var caption: String {
    guard let found = layer.lookBack else { return "" }
    var parts = LookGroup.allCases.compactMap { group -> String? in
      let count = found.count(group)
      return count == 0 ? nil : "\(Numbers.grouped(count)) \(group.noun)"
    }
    if found.hasOlder { parts.append("and older ones") }
    return parts.joined(separator: " · ")
  }

  private func emptyWords(_ scene: Scene) -> [String] {
    if let day = scene.asOf {
      return [
        "This is the office as of \(day.text), as it was then.", "",
        "What happened since you last looked stands here without --as-of.",
      ]
    }
    guard let found = layer.lookBack, !found.isFirst else {
      return scene.lastLook == nil
        ? ["This is your first look; from now on this page says what happened meanwhile."]
        : ["Reading the journal…"]
    }
    if let problem = found.problem { return ["What happened could not be read:", problem] }
    return ["Nothing happened since \(scene.moment(found.last.at)), but by you."]
  }

  /// Lines of what is said of the selected one.
  private static func detailHeight(_ height: Int) -> Int {
    switch height {
    case 18...: 6
    case 10...: 4
    default: max(0, min(2, height - 2))
    }
  }

  // MARK: The list

  /// A line of the list.
  private enum Line {
    case head(Range<Int>)
    case news(Int)
  }

  /// The line at a place: each group stands under its heading.
  private func line(_ place: Int) -> Line? {
    var start = 0
    for group in layer.groups {
      if place == start { return .head(group) }
      if place <= start + group.count { return .news(group.lowerBound + place - start - 1) }
      start += group.count + 1
    }
    return nil
  }

  private func place(of news: Int) -> Int {
    news + 1 + (layer.groups.firstIndex { $0.contains(news) } ?? 0)
  }

  private func drawList(into canvas: inout Canvas, _ area: Rect, _ scene: Scene) {
    let total = layer.news.count + layer.groups.count
    var view = ListCursor()
    view.selected = place(of: layer.cursor.selected)
    let top = view.firstShown(total: total, height: area.height)
    for row in 0..<max(0, min(area.height, total - top)) {
      switch line(top + row) {
      case .head(let group): drawHead(into: &canvas, area.row(row), group)
      case .news(let place): drawRow(into: &canvas, area.row(row), place, scene)
      case nil: break
      }
    }
  }

  private func drawHead(into canvas: inout Canvas, _ line: Rect, _ group: Range<Int>) {
    canvas.put(
      [
        StyledText(layer.news[group.lowerBound].group.words, Style(.title).bold),
        StyledText("  " + Numbers.grouped(group.count), Style(.dim)),
      ], x: line.x + 1, y: line.y, maxWidth: max(0, line.width - 2))
  }

  private func drawRow(
    into canvas: inout Canvas, _ line: Rect, _ place: Int, _ scene: Scene
  ) {
    let news = layer.news[place]
    let workspace = scene.workspace
    let isSelected = place == layer.cursor.selected
    canvas.target(line, pane: Target.layer, line: place)
    if isSelected {
      canvas.put(canvas.glyphs.marks.selected, x: line.x, y: line.y, style: Style(.accent))
      canvas.cursor = Cursor(x: line.x, y: line.y)
    }
    LookMark.draw(news.record, into: &canvas, x: line.x + 1, y: line.y, scene)
    let used = canvas.put(
      scene.shortID(news.record), x: line.x + 2, y: line.y, style: Style(.dim))
    let x = line.x + 2 + max(used, 6) + 2
    let isRoomy = line.width >= 60
    let end = isRoomy ? line.maxX - Self.whenWidth - 2 : line.maxX
    let room = max(0, end - x)
    // What it is called, of whom where there is room for it, and what happened.
    let partnerWidth = line.width >= 100 ? room / 5 : 0
    let titleWidth = partnerWidth > 0 ? room * 3 / 10 : room / 2
    canvas.put(
      LookWords.title(news.record, workspace), x: x, y: line.y,
      style: isSelected ? Style(.title).bold : Style(), maxWidth: max(0, titleWidth - 2))
    if partnerWidth > 0 {
      canvas.put(
        LookWords.partner(news.record, workspace), x: x + titleWidth, y: line.y,
        style: Style(.dim), maxWidth: partnerWidth - 2)
    }
    let start = x + titleWidth + partnerWidth
    canvas.put(
      LookWords.what(news, workspace), x: start, y: line.y, style: Style(),
      maxWidth: max(0, end - start))
    if isRoomy {
      canvas.putRight(
        LookWords.when(news, scene), end: line.maxX - 1, y: line.y, style: Style(.dim),
        maxWidth: Self.whenWidth)
    }
    if isSelected { canvas.highlight(line, ground: .selection) }
  }

  /// A day in full.
  private static let whenWidth = 10

  // MARK: The selected one

  private func drawDetail(
    into canvas: inout Canvas, _ area: Rect, _ news: LookNews, _ scene: Scene
  ) {
    guard area.height > 0 else { return }
    var pen = Pen(area.inset(left: 1, right: 1))
    if area.height >= 4 {
      canvas.horizontalLine(x: area.x, y: area.y, length: area.width)
      pen.skip()
    }
    let workspace = scene.workspace
    let names = [
      LookWords.title(news.record, workspace), LookWords.partner(news.record, workspace),
    ]
    pen.line(
      into: &canvas,
      [StyledText(names.filter { !$0.isEmpty }.joined(separator: " · "), Style(.title).bold)])
    pen.paragraph(
      into: &canvas, scene.moment(news.at) + "  " + LookWords.what(news, workspace), Style(),
      lines: pen.left)
  }

  // MARK: Keys

  private static let hints = [
    ("Enter", "go there"), ("Esc", "back"), ("c", "all seen"), ("]", "next group"), ("y", "copy"),
  ]

  /// The keys of this page, in the place of the screen's that lies below.
  private func drawHints(into canvas: inout Canvas, _ scene: Scene) {
    let y = canvas.height - 2
    canvas.fill(Rect(x: 0, y: y, width: canvas.width, height: 1), style: Style(on: .bar))
    var x = 1
    for (key, words) in Self.hints where layer.selected != nil || key == "Esc" {
      let width = TextMeasure.columns(of: key) + 1 + TextMeasure.columns(of: words)
      guard x + width < canvas.width else { continue }
      canvas.put(
        [
          StyledText(key, Style(.accent, on: .bar).bold),
          StyledText(" " + words, Style(.text, on: .bar)),
        ], x: x, y: y)
      x += width + 2
    }
  }
}
