import ConcordCanvas
import ConcordModel

/// The risk heatmap: live flags by likelihood and impact, with a cell cursor.
package struct HeatmapPane: Hashable, Sendable {
  /// The selected cell, 1 to 5 each.
  package var likelihood = 4
  package var impact = 4

  package init() {}

  package mutating func move(_ motion: Motion, count: Int) {
    switch motion {
    case .up: likelihood = min(5, likelihood + count)
    case .down: likelihood = max(1, likelihood - count)
    case .left: impact = max(1, impact - count)
    case .right: impact = min(5, impact + count)
    case .first: (likelihood, impact) = (5, 1)
    case .last: (likelihood, impact) = (1, 5)
    default: break
    }
  }

  /// Selects a cell: ten times its likelihood and its impact.
  package mutating func select(_ number: Int) {
    likelihood = min(5, max(1, number / 10))
    impact = min(5, max(1, number % 10))
  }

  /// What the selected cell is called.
  package func words(_ workspace: Workspace) -> String {
    let likely = Level(rawValue: likelihood - 1)?.words ?? ""
    let hard = Level(rawValue: impact - 1)?.words ?? ""
    return "likelihood \(likely), impact \(hard)"
  }

  package func draw(
    into canvas: inout Canvas, area: Rect, _ scene: Scene, selectedPartner: Int?, isFocused: Bool
  ) {
    let counts = scene.workspace.heatmap(scene.risk)
    let own = ownCells(selectedPartner, scene)
    let layout = HeatmapLayout(area)
    guard layout.fits else { return }
    if layout.isRoomy {
      canvas.put("likelihood", x: area.x + 1, y: area.y, style: Style(.dim))
    }
    for likely in 1...5 {
      let y = layout.y(likely)
      let words = Level(rawValue: likely - 1)
      canvas.put(
        (layout.isRoomy ? words?.words : words?.short) ?? "", x: area.x + 1, y: y,
        style: Style(.dim))
      for hard in 1...5 {
        guard let rating = Rating(likelihood: likely, impact: hard) else { continue }
        drawCell(
          into: &canvas, layout, rating, counts.count(likelihood: likely, impact: hard),
          hasOwn: own.contains(rating), isFocused: isFocused, scene)
      }
    }
    for hard in 1...5 where layout.footer < area.maxY {
      let level = Level(rawValue: hard - 1)
      let cell = layout.cell(likelihood: 1, impact: hard)
      canvas.put(
        (layout.isRoomy ? level.map(Self.footer) : level?.short) ?? "",
        in: Rect(x: cell.x, y: layout.footer, width: cell.width, height: 1), style: Style(.dim),
        align: .center)
    }
    if layout.isRoomy, layout.footer + 1 < area.maxY {
      canvas.putRight(
        "impact", end: layout.cell(likelihood: 1, impact: 5).maxX, y: layout.footer + 1,
        style: Style(.dim))
    }
  }

  private func drawCell(
    into canvas: inout Canvas, _ layout: HeatmapLayout, _ rating: Rating, _ count: Int,
    hasOwn: Bool, isFocused: Bool, _ scene: Scene
  ) {
    let cell = layout.cell(likelihood: rating.likelihood, impact: rating.impact)
    let style = Style.level(RiskMark.ramp(scene.workspace.policy.level(rating)))
    canvas.fill(cell, style: style)
    let marks = canvas.glyphs.marks
    var text = count == 0 ? String(marks.nothing) : Numbers.grouped(count)
    if text.count > cell.width - 1 { text = count > 999 ? "\(count / 1000)k" : String(count) }
    if hasOwn {
      if let mark = layout.mark(likelihood: rating.likelihood, impact: rating.impact) {
        canvas.put(marks.inherent, x: mark.x, y: mark.y)
      } else {
        text = String(marks.inherent) + text
      }
    }
    let isSelected = isFocused && rating.likelihood == likelihood && rating.impact == impact
    if isSelected, cell.width > text.count + 1 { text = "[" + text + "]" }
    canvas.target(
      cell, pane: OverviewScreen.Pane.heatmap.rawValue,
      line: rating.likelihood * 10 + rating.impact)
    let line = cell.row(0)
    canvas.put(
      text,
      in: Rect(
        x: line.x, y: line.y, width: max(0, line.width - (cell.width > 6 ? 2 : 0)), height: 1),
      style: isSelected ? style.reverse.bold : style.bold, align: .right)
    if isSelected { canvas.cursor = Cursor(x: cell.x, y: cell.y) }
  }

  /// A level in six columns.
  private static func footer(_ level: Level) -> String {
    switch level {
    case .veryLow: "v.low"
    case .low: "low"
    case .moderate: "mod."
    case .high: "high"
    case .veryHigh: "v.high"
    }
  }

  /// The cells that the selected partner's live flags stand in.
  private func ownCells(_ partner: Int?, _ scene: Scene) -> Set<Rating> {
    guard let partner else { return [] }
    var cells: Set<Rating> = []
    for row in scene.workspace.flagRows(partnerRow: partner) {
      guard let figure = scene.workspace.flagFigure(row: row), figure.isLive,
        let rating = figure.rating(scene.risk)
      else { continue }
      cells.insert(rating)
    }
    return cells
  }
}

extension FlagFigure {
  /// The ratings of a view; nil for a target that nobody set.
  package func rating(_ view: RiskView) -> Rating? {
    switch view {
    case .inherent: inherent
    case .residual: residual
    case .target: target
    }
  }
}
