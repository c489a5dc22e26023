import ConcordModel

/// Rows and columns of the heatmap where they are no ratings: categories by kinds of partner, or
/// partners by categories.
struct HeatmapSheet {
  /// What a row or a column stands for.
  enum Head: Hashable {
    case category(RiskCategory)
    case kind(CatalogueEntry)
    case partner(Int)
  }

  private enum Rows {
    case heads([Head])
    case partners([Int32])
  }

  private let rows: Rows
  let columns: [Head]
  /// Whether kinds stand in columns.
  let isTurned: Bool

  private static let categories = RiskCategory.allCases.map { Head.category($0) }

  /// Kinds of partner by categories.
  /// - Parameter isTurned: whether the kinds stand in columns.
  init(kinds: [CatalogueEntry], isTurned: Bool) {
    let heads = kinds.map { Head.kind($0) }
    rows = .heads(isTurned ? Self.categories : heads)
    columns = isTurned ? heads : Self.categories
    self.isTurned = isTurned
  }

  /// Partners by categories, by the partners' rows.
  init(partners: [Int32]) {
    rows = .partners(partners)
    columns = Self.categories
    isTurned = false
  }

  var rowCount: Int {
    switch rows {
    case .heads(let heads): heads.count
    case .partners(let rows): rows.count
    }
  }

  /// Whether there is nothing to show.
  var isEmpty: Bool { rowCount == 0 || columns.isEmpty }

  func row(_ place: Int) -> Head? {
    switch rows {
    case .heads(let heads): heads.indices.contains(place) ? heads[place] : nil
    case .partners(let rows): rows.indices.contains(place) ? .partner(Int(rows[place])) : nil
    }
  }

  func column(_ place: Int) -> Head? { columns.indices.contains(place) ? columns[place] : nil }

  /// The cell where a row and a column meet.
  static func cell(_ row: Head, _ column: Head, _ workspace: Workspace) -> HeatmapCell? {
    switch (row, column) {
    case (.kind(let kind), .category(let category)), (.category(let category), .kind(let kind)):
      .kind(category: category.rawValue, kind: kind.key)
    case (.partner(let row), .category(let category)):
      .partner(
        workspace.tables[RecordKind.partner.index].id(row), category: category.rawValue)
    default: nil
    }
  }

  /// What the cells of a row show.
  static func values(
    _ row: Head, _ columns: [Head], _ scene: Scene
  ) -> [HeatmapValue] {
    let numbers = HeatmapNumbers(scene)
    if case .partner(let place) = row { return numbers.values(partnerRow: place) }
    return columns.compactMap { cell(row, $0, scene.workspace).map(numbers.value) }
  }
}

extension HeatmapSheet.Head {
  /// What it is called.
  func words(_ workspace: Workspace) -> String {
    switch self {
    case .category(let category): workspace.catalogues.short(category.rawValue, in: "categories")
    case .kind(let kind): kind.short
    case .partner(let row): Partner(workspace, row).name
    }
  }
}
