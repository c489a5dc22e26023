import ConcordCanvas

/// Where the cells of a heatmap stand whose rows and columns have names: a line of heads, and a line
/// for each row that is shown.
struct HeatmapTableLayout {
  /// What the rows are named by.
  enum Labels {
    /// Short words.
    case short
    /// Names, which get what room there is.
    case names
  }

  let area: Rect
  let cellWidth: Int
  /// Columns between two cells: none or one.
  let gap: Int
  private let labels: Labels
  private let labelWidth: Int

  /// The widest cell, its gap included.
  private static let widest = 10
  /// The narrowest.
  private static let narrowest = 3
  /// Columns of short words, and of their beginnings where there is little room.
  private static let shortWidth = (whole: 11, cut: 7)
  /// Columns below which there is little room.
  private static let roomy = 34

  init(_ area: Rect, columns: Int, _ labels: Labels) {
    self.area = area
    self.labels = labels
    let room = max(0, area.width - 1)
    let short = area.width < Self.roomy ? Self.shortWidth.cut : Self.shortWidth.whole
    let least = labels == .names ? max(short + 4, area.width * 45 / 100) : short
    let each = min(Self.widest, max(0, room - least) / max(1, columns))
    gap = each >= 4 && (labels == .short || each > 4) ? 1 : 0
    cellWidth = each - gap
    labelWidth = labels == .names ? room - each * columns : min(room - each * columns, short)
  }

  var fits: Bool { cellWidth >= Self.narrowest && area.height >= 2 && labelWidth >= 4 }

  /// Rows that are shown at a time.
  var height: Int { max(0, area.height - 1) }

  /// Where the name of a row stands; before it is a free column, but where short words have little
  /// room.
  func label(line: Int) -> Rect {
    let before = labels == .names || area.width >= Self.roomy ? 1 : 0
    return Rect(
      x: area.x + before, y: area.y + 1 + line,
      width: labelWidth - before - (gap > 0 ? 0 : 1), height: 1)
  }

  func cell(line: Int, column: Int) -> Rect {
    Rect(
      x: area.x + labelWidth + column * (cellWidth + gap) + gap, y: area.y + 1 + line,
      width: cellWidth, height: 1)
  }

  /// The free column before a cell; nil where cells stand side by side.
  func mark(line: Int, column: Int) -> Point? {
    guard gap > 0 else { return nil }
    let cell = cell(line: line, column: column)
    return Point(x: cell.x - 1, y: cell.y)
  }

  /// Where the head of a column stands.
  func head(column: Int) -> Rect {
    let cell = cell(line: 0, column: column)
    return Rect(x: cell.x - gap, y: area.y, width: cellWidth + gap, height: 1)
  }

  /// Where the range of the rows is told that are shown.
  var corner: Rect {
    let label = label(line: 0)
    return Rect(x: label.x, y: area.y, width: label.width, height: 1)
  }
}
