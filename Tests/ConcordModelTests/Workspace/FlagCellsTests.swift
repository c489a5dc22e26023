import ConcordModel
import Testing

/// What is packed of a flag for the heatmap.
@Suite struct FlagCellsTests {
  @Test(
    "a kind of an office's own long catalogue is kept whole", arguments: [0, 1, 255, 256, 4095])
  func kinds(_ place: Int) {
    var cells = FlagCells.none
    cells.kind = place
    #expect(cells.kind == place)
    #expect(cells.category == 0 && !cells.isLive && !cells.isThere)
    cells.kind = 0
    #expect(cells == .none)
  }
}
