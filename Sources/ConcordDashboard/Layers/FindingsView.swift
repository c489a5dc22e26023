import ConcordCanvas
import ConcordModel

/// Draws the findings over the whole body: under what is to be done about them, and below what is known
/// of the selected one.
struct FindingsView {
  let layer: FindingsLayer

  func draw(into canvas: inout Canvas, _ scene: Scene) {
    let area = canvas.bounds.inset(top: 1, bottom: 2)
    canvas.fill(area, style: Style())
    let inside = canvas.box(
      area, title: "Findings of the rules", trailing: caption, focused: true)
    canvas.cursor = Cursor(x: inside.x, y: inside.y)
    PageHints.draw(
      Self.hints.filter { layer.selected != nil || $0.key == "Esc" }, into: &canvas)
    guard let row = layer.selected.flatMap({ scene.workspace.row($0) }) else {
      EmptyWords.draw(
        Self.emptyWords(scene), into: &canvas, inside.splitTop(min(1, inside.height)).rest)
      return
    }
    let (list, rest) = inside.splitTop(inside.height - Self.detailHeight(inside.height))
    layer.list.draw(
      into: &canvas, list, head: { drawHead(into: &$0, $1, $2) },
      row: { drawRow(into: &$0, $1, $2, isSelected: $3, scene) })
    drawDetail(into: &canvas, rest, Finding(scene.workspace, row), scene)
  }

  private static let hints: [(key: String, words: String)] = [
    ("Enter", "partners"), ("r", "raise"), ("p", "plan"), ("s", "silence"), ("u", "undo"),
    ("Esc", "back"),
  ]

  private var caption: String {
    let waiting = layer.lines.count { $0.group == .waiting }
    return waiting == 0 ? "none waits" : "\(Numbers.grouped(waiting)) to be decided"
  }

  private static func emptyWords(_ scene: Scene) -> [String] {
    [
      "The rules hold nothing back.", "",
      "Where a rule would raise over \(scene.workspace.policy.surge.flags) flags below high at once, "
        + "it makes one finding of them, and it is decided here.",
    ]
  }

  /// Lines of what is said of the selected one.
  private static func detailHeight(_ height: Int) -> Int {
    switch height {
    case 18...: 8
    case 10...: 5
    default: max(0, min(3, height - 2))
    }
  }

  private func drawHead(into canvas: inout Canvas, _ line: Rect, _ group: Range<Int>) {
    canvas.put(
      [
        StyledText(layer.lines[group.lowerBound].group.words, Style(.title).bold),
        StyledText("  " + Numbers.grouped(group.count), Style(.dim)),
      ], x: line.x + 1, y: line.y, maxWidth: max(0, line.width - 2))
  }

  /// A day in full.
  private static let dayWidth = 10

  private func drawRow(
    into canvas: inout Canvas, _ line: Rect, _ place: Int, isSelected: Bool, _ scene: Scene
  ) {
    let entry = layer.lines[place]
    guard let row = scene.workspace.row(entry.id) else { return }
    let finding = Finding(scene.workspace, row)
    let used = canvas.put(
      scene.shortID(entry.id), x: line.x + 2, y: line.y, style: Style(.dim))
    let x = line.x + 2 + max(used, 6) + 2
    canvas.putRight(
      finding.day?.text ?? "", end: line.maxX - 1, y: line.y, style: Style(.dim),
      maxWidth: Self.dayWidth)
    let count = Counted.words(entry.count, "partner")
    let end = line.maxX - Self.dayWidth - 3
    canvas.putRight(count, end: end, y: line.y, style: Style(), maxWidth: max(0, end - x))
    canvas.put(
      finding.rule, x: x, y: line.y, style: isSelected ? Style(.title).bold : Style(),
      maxWidth: max(0, end - TextMeasure.columns(of: count) - 1 - x))
  }

  private func drawDetail(
    into canvas: inout Canvas, _ area: Rect, _ finding: Finding, _ scene: Scene
  ) {
    guard area.height > 0 else { return }
    var pen = Pen(area.inset(left: 1, right: 1))
    if area.height >= 4 {
      canvas.horizontalLine(x: area.x, y: area.y, length: area.width)
      pen.skip()
    }
    let words = RuleCatalogue.rule(finding.rule)?.words ?? finding.rule
    pen.paragraph(into: &canvas, words, Style(.title).bold, lines: area.height >= 8 ? 2 : 1)
    if let tiers = finding.tiers { pen.paragraph(into: &canvas, tiers, Style(), lines: 1) }
    if let state = Self.state(finding) {
      pen.paragraph(into: &canvas, state, Style(), lines: area.height >= 8 ? 2 : 1)
    }
    let names = finding.remaining.prefix(Self.names).map { Text.oneLine(scene.workspace.title($0)) }
    pen.paragraph(
      into: &canvas, names.joined(separator: ", "), Style(.dim), lines: pen.left)
  }

  /// Partners that are named at the most.
  private static let names = 12

  /// What was decided, and why.
  private static func state(_ finding: Finding) -> String? {
    let what: String
    switch finding.state {
    case .open: return nil
    case .raised: what = "raised"
    case .planned:
      what = "planned from \(finding.planFrom?.text ?? "") to \(finding.planUntil?.text ?? "")"
    case .silenced: what = "silenced until \(finding.until?.text ?? "")"
    }
    return what + (finding.reason.map { ": " + Text.oneLine($0) } ?? "")
  }
}
