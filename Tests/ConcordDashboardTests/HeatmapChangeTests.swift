import ConcordCanvas
import ConcordDashboard
import ConcordModel
import OfficeInMemory
import Testing

/// The heatmap's change against thirty days ago: read outside, shown in each form, taken away again.
@Suite struct HeatmapChangeTests {
  private func driver() throws -> DashboardDriver {
    var driver = DashboardDriver(try SampleOffice.make(), width: 120, height: 40)
    driver.type("<Tab>")
    return driver
  }

  /// The picture without what was said last.
  private func body(_ driver: DashboardDriver) -> ArraySlice<Substring> {
    driver.picture.split(separator: "\n", omittingEmptySubsequences: false).dropLast(2)
  }

  private static let day = MemoryOffice.today.adding(days: -30)

  private func asked(_ driver: DashboardDriver) -> [Day] {
    driver.effects.compactMap { if case .readHeatmap(let day) = $0 { day } else { nil } }
  }

  private func reading(_ driver: DashboardDriver) -> [String] {
    var wide = driver
    wide.send(.resized(LinearScreen.size))
    return LinearScreen(wide.state, wide.office.workspace).lines
  }

  @Test("each cell shows how many more or fewer, in all forms and views")
  func shown() throws {
    var driver = try driver()
    driver.type("-")
    #expect(asked(driver) == [Self.day])
    #expect(driver.state.message?.text == "change since 2026-10-22; - hides it")
    let past = try SampleOffice.monthAgo().workspace
    for _ in 0..<3 {
      for _ in 0..<3 {
        let scene = driver.scene
        let lines = reading(driver)
        #expect(lines.contains { $0.contains("change in 30 days") })
        let total = scene.workspace.heatmap(scene.risk).total
        let more = lines.contains { $0.contains("more") }
        let fewer = lines.contains { $0.contains("fewer") }
        #expect(more == (total > 0) && fewer == (past.heatmap(scene.risk).total > 0), "\(lines)")
        driver.type("i")
      }
      driver.type("b")
    }
    #expect(asked(driver).count == 1)
  }

  @Test("a cell says it in words: more, fewer, as many")
  func words() throws {
    var driver = try driver()
    driver.type("-jh")
    #expect(
      reading(driver).contains(
        "selected: likelihood moderate, impact moderate: 2 live flags, 1 more than on 2026-10-22"))
    driver.type("jl")
    #expect(
      reading(driver).contains(
        "selected: likelihood low, impact high: 0 live flags, 1 fewer than on 2026-10-22"))
    driver.type("kkkl")
    #expect(
      reading(driver).contains(
        "selected: likelihood very high, impact very high: 1 live flag, as many as on 2026-10-22"))
    driver.type("bbgjjjl")
    #expect(
      reading(driver).contains(
        "selected: Bayou Regional Fusion Center, Insider threat: 1 live flag, worst moderate, "
          + "1 fewer than on 2026-10-22"))
    driver.type("=")
    #expect(driver.picture.contains("That is 1 fewer than on 2026-10-22."))
  }

  @Test(
    "- again and Esc take it away; what was read is kept for the day", arguments: ["-", "<Esc>"])
  func hidden(_ key: String) throws {
    var driver = try driver()
    let before = body(driver)
    driver.type("-")
    #expect(body(driver) != before)
    driver.type(key)
    #expect(body(driver) == before)
    #expect(driver.state.contexts.first == .heatmap)
    driver.type("-")
    #expect(asked(driver).count == 1)
    #expect(driver.picture.contains("change in 30 days"))
    // A day later it is another day that counts.
    driver.send(.dayTurned(MemoryOffice.today.adding(days: 1)))
    #expect(!driver.picture.contains("change in 30 days"))
    driver.type("-")
    #expect(asked(driver) == [Self.day, Self.day.adding(days: 1)])
  }

  @Test("while it is being read keys act, and how far it has come is shown")
  func keysMeanwhile() throws {
    var driver = try driver()
    driver.readsAtOnce = false
    driver.type("-")
    let work = RunningWork(
      Progress("reading 2026-10-22", done: 40, total: 100), milliseconds: 400, tellsRate: false)
    driver.send(.heatmapProgress(work))
    #expect(driver.picture.contains("reading 2026-10-22 · 40 %"))
    #expect(!driver.picture.contains("/s"))
    driver.type("bj")
    #expect(driver.picture.contains("Risk by kind"))
    // Left alone, it goes on quietly, and is there when it is wanted again.
    driver.type("-")
    driver.send(.heatmapProgress(work))
    #expect(!driver.picture.contains("40 %"))
    driver.send(.heatmapRead(HeatmapSnapshot(try SampleOffice.monthAgo().workspace, day: Self.day)))
    #expect(!driver.picture.contains("change in 30 days"))
    driver.type("-")
    #expect(asked(driver).count == 1)
    #expect(driver.picture.contains("change in 30 days"))
  }

  @Test("^C stops the reading, and nothing of it is heard again")
  func cancelled() throws {
    var driver = try driver()
    driver.readsAtOnce = false
    driver.type("-")
    driver.send(
      .heatmapProgress(
        RunningWork(Progress("reading", done: 1, total: 9), milliseconds: 9, tellsRate: false)))
    driver.type("<^C>")
    #expect(driver.effects.last == .cancelWork)
    driver.send(.heatmapRead(HeatmapSnapshot(try SampleOffice.monthAgo().workspace, day: Self.day)))
    #expect(!driver.picture.contains("change in 30 days"))
    driver.type("-")
    #expect(asked(driver).count == 2)
  }

  @Test("a day that cannot be read says why; one before the first flag says that all is new")
  func notRead() throws {
    var driver = try driver()
    driver.past = nil
    driver.type("-")
    #expect(driver.state.message == Message(.failed, "the journal cannot be read"))
    #expect(!driver.picture.contains("change in 30 days"))
    driver.past = MemoryOffice().workspace
    driver.type("-")
    #expect(driver.state.message?.text.contains("no flag was on record: all are new") == true)
    #expect(reading(driver).contains { $0.contains("1 live flag, 1 more than on 2026-10-22") })
  }
}
