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
    drawHints(into: &canvas)
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

  private func drawList(into canvas: inout Canvas, _ area: Rect, _ scene: Scene) {
    layer.list.draw(
      into: &canvas, area, head: { drawHead(into: &$0, $1, $2) },
      row: { drawRow(into: &$0, $1, $2, isSelected: $3, scene) })
  }

  private func drawHead(into canvas: inout Canvas, _ line: Rect, _ group: Range<Int>) {
    canvas.put(
      [
        StyledText(layer.news[group.lowerBound].group.words, Style(.title).bold),
        StyledText("  " + Numbers.grouped(group.count), Style(.dim)),
      ], x: line.x + 1, y: line.y, maxWidth: max(0, line.width - 2))
  }

  private func drawRow(
    into canvas: inout Canvas, _ line: Rect, _ place: Int, isSelected: Bool, _ scene: Scene
  ) {
    let news = layer.news[place]
    let workspace = scene.workspace
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

  private static let hints: [(key: String, words: String)] = [
    ("Enter", "go there"), ("Esc", "back"), ("c", "all seen"), ("]", "next group"), ("y", "copy"),
  ]

  private func drawHints(into canvas: inout Canvas) {
    PageHints.draw(
      Self.hints.filter { layer.selected != nil || $0.key == "Esc" }, into: &canvas)
  }
}
