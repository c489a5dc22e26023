import ConcordModel

/// What a cell of the heatmap shows.
struct HeatmapValue: Hashable, Sendable {
  /// Live flags in it.
  let flags: Int
  /// The worst of their levels; of a rating its own.
  let level: Level?
  /// How many more there are than on the day that is compared with, or than there are without what
  /// is supposed; nil where that is not shown.
  var difference: Int?
  /// The worst level on that day, or without what is supposed, where it was another one.
  var wasLevel: Level?

  /// What the difference is called: more, fewer, as many.
  static func words(_ difference: Int) -> String {
    difference == 0 ? "as many" : difference > 0 ? "\(difference) more" : "\(-difference) fewer"
  }
}

/// The numbers of the heatmap as they are looked at now: by which ratings, against which day, with
/// what supposed.
struct HeatmapNumbers {
  private let scene: Scene

  init(_ scene: Scene) { self.scene = scene }

  /// What a cell shows.
  func value(_ cell: HeatmapCell) -> HeatmapValue {
    value(cell, scene.workspace.heatmapCell(cell, scene.risk)) { basis in
      basis.heatmapCell(cell, scene.risk)
    }
  }

  /// What the cells of a partner show, in the order of the categories.
  func values(partnerRow row: Int) -> [HeatmapValue] {
    let partner = scene.workspace.tables[RecordKind.partner.index].id(row)
    let cells = scene.workspace.categoryCells(partnerRow: row, scene.risk)
    let before = scene.whatIf?.basis.categoryCells(partnerRow: row, scene.risk)
    return zip(RiskCategory.allCases, cells).enumerated().map { place, pair in
      value(.partner(partner, category: pair.0.rawValue), pair.1) { _ in
        before?[place] ?? HeatmapTable.Cell()
      }
    }
  }

  private func value(
    _ cell: HeatmapCell, _ found: HeatmapTable.Cell, before: (Workspace) -> HeatmapTable.Cell
  ) -> HeatmapValue {
    var value = HeatmapValue(flags: found.flags, level: found.level)
    let was: HeatmapTable.Cell
    if let past = scene.comparison {
      was = past.cell(cell, scene.risk)
      value.difference = found.flags - was.flags
    } else if let basis = scene.whatIf?.basis {
      was = before(basis)
      value.difference = found.flags == was.flags ? nil : found.flags - was.flags
    } else {
      return value
    }
    // A rating's level is its own, and a cell that was empty had none.
    if case .rating = cell { return value }
    if was.flags > 0, found.flags > 0, was.level != found.level { value.wasLevel = was.level }
    return value
  }

  /// Such as `2 live flags, worst high, 1 more than on 2026-10-22`.
  func words(_ cell: HeatmapCell) -> String {
    let value = value(cell)
    var parts = [Counted.words(value.flags, "live flag")]
    if case .rating = cell {
    } else if let level = value.level {
      parts.append("worst \(level.words)" + Self.was(value))
    }
    if let difference = differenceWords(value) { parts.append(difference) }
    return parts.joined(separator: ", ")
  }

  /// Such as ` (was high)`.
  static func was(_ value: HeatmapValue) -> String {
    value.wasLevel.map { " (was \($0.words))" } ?? ""
  }

  /// Such as `1 more than on 2026-10-22`; nil where nothing is compared.
  func differenceWords(_ value: HeatmapValue) -> String? {
    guard let difference = value.difference else { return nil }
    let words = HeatmapValue.words(difference)
    let than = difference == 0 ? "as" : "than"
    return scene.comparison.map { "\(words) \(than) on \($0.day.text)" }
      ?? "\(words) \(than) it is"
  }
}
