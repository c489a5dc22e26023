import ConcordModel

/// What the keys do in the heatmap.
extension OverviewScreen {
  private static let emptyCell = "no live flag stands in this cell"

  /// The selected cell, if a flag stands in it.
  private func filledCell(_ scene: Scene) -> HeatmapCell? {
    heatmap.cell(scene, list.allRows).flatMap { cell in
      scene.workspace.heatmapCell(cell, scene.risk).flags > 0 ? cell : nil
    }
  }

  /// Filters the partners to those with a flag in the selected cell.
  mutating func openCell(_ scene: Scene) -> Response {
    guard let cell = filledCell(scene) else { return .refused(Self.emptyCell) }
    let isOpened = opened?.filter == list.filter.text
    let opened = OpenedCell(
      words: HeatmapPane.words(cell, scene.workspace), cell: cell.partnerFilter(scene.risk),
      before: isOpened ? opened?.before ?? "" : list.filter.text)
    self.opened = opened
    list.setFilter(opened.filter, scene)
    focus = .partners
    return .done
  }

  /// The filter from before a cell was opened; false where none is open any more.
  mutating func closeCell(_ scene: Scene) -> Bool {
    guard let opened, opened.filter == list.filter.text else { return false }
    self.opened = nil
    list.setFilter(opened.before, scene)
    return true
  }

  /// What the list is called while it shows the partners of a cell.
  var openedTitle: String? {
    guard let opened, opened.filter == list.filter.text else { return nil }
    return "Partners: \(opened.words)" + (opened.before.isEmpty ? "" : " /" + opened.before)
  }

  /// Marks all flags of the selected cell, or takes their marks away.
  mutating func markCell(_ scene: Scene) -> Response {
    guard let cell = heatmap.cell(scene, list.allRows) else { return .refused(Self.emptyCell) }
    if heatmap.marks.contains(cell, scene.risk) {
      let count = heatmap.marks.unmark(cell, scene.risk)
      return .then(
        .message(Message(.plain, "\(Counted.words(count, "flag")) not marked any more")))
    }
    let table = scene.workspace[.flag]
    let flags = scene.workspace.flagRows(in: cell, scene.risk).map { table.id($0) }
    guard !flags.isEmpty else { return .refused(Self.emptyCell) }
    heatmap.marks.mark(flags, of: cell, scene.risk)
    let all = heatmap.marks.records.count
    let others = all > flags.count ? ", \(all) in all" : ""
    return .then(
      .message(
        Message(.plain, "\(Counted.words(flags.count, "flag")) of the cell marked\(others)")))
  }

  /// The flags that a command acts on: the marked ones, else those of the selected cell.
  func cellFlags(_ scene: Scene) -> [RecordID] {
    let workspace = scene.workspace
    guard heatmap.marks.isEmpty else {
      return heatmap.marks.records.filter { workspace.isLive($0) }.sorted()
    }
    guard let cell = heatmap.cell(scene, list.allRows) else { return [] }
    let table = workspace[.flag]
    return workspace.flagRows(in: cell, scene.risk).map { table.id($0) }
  }

  package func flagChoice(_ scene: Scene) -> FlagChoice? {
    guard focus == .heatmap else { return nil }
    if !heatmap.marks.isEmpty {
      let flags = cellFlags(scene)
      return FlagChoice(words: "\(flags.count) marked", flags: flags, areMarked: true)
    }
    guard let cell = filledCell(scene) else { return nil }
    return FlagChoice(
      words: HeatmapPane.words(cell, scene.workspace), filter: cell.flagFilter(scene.risk),
      count: scene.workspace.heatmapCell(cell, scene.risk).flags)
  }

  /// The arithmetic of the selected cell.
  func cellArithmetic(_ scene: Scene) -> Explanation? {
    heatmap.cell(scene, list.allRows).map { CellExplanation.of($0, scene) }
  }
}

extension Workspace {
  /// Whether a flag counts.
  func isLive(_ flag: RecordID) -> Bool {
    row(flag).flatMap { flagFigure(row: $0) }?.isLive ?? false
  }
}
