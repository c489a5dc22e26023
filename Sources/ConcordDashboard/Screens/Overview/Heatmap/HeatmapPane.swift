import ConcordCanvas
import ConcordModel

/// The risk heatmap: live flags by likelihood and impact, by category and kind of partner, or by
/// partner and category, with a cursor in each of them.
struct HeatmapPane: Sendable {
  /// What stands in rows and columns.
  var form = HeatmapTable.Form.matrix
  /// Flags that were marked cell by cell.
  var marks = HeatmapMarks()
  /// The size that it is drawn in, as far as motions go by it.
  var room = Size(width: 58, height: 14)

  /// The selected cell of the matrix, 1 to 5 each.
  private(set) var likelihood = 4
  private(set) var impact = 4
  /// The selected cell of the categories by kinds.
  private var kind: String?
  private var category = RiskCategory.security
  private var kindLines = ListCursor()
  /// The selected cell of the partners by categories.
  private(set) var partner: RecordID?
  private var partnerCategory = RiskCategory.security
  private var partnerLines = ListCursor()

  init() {}

  /// The matrix alone, with a cell selected.
  init(_ rating: Rating) {
    likelihood = rating.likelihood
    impact = rating.impact
  }

  /// The next form. Partners begin with the one that is selected beside.
  mutating func cycle(partner selected: Int?, _ scene: Scene, _ partners: [Int32]) {
    switch form {
    case .matrix: form = .categoryByKind
    case .categoryByKind:
      form = .partnerByCategory
      if partner == nil { partner = selected.map { scene.workspace[.partner].id($0) } }
      settle(scene, partners)
    case .partnerByCategory: form = .matrix
    }
  }

  /// Keeps the selected partner where the order of the partners has changed.
  mutating func settle(_ scene: Scene, _ partners: [Int32]) {
    guard form == .partnerByCategory else { return }
    let selected = partnerLines.selected
    if let partner, let row = scene.workspace.row(partner) {
      if !partners.indices.contains(selected) || partners[selected] != Int32(row),
        let place = partners.firstIndex(of: Int32(row))
      {
        partnerLines.selected = place
      }
    } else {
      // It is not there any more: whoever has come to its place is selected.
      partner = nil
    }
    partnerLines.settle(total: partners.count, height: max(1, room.height - 1))
  }

  // MARK: What is selected

  /// The selected cell; nil where the form has none.
  func cell(_ scene: Scene, _ partners: [Int32]) -> HeatmapCell? {
    switch form {
    case .matrix:
      return Rating(likelihood: likelihood, impact: impact).map { .rating($0) }
    case .categoryByKind:
      return selectedKind(scene.workspace.flaggedKinds)
        .map { .kind(category: category.rawValue, kind: $0.key) }
    case .partnerByCategory:
      guard partners.indices.contains(partnerLines.selected) else { return nil }
      return .partner(
        scene.workspace[.partner].id(Int(partners[partnerLines.selected])),
        category: partnerCategory.rawValue)
    }
  }

  private func selectedKind(_ kinds: [CatalogueEntry]) -> CatalogueEntry? {
    kinds.first { $0.key == kind } ?? kinds.first
  }

  /// What a cell is called.
  static func words(_ cell: HeatmapCell, _ workspace: Workspace) -> String {
    switch cell {
    case .rating(let rating):
      let likely = Level(rawValue: rating.likelihood - 1)?.words ?? ""
      let hard = Level(rawValue: rating.impact - 1)?.words ?? ""
      return "likelihood \(likely), impact \(hard)"
    case .kind(let category, let kind):
      return workspace.catalogues.words(category, in: "categories") + ", "
        + workspace.catalogues.words(kind, in: "kinds")
    case .partner(let partner, let category):
      return workspace.title(partner) + ", "
        + workspace.catalogues.words(category, in: "categories")
    }
  }

  // MARK: Rows and columns

