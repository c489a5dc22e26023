import ConcordCanvas
import ConcordModel

extension HeatmapPane {
  /// What stands beside it: the order of the partners, and the one that is selected.
  struct Beside {
    let partners: [Int32]
    let selected: Int?
  }

  /// What the pane is called, and what is said beside that.
  func caption(isNarrow: Bool, _ scene: Scene) -> (title: String, trailing: String) {
    let title =
      switch form {
      case .matrix: isNarrow ? "Risk" : "Risk heatmap"
      case .categoryByKind: isNarrow ? "By kind" : "Risk by kind"
      case .partnerByCategory: isNarrow ? "By partner" : "Risk by partner"
      }
    var parts: [String] = []
    if scene.whatIf != nil { parts.append("what if") }
    if let past = scene.comparison {
      let days = scene.today.days(since: past.day)
      parts.append(isNarrow ? "\(days)d" : "change in \(days) days")
    }
    parts.append(scene.risk.rawValue)
    if !marks.isEmpty { parts.append("\(Numbers.grouped(marks.records.count)) marked") }
    let total = Numbers.grouped(scene.workspace.heatmap(scene.risk).total)
    parts.append(isNarrow ? total : total + " live flags")
    if form == .categoryByKind {
      let others =
        scene.workspace.heatmap(scene.risk).total - scene.workspace.flagsOfKnownKind(scene.risk)
      if others > 0 { parts.append("\(Numbers.grouped(others)) of no kind") }
    }
    return (title, parts.joined(separator: " · "))
  }

  func draw(
    into canvas: inout Canvas, area: Rect, _ scene: Scene, _ beside: Beside, isFocused: Bool
  ) {
    if let sheet = sheet(area, scene, beside.partners) {
      drawSheet(sheet, into: &canvas, area, scene, beside, isFocused: isFocused)
    } else {
      drawMatrix(into: &canvas, area, scene, selectedPartner: beside.selected, isFocused: isFocused)
    }
  }

  /// The matrix, in whatever form the pane is.
  func drawMatrix(
    into canvas: inout Canvas, _ area: Rect, _ scene: Scene, selectedPartner: Int?,
    isFocused: Bool
  ) {
    let own = ownRatings(selectedPartner, scene)
    let numbers = HeatmapNumbers(scene)
    let layout = HeatmapLayout(area)
    guard layout.fits else { return }
    if layout.isRoomy {
      canvas.put("likelihood", x: area.x + 1, y: area.y, style: Style(.dim))
    }
    for likely in 1...5 {
      let y = layout.y(likely)
      let words = Level(rawValue: likely - 1)
      canvas.put(
        (layout.isRoomy ? words?.words : words?.short) ?? "", x: area.x + (layout.isRoomy ? 1 : 0),
        y: y,
        style: Style(.dim))
      for hard in 1...5 {
        guard let rating = Rating(likelihood: likely, impact: hard) else { continue }
        let cell = layout.cell(likelihood: likely, impact: hard)
        canvas.target(
          cell, pane: OverviewScreen.Pane.heatmap.rawValue, line: likely * 10 + hard)
        HeatmapCellView(
          value: numbers.value(.rating(rating)),
          isSelected: isFocused && likely == likelihood && hard == impact,
          isOwn: own.contains(rating), isMarked: marks.contains(.rating(rating), scene.risk)
        ).draw(into: &canvas, cell, gap: layout.mark(likelihood: likely, impact: hard))
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

  /// The ratings of the selected partner's live flags.
  private func ownRatings(_ partner: Int?, _ scene: Scene) -> Set<Rating> {
    guard let partner else { return [] }
    var ratings: Set<Rating> = []
    scene.workspace.forEachFlag(partnerRow: partner) { row in
      if let figure = scene.workspace.flagFigure(row: row), figure.isLive,
        let rating = figure.rating(scene.risk)
      {
        ratings.insert(rating)
      }
    }
    return ratings
  }

  // MARK: Rows and columns with names

  private func drawSheet(
    _ sheet: HeatmapSheet, into canvas: inout Canvas, _ area: Rect, _ scene: Scene,
    _ beside: Beside, isFocused: Bool
  ) {
    guard !sheet.isEmpty else {
      EmptyWords.draw(["No live flags."], into: &canvas, area)
      if isFocused { canvas.cursor = Cursor(x: area.x, y: area.y) }
      return
    }
    let layout = layout(area, sheet)
    guard layout.fits else { return }
    let (lines, selectedColumn) = position(sheet)
    let top = lines.firstShown(total: sheet.rowCount, height: layout.height)
    let shown = min(layout.height, sheet.rowCount - top)
    drawHeads(sheet, layout, into: &canvas, selected: isFocused ? selectedColumn : nil, scene)
    if shown < sheet.rowCount {
      canvas.put(
        "\(Numbers.grouped(top + 1))–\(Numbers.grouped(top + shown))", in: layout.corner,
        style: Style(.faint))
    }
    let own = ownHeads(beside.selected, scene)
    for line in 0..<shown {
      guard let row = sheet.row(top + line) else { continue }
      let isSelected = isFocused && top + line == lines.selected
      let isOwn = row == beside.selected.map { .partner($0) }
      if isOwn {
        canvas.put(canvas.glyphs.marks.selected, x: area.x, y: layout.label(line: line).y)
      }
      let label = layout.label(line: line)
      canvas.put(
        row.words(scene.workspace), in: label, style: isSelected ? Style(.title).bold : Style(.dim))
      let values = HeatmapSheet.values(row, sheet.columns, scene)
      for (column, value) in values.enumerated() {
        let area = layout.cell(line: line, column: column)
        canvas.target(
          area, pane: OverviewScreen.Pane.heatmap.rawValue,
          line: Self.number(row: top + line, column: column))
        let cell = HeatmapSheet.cell(row, sheet.columns[column], scene.workspace)
        HeatmapCellView(
          value: value, isSelected: isSelected && column == selectedColumn,
          isOwn: cell.map(own.contains) ?? false,
          isMarked: cell.map { marks.contains($0, scene.risk) } ?? false
        ).draw(into: &canvas, area, gap: layout.mark(line: line, column: column))
      }
    }
  }

  private func drawHeads(
    _ sheet: HeatmapSheet, _ layout: HeatmapTableLayout, into canvas: inout Canvas,
    selected: Int?, _ scene: Scene
  ) {
    for (place, head) in sheet.columns.enumerated() {
      let area = layout.head(column: place)
      let words = head.words(scene.workspace)
      let isCut = TextMeasure.columns(of: words) >= area.width
      // Of a long word the beginning tells more than with a sign that it was cut; where heads touch, a
      // capital tells where one begins.
      let beginning = String(words.prefix(layout.cellWidth))
      let short =
        layout.gap > 0 ? beginning : beginning.prefix(1).uppercased() + beginning.dropFirst()
      canvas.put(
        isCut ? short : words,
        in: Rect(x: area.x, y: area.y, width: area.width, height: 1),
        style: place == selected ? Style(.title).bold : Style(.dim), align: .right)
    }
  }

  /// The cells of categories by kinds that the selected partner has flags in.
  private func ownHeads(_ partner: Int?, _ scene: Scene) -> Set<HeatmapCell> {
    guard form == .categoryByKind, let partner else { return [] }
    let kind = Partner(scene.workspace, partner).kindKey
    let cells = scene.workspace.categoryCells(partnerRow: partner, scene.risk)
    return Set(
      zip(RiskCategory.allCases, cells).filter { $0.1.flags > 0 }
        .map { .kind(category: $0.0.rawValue, kind: kind) })
  }
}
