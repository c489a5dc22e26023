import ConcordCanvas
import ConcordModel

/// Cells in aligned columns.
struct TextTable {
  /// A head and where its cells stand.
  struct Column {
    var head: String
    var isRight = false
  }

  private let columns: [Column]
  private let widest: Int
  private var rows: [[String]] = []

  /// - Parameter widest: what a cell is cut to, in terminal columns.
  init(_ columns: [Column], widest: Int) {
    self.columns = columns
    self.widest = widest
  }

  mutating func add(_ cells: [String]) { rows.append(cells.map(Text.visible)) }

  func write(
    to output: inout StandardOutput, indent: String = "", hasHead: Bool = true
  ) throws(CommandLineFailure) {
    for line in lines(hasHead: hasHead) { try output.line(indent + line) }
  }

  /// The lines, the heads first.
  func lines(hasHead: Bool = true) -> [String] {
    let heads = columns.map { hasHead ? $0.head : "" }
    var widths = heads.map { TextMeasure.columns(of: $0) }
    var lengths: [[Int]] = []
    lengths.reserveCapacity(rows.count)
    for row in rows {
      let sizes = row.map { TextMeasure.columns(of: $0) }
      for (place, size) in sizes.enumerated() {
        widths[place] = max(widths[place], min(size, widest))
      }
      lengths.append(sizes)
    }
    let head =
      hasHead ? [line(heads, heads.map { TextMeasure.columns(of: $0) }, widths)] : []
    return head + zip(rows, lengths).map { line($0, $1, widths) }
  }

  private func line(_ cells: [String], _ sizes: [Int], _ widths: [Int]) -> String {
    var line = ""
    for place in cells.indices {
      var cell = cells[place]
      var size = sizes[place]
      if size > widest {
        cell = TextMeasure.truncated(cell, to: widest)
        size = TextMeasure.columns(of: cell)
      }
      let gap = String(repeating: " ", count: max(0, widths[place] - size))
      let isLast = place == cells.count - 1
      if columns[place].isRight {
        line += gap + cell
      } else {
        line += isLast ? cell : cell + gap
      }
      if !isLast { line += "  " }
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}
