import ConcordCanvas
import ConcordDashboard
import ConcordModel
import OfficeInMemory
import Testing

/// What the mouse, ranges and numbers point at.
@Suite struct PointingTests {
  private func driver(_ width: Int = 120, _ height: Int = 40) throws -> DashboardDriver {
    DashboardDriver(try SampleOffice.make(), width: width, height: height)
  }

  /// The place of a text in the picture.
  private func place(of text: String, in driver: DashboardDriver) throws -> Point {
    for (y, line) in driver.picture.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      if let range = line.range(of: text) {
        return Point(x: line.distance(from: line.startIndex, to: range.lowerBound), y: y)
      }
    }
    throw Missing(text: text)
  }

  private struct Missing: Error {
    let text: String
  }

  private func click(
    _ text: String, _ kind: MouseEvent.Kind = .press(.left), in driver: inout DashboardDriver
  ) throws {
    driver.press(.mouse(MouseEvent(kind, at: try place(of: text, in: driver))))
  }

  @Test("a click selects the row under it, a second one opens it")
  func clickAndOpen() throws {
    var driver = try driver()
    driver.type("2")
    try click("Port Authority", in: &driver)
    #expect(driver.picture.contains("▸ Port Authority of Marisol"))
    #expect(driver.state.pages.isEmpty)
    try click("Port Authority", .doublePress(.left), in: &driver)
    #expect(driver.state.pages.count == 1)
    try click("Flags 1", in: &driver)
    #expect(driver.picture.contains("▸"))
    #expect(driver.state.pages[0].contexts.contains(.triage))
  }

  @Test("a click into another pane moves the focus there", arguments: [(80, 24), (120, 40)])
  func clickPane(_ size: (Int, Int)) throws {
    var driver = try driver(size.0, size.1)
    try click("Risk", in: &driver)
    #expect(driver.state.contexts.first == .heatmap)
    try click("etting ─", in: &driver)
    #expect(driver.state.contexts.first == .tasks)
  }

  @Test("a click on a numbered answer chooses it")
  func clickAnswer() throws {
    var driver = try driver()
    driver.type("3m")
    let before = driver.effects.count
    let box = try place(of: "Treatment ─", in: driver)
    driver.press(.mouse(MouseEvent(.press(.left), at: Point(x: box.x + 2, y: box.y + 1))))
    #expect(driver.effects.count > before)
  }

  @Test("clicks in all places of every screen trap nowhere and draw inside")
  func clickEverywhere() throws {
    for keys in ["1", "2", "3", "4", "8", "2<Enter>", "2<Enter>]", "3m", ":", "'", "3D", "c"] {
      var driver = try driver(80, 24)
      driver.type(keys)
      for y in stride(from: 0, to: 24, by: 2) {
        for x in stride(from: 1, to: 80, by: 13) {
          var copy = driver
          copy.press(.mouse(MouseEvent(.press(.left), at: Point(x: x, y: y))))
          copy.press(.mouse(MouseEvent(.doublePress(.left), at: Point(x: x, y: y))))
          #expect(copy.picture.split(separator: "\n", omittingEmptySubsequences: false).count == 25)
        }
      }
    }
  }

  @Test("two presses at one place soon after another are a double one, others are not")
  func counting() {
    var counter = ClickCounter()
    func press(_ x: Int) -> Key { .mouse(MouseEvent(.press(.left), at: Point(x: x, y: 3))) }
    func double(_ x: Int) -> Key { .mouse(MouseEvent(.doublePress(.left), at: Point(x: x, y: 3))) }
    #expect(counter.counted(press(1), at: 0) == press(1))
    #expect(counter.counted(press(1), at: 399) == double(1))
    #expect(counter.counted(press(1), at: 500) == press(1))
    #expect(counter.counted(press(2), at: 600) == press(2))
    #expect(counter.counted(press(2), at: 1001) == press(2))
    #expect(counter.counted(.character("x"), at: 1002) == .character("x"))
  }

  @Test("V marks from here to the next V, also in the queue and among tasks")
  func ranges() throws {
    for (keys, words) in [
      ("3VjjV", "3 marked"), ("2VjjjV", "4 marked"), ("3V#2jV", "3 marked"),
    ] {
      var driver = try driver()
      driver.type(keys)
      #expect(driver.picture.contains(words), "\(keys)")
    }
    var driver = try driver()
    driver.type("4<Tab>VjV")
    #expect(driver.picture.filter { $0 == "◆" }.count == 2)
    driver.type("<Esc>")
    #expect(!driver.picture.contains("◆"))
    // A range that was begun is taken back by Esc.
    driver.type("3V<Esc>jV")
    #expect(!driver.picture.contains("marked"))
  }

  @Test("n and N go on with the last filter, round the ends")
  func seeking() throws {
    var driver = try driver()
    driver.type("2n")
    #expect(driver.state.message?.text.contains("there was none yet") == true)
    driver.type("/county<Esc>")
    driver.type("n")
    let first = driver.picture.split(separator: "\n").first { $0.contains("▸") }
    #expect(first?.contains("County") == true)
    driver.type("nN")
    #expect(driver.picture.split(separator: "\n").first { $0.contains("▸") } == first)
  }

  @Test("D numbers the decisions, and a number asks for what one needs")
  func deciding() throws {
    var driver = try driver()
    driver.type("3D")
    #expect(driver.picture.contains("1  mitigate"))
    driver.type("2")
    #expect(driver.picture.contains("accept"))
    driver.type("<Esc>4<Tab>D")
    #expect(driver.picture.contains("1  pass"))
    driver.type("1")
    #expect(driver.picture.contains("Evidence"))
  }

  @Test("the queue is filtered while typing, and Esc shows all of it")
  func queueFilter() throws {
    var driver = try driver()
    driver.type("3")
    let all = driver.state.screens[2].shownRecords(driver.scene)?.records.count ?? 0
    driver.type("/risk>=high<Enter>")
    let some = driver.state.screens[2].shownRecords(driver.scene)?.records.count ?? 0
    #expect(some > 0 && some < all)
    driver.type("<Esc>")
    #expect(driver.state.screens[2].shownRecords(driver.scene)?.records.count == all)
  }
}
