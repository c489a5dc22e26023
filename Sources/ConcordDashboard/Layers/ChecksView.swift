import ConcordCanvas
import ConcordModel

/// Draws the consistency checks over the whole body: the findings under their checks, and below what
/// is to be known of the selected one.
struct ChecksView {
  let layer: ChecksLayer
  let keymap: Keymap

  func draw(into canvas: inout Canvas, _ scene: Scene) {
    let area = canvas.bounds.inset(top: 1, bottom: 2)
    canvas.fill(area, style: Style())
    let inside = canvas.box(
      area, title: "Consistency checks", trailing: caption, focused: true)
    canvas.cursor = Cursor(x: inside.x, y: inside.y)
    drawHints(into: &canvas)
    guard let finding = layer.selected else {
      EmptyWords.draw(emptyWords, into: &canvas, inside.splitTop(min(1, inside.height)).rest)
      return
    }
    let detail = Self.detailHeight(inside.height)
    let (list, rest) = inside.splitTop(inside.height - detail)
    drawList(into: &canvas, list, scene)
    drawDetail(into: &canvas, rest, finding, scene)
  }

  private var caption: String {
    guard let report = layer.report else { return "looking…" }
    var parts = CheckSeverity.allCases.compactMap { severity -> String? in
      let count = report.count(severity)
      guard count > 0 else { return nil }
      return Numbers.grouped(count) + " " + severity.rawValue + (count == 1 ? "" : "s")
    }
    if layer.isLooking { parts.append("looking again…") }
    return parts.joined(separator: " · ")
  }

  private var emptyWords: [String] {
    guard layer.report != nil else { return ["Looking at all records…"] }
    return [
      "Nothing found.", "",
      "The checks look for what records say against each other: a target above the start, an "
        + "acceptance without an end, a decision by who did the tasks …",
    ]
  }

  /// Lines of what is said of the selected finding.
  private static func detailHeight(_ height: Int) -> Int {
    switch height {
    case 18...: 7
    case 10...: 5
    default: max(0, min(3, height - 2))
    }
  }

  // MARK: The list

  private func drawList(into canvas: inout Canvas, _ area: Rect, _ scene: Scene) {
    layer.list.draw(
      into: &canvas, area, head: { drawHead(into: &$0, $1, $2) },
      row: { drawRow(into: &$0, $1, $2, isSelected: $3, scene) })
  }

  private func drawHead(into canvas: inout Canvas, _ line: Rect, _ group: Range<Int>) {
    let check = layer.findings[group.lowerBound].check
    let isError = check.severity == .error
    canvas.put(
      [
        StyledText(check.severity.rawValue + ": ", Style(isError ? .danger : .warning)),
        StyledText(check.words, Style(.title).bold),
        StyledText("  " + Numbers.grouped(group.count), Style(.dim)),
      ], x: line.x + 1, y: line.y, maxWidth: max(0, line.width - 2))
  }

  private func drawRow(
    into canvas: inout Canvas, _ line: Rect, _ place: Int, isSelected: Bool, _ scene: Scene
  ) {
    let finding = layer.findings[place]
    let id = scene.shortID(finding.record)
    let used = canvas.put(id, x: line.x + 2, y: line.y, style: Style(.dim))
    let x = line.x + 2 + max(used, 6) + 2
    canvas.put(
      Text.oneLine(finding.sentence(in: scene.workspace)), x: x, y: line.y,
      style: isSelected ? Style(.title).bold : Style(), maxWidth: max(0, line.maxX - x))
  }

  // MARK: The selected one

  private func drawDetail(
    into canvas: inout Canvas, _ area: Rect, _ finding: CheckFinding, _ scene: Scene
  ) {
    var pen = Pen(area.inset(left: 1, right: 1))
    if area.height >= 5 {
      canvas.horizontalLine(x: area.x, y: area.y, length: area.width)
      pen.skip()
    }
    let remedy = finding.remedy(in: scene.workspace)
    let key = CheckKeys.words(remedy, keymap, isHere: true).map { ": " + $0 } ?? ""
    let todo = "To do: " + remedy.words + key
    let isRoomy = area.height >= 5
    pen.paragraph(
      into: &canvas, finding.sentence(in: scene.workspace), Style(),
      lines: max(1, area.height >= 7 ? 3 : 2))
    pen.paragraph(into: &canvas, todo, Style(.title).bold, lines: 1)
    if isRoomy {
      pen.paragraph(into: &canvas, finding.check.reason, Style(.dim), lines: pen.left)
    }
  }

  // MARK: Keys

  private static let hints: [(key: String, words: String)] = [
    ("Enter", "go there"), ("Esc", "back"), ("e", "edit"), ("]", "next check"), ("y", "copy"),
  ]

  private func drawHints(into canvas: inout Canvas) {
    PageHints.draw(
      Self.hints.filter { layer.selected != nil || $0.key == "Esc" }, into: &canvas)
  }
}