  /// The rows and columns as they are shown in an area; nil for the matrix.
  func sheet(_ area: Rect, _ scene: Scene, _ partners: [Int32]) -> HeatmapSheet? {
    switch form {
    case .matrix: return nil
    case .partnerByCategory: return HeatmapSheet(partners: partners)
    case .categoryByKind:
      let kinds = scene.workspace.flaggedKinds
      let turned = HeatmapSheet(kinds: kinds, isTurned: true)
      let isTurned = kinds.count > area.height - 1 && layout(area, turned).fits(heads: kinds)
      return isTurned ? turned : HeatmapSheet(kinds: kinds, isTurned: false)
    }
  }

  /// Where the cells of a sheet stand.
  func layout(_ area: Rect, _ sheet: HeatmapSheet) -> HeatmapTableLayout {
    HeatmapTableLayout(
      area, columns: sheet.columns.count, form == .partnerByCategory ? .names : .short)
  }

  /// The lines of a sheet with the selected one, and the selected column.
  func position(_ sheet: HeatmapSheet) -> (lines: ListCursor, column: Int) {
    if form == .partnerByCategory { return (partnerLines, partnerCategory.place - 1) }
    let heads = sheet.isTurned ? sheet.columns : (0..<sheet.rowCount).compactMap(sheet.row)
    let place =
      heads.firstIndex { head in
        if case .kind(let entry) = head { entry.key == kind } else { false }
      } ?? 0
    var lines = kindLines
    lines.selected = sheet.isTurned ? category.place - 1 : place
    return (lines, sheet.isTurned ? place : category.place - 1)
  }

  private mutating func select(
    _ sheet: HeatmapSheet, _ lines: ListCursor, column: Int, _ scene: Scene
  ) {
    if form == .partnerByCategory { partnerLines = lines } else { kindLines = lines }
    for head in [sheet.row(lines.selected), sheet.column(column)] {
      switch head {
      case .category(let category):
        if form == .partnerByCategory {
          partnerCategory = category
        } else {
          self.category = category
        }
      case .kind(let entry): kind = entry.key
      case .partner(let row): partner = scene.workspace[.partner].id(row)
      case nil: break
      }
    }
  }

  // MARK: Motions

  mutating func move(_ motion: Motion, count: Int, _ scene: Scene, _ partners: [Int32]) {
    let area = Rect(x: 0, y: 0, width: room.width, height: room.height)
    guard let sheet = sheet(area, scene, partners) else { return moveRating(motion, count) }
    guard !sheet.isEmpty else { return }
    var (lines, column) = position(sheet)
    switch motion {
    case .left: column = max(0, column - count)
    case .right: column = min(sheet.columns.count - 1, column + count)
    default:
      lines.move(
        motion, count: count, total: sheet.rowCount, height: max(1, layout(area, sheet).height))
    }
    select(sheet, lines, column: column, scene)
  }

  private mutating func moveRating(_ motion: Motion, _ count: Int) {
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

  /// Selects the cell that was drawn under this number.
  mutating func select(_ number: Int, _ scene: Scene, _ partners: [Int32]) {
    let area = Rect(x: 0, y: 0, width: room.width, height: room.height)
    guard let sheet = sheet(area, scene, partners) else {
      likelihood = min(5, max(1, number / 10))
      impact = min(5, max(1, number % 10))
      return
    }
    guard !sheet.isEmpty else { return }
    var lines = position(sheet).lines
    lines.selected = number / Self.columnNumbers
    lines.settle(total: sheet.rowCount, height: max(1, layout(area, sheet).height))
    select(
      sheet, lines, column: min(sheet.columns.count - 1, number % Self.columnNumbers), scene)
  }

  /// The number of a cell, for clicks.
  static func number(row: Int, column: Int) -> Int { row * columnNumbers + column }

  private static let columnNumbers = 256
}

extension HeatmapTableLayout {
  /// Whether kinds have room for their names over their columns.
  fileprivate func fits(heads: [CatalogueEntry]) -> Bool {
    fits && heads.allSatisfy { $0.short.count < cellWidth + gap }
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
