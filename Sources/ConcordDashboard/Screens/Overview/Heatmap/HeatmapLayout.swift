import ConcordCanvas

/// Where the cells of the heatmap stand in a pane.
struct HeatmapLayout {
  let area: Rect
  /// Words for levels, and cells of two lines, where there is room.
  let isRoomy: Bool
  private let cellWidth: Int
  private let gap: Int
  private let cellHeight: Int
  private let left: Int

  init(_ area: Rect) {
    self.area = area
    isRoomy = area.width >= 46 && area.height >= 8
    // Two letters and a free column where there are no words.
    let labels = isRoomy ? 11 : 3
    left = area.x + labels
    let room = area.width - labels - 1
    gap = room >= 19 ? 1 : 0
    cellWidth = max(3, min(9, (room - 4 * gap) / 5))
    cellHeight = isRoomy && area.height >= 13 ? 2 : 1
  }

  var fits: Bool { area.width >= 20 && area.height >= 5 }

  private var top: Int { area.y + (isRoomy ? 1 : 0) }

  func y(_ likelihood: Int) -> Int { top + (5 - likelihood) * cellHeight }

  func cell(likelihood: Int, impact: Int) -> Rect {
    Rect(
      x: left + (impact - 1) * (cellWidth + gap), y: y(likelihood), width: cellWidth,
      height: cellHeight)
  }

  /// Where the mark of a cell stands: in the gap before it, pointing at it, so that a change costs one
  /// sign without a ground of its own; nil where cells stand side by side.
  func mark(likelihood: Int, impact: Int) -> Point? {
    guard gap > 0 else { return nil }
    let cell = cell(likelihood: likelihood, impact: impact)
    return Point(x: cell.x - 1, y: cell.y)
  }

  var footer: Int { top + 5 * cellHeight }
}
