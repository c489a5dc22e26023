import ConcordCanvas
import Testing

@Suite("Areas divide without gaps and never turn negative")
struct RectTests {
  private let area = Rect(x: 2, y: 1, width: 10, height: 5)

  @Test("Splitting gives both parts back", arguments: [-3, 0, 2, 5, 10, 99])
  func split(count: Int) {
    let (top, below) = area.splitTop(count)
    #expect(top.height + below.height == 5 && top.maxY == below.y)
    let (above, bottom) = area.splitBottom(count)
    #expect(above.height + bottom.height == 5 && above.maxY == bottom.y)
    #expect(bottom.height == min(max(0, count), 5))
    let (left, rest) = area.splitLeft(count)
    #expect(left.width + rest.width == 10 && left.maxX == rest.x)
    let (before, right) = area.splitRight(count)
    #expect(before.width + right.width == 10 && right.maxX == 12)
  }

  @Test(
    "Shares follow their weights",
    arguments: [
      ([1, 1], 0, [5, 5]), ([1, 1, 1], 0, [3, 3, 4]), ([3, 1], 2, [6, 2]), ([1], 3, [10]),
      ([1, 1], 20, [0, 0]), ([0, 0], 0, [0, 0]),
    ])
  func shares(weights: [Int], gap: Int, widths: [Int]) {
    let columns = area.columns(weights, gap: gap)
    #expect(columns.map(\.width) == widths)
    #expect(columns.allSatisfy { area.intersection($0) == $0 || $0.isEmpty })
  }

  @Test("An inset larger than the area leaves nothing")
  func inset() {
    #expect(area.inset(by: 1) == Rect(x: 3, y: 2, width: 8, height: 3))
    #expect(area.inset(by: 4).isEmpty)
    #expect(area.row(5).isEmpty)
    #expect(area.row(-1).isEmpty)
    #expect(area.centered(width: 4, height: 99) == Rect(x: 5, y: 1, width: 4, height: 5))
    #expect(area.intersection(Rect(x: 90, y: 0, width: 3, height: 3)).isEmpty)
  }
}
