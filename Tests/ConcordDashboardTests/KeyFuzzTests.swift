import ConcordCanvas
import ConcordDashboard
import ConcordModel
import OfficeInMemory
import Testing

/// Whatever is typed, pasted, clicked or resized: no trap, and the picture has the window's size.
@Suite struct KeyFuzzTests {
  private static let keys: [Key] =
    Array("jkhlgG/s* Vbi=tfmaTvx!zrou+.?:#123qQdcn]['").map { .character($0) } + [
      .enter, .enter, .escape, .escape, .tab, .backTab, .backspace, .up, .down, .left, .right,
      .pageUp, .pageDown, .home, .end, .delete, .control("d"), .control("u"), .control("p"),
      .control("r"), .control("c"), .control("w"), .paste("a\nb\u{1B}[31m"), .function(5),
      .character("é"), .character("😀"), .character("m"), .character("1"), .character("4"),
    ]

  @Test("random keys at random sizes", arguments: 0..<12)
  func randomKeys(_ seed: Int) throws {
    var source = IDSource.seeded(UInt64(seed), position: 5)
    func pick(_ count: Int) -> Int { Int(source.next64() % UInt64(count)) }
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    for step in 0..<300 {
      switch pick(25) {
      case 0:
        let size = Size(width: 1 + pick(160), height: 1 + pick(60))
        driver.send(.resized(size))
      case 1:
        let place = Point(x: pick(120), y: pick(40))
        let kinds: [MouseEvent.Kind] = [.press(.left), .wheelUp, .wheelDown, .release(.left)]
        driver.press(.mouse(MouseEvent(kinds[pick(4)], at: place)))
      default: driver.press(Self.keys[pick(Self.keys.count)])
      }
      if step % 5 == 0 {
        let canvas = Frame.canvas(driver.state, driver.office.workspace)
        #expect(canvas.size == driver.state.size)
      }
    }
  }

  @Test("every size from 1x1 up draws", arguments: [1, 2, 5, 9, 10, 14, 16, 23, 24, 30, 41])
  func everySize(_ height: Int) throws {
    let office = try SampleOffice.make()
    for width in [1, 5, 39, 40, 59, 60, 79, 80, 99, 100, 121, 200] {
      var driver = DashboardDriver(office, width: width, height: height)
      for keys in ["1", "2", "3", "?", "<Esc>1<Enter>", ":x"] {
        driver.type(keys)
        let lines = driver.picture.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == height + 1)
      }
    }
  }
}
