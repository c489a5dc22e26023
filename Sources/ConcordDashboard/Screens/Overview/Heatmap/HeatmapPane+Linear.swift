import ConcordModel

extension HeatmapPane {
  /// Rows of a form that are read at the most: those around the selected one.
  private static let readRows = 30

  /// The map in words: what the selected cell holds, then a line for each row.
  func linearLines(_ scene: Scene, _ partners: [Int32], isFocused: Bool) -> [LinearLine] {
    let numbers = HeatmapNumbers(scene)
    var lines: [LinearLine] = []
    if isFocused {
      if let cell = cell(scene, partners) {
        let marked = marks.contains(cell, scene.risk) ? ", marked" : ""
        lines.append(
          LinearLine(
            "\(Self.words(cell, scene.workspace)): \(numbers.words(cell))\(marked)",
            isSelected: true))
      } else {
        lines.append(LinearLine("no live flags", isSelected: true))
      }
    }
    switch form {
    case .matrix: return lines + ratingLines(numbers)
    case .categoryByKind:
      let sheet = HeatmapSheet(kinds: scene.workspace.flaggedKinds, isTurned: false)
      return lines + (0..<sheet.rowCount).compactMap { rowLine(sheet, $0, scene) }
    case .partnerByCategory:
      let sheet = HeatmapSheet(partners: partners)
      let first = max(0, position(sheet).lines.selected - Self.readRows / 2)
      let rows = first..<min(partners.count, first + Self.readRows)
      let more = rows.count < partners.count ? [LinearLine(of(rows, partners.count))] : []
      return lines + more + rows.compactMap { rowLine(sheet, $0, scene) }
    }
  }

  private func of(_ rows: Range<Int>, _ count: Int) -> String {
    "partners \(rows.lowerBound + 1) to \(rows.upperBound) of \(count)"
  }

  private func ratingLines(_ numbers: HeatmapNumbers) -> [LinearLine] {
    (1...5).reversed().map { likely in
      let cells = (1...5).compactMap { hard -> String? in
        guard let rating = Rating(likelihood: likely, impact: hard),
          let level = Level(rawValue: hard - 1)
        else { return nil }
        let value = numbers.value(.rating(rating))
        guard value.flags > 0 || value.difference ?? 0 != 0 else { return nil }
        return "\(value.flags) of impact \(level.words)" + Self.change(value)
      }
      let level = Level(rawValue: likely - 1)?.words ?? ""
      return LinearLine(
        "likelihood \(level): " + (cells.isEmpty ? "none" : cells.joined(separator: ", ")))
    }
  }

  private func rowLine(_ sheet: HeatmapSheet, _ place: Int, _ scene: Scene) -> LinearLine? {
    guard let row = sheet.row(place) else { return nil }
    let values = HeatmapSheet.values(row, sheet.columns, scene)
    let cells = zip(sheet.columns, values).compactMap { column, value -> String? in
      guard value.flags > 0 || value.difference ?? 0 != 0 else { return nil }
      let worst =
        value.level.map { " worst \($0.words)" + HeatmapNumbers.was(value) } ?? ""
      return "\(column.words(scene.workspace)) \(value.flags)\(worst)" + Self.change(value)
    }
    return LinearLine(
      row.words(scene.workspace) + ": " + (cells.isEmpty ? "none" : cells.joined(separator: ", ")))
  }

  private static func change(_ value: HeatmapValue) -> String {
    value.difference.map { " (\(HeatmapValue.words($0)))" } ?? ""
  }
}
