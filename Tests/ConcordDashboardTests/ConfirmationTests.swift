import ConcordModel
import OfficeInMemory
import Testing

@testable import ConcordDashboard

/// What is shown, and asked again, before a decision that weighs.
@Suite struct ConfirmationTests {
  private func flag(_ driver: DashboardDriver) throws -> RecordID {
    try #require(driver.state.top.subjects(of: .flag, driver.scene).first)
  }

  private func status(_ driver: DashboardDriver, _ flag: RecordID) -> String? {
    driver.office.workspace.value(flag, "status")?.text
  }

  private func level(_ driver: DashboardDriver, _ flag: RecordID) -> Level? {
    driver.office.workspace.row(flag)
      .flatMap { driver.office.workspace.flagFigure(row: $0)?.residualLevel }
  }

  /// A driver in Triage on a flag at high or above.
  private func onHigh() throws -> (driver: DashboardDriver, flag: RecordID) {
    var driver = DashboardDriver(try SampleOffice.make(), width: 120, height: 40)
    driver.type("3")
    for _ in 0..<12 {
      let flag = try flag(driver)
      let isOwn =
        FlagAccept.obstacle(flag, in: driver.office.workspace, by: driver.state.actor) != nil
      if let level = level(driver, flag), level >= .high, !isOwn { return (driver, flag) }
      driver.type("j")
    }
    throw NoSuchFlag()
  }

  private struct NoSuchFlag: Error {}

  @Test("to accept a risk at high or above is confirmed by y; any other key leaves it")
  func accept() throws {
    var (driver, flag) = try onHigh()
    driver.type("asmall enough<Enter>")
    #expect(driver.state.layer is ConfirmLayer, "\(driver.picture)")
    #expect(status(driver, flag) == "open")
    driver.type("k")
    #expect(status(driver, flag) == "open")
    driver.type("asmall enough<Enter>y")
    #expect(status(driver, flag) == "accepted")
  }

  @Test("below high an acceptance needs no second key")
  func below() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 120, height: 40)
    driver.type("3G")
    let flag = try flag(driver)
    #expect(try #require(level(driver, flag)) < .high)
    driver.type("asmall enough<Enter>")
    #expect(status(driver, flag) == "accepted", "\(driver.picture)")
  }

  @Test("what somebody else does while it is asked is shown, and it is asked by what holds now")
  func stale() throws {
    var (driver, flag) = try onHigh()
    driver.type("xnot ours<Enter>")
    #expect(driver.state.layer is ConfirmLayer)
    try driver.changeElsewhere(
      Invocation(
        "flag.reassess", on: [flag],
        ["likelihood": "5", "impact": "5", "reason": "it is worse by now"]))
    for part in ["changed meanwhile", "it is worse by now", "very high 98", "y does it"] {
      #expect(driver.picture.contains(part), "\(part): \(driver.picture)")
    }
    driver.type("y")
    #expect(status(driver, flag) == "dismissed")
  }

  @Test("where somebody else has closed one of several, the box says so and by whom")
  func closed() throws {
    var (driver, flag) = try onHigh()
    driver.type(" j xnot ours<Enter>")
    #expect(driver.state.layer is ConfirmLayer, "\(driver.picture)")
    try driver.changeElsewhere(
      Invocation("flag.close", on: [flag], ["evidence": "the wall is built"]))
    for part in ["close: “the wall is", "cannot be done any more", "Esc leaves all as it is"] {
      #expect(driver.picture.contains(part), "\(part): \(driver.picture)")
    }
    #expect(!driver.picture.contains("Type 2"), "\(driver.picture)")
    driver.type("2<Enter>")
    #expect(driver.state.layer is ConfirmLayer && driver.effects.count == 0, "\(driver.picture)")
  }

  @Test("what a command does besides is said: the partner's stage")
  func besides() throws {
    var (driver, _) = try onHigh()
    driver.type("v")
    let key = try #require(
      driver.scene.workspace.catalogues.keys("avoidances").firstIndex(of: "end"))
    driver.type("\(key + 1)it is over<Enter>")
    #expect(driver.state.layer is ConfirmLayer, "\(driver.picture)")
    #expect(driver.picture.contains("also: "), "\(driver.picture)")
    #expect(driver.picture.contains("ended"), "\(driver.picture)")
  }

  @Test("one mark elsewhere: it is confirmed by name, for another flag is in sight")
  func outOfSight() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 120, height: 40)
    driver.type("3G ")
    let marked = try flag(driver)
    let title = driver.scene.workspace.title(marked)
    driver.type("gasmall enough<Enter>")
    #expect(driver.state.layer is ConfirmLayer, "\(driver.picture)")
    #expect(driver.picture.contains("accept: \(title)"), "\(driver.picture)")
    driver.type("y")
    #expect(status(driver, marked) == "accepted")
  }

  @Test("what would be refused is said before anybody confirms it, and the answers stay")
  func refusedFirst() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 120, height: 40)
    driver.type("3*m1<Enter>")
    #expect(driver.state.layer is PromptLayer, "\(driver.picture)")
    #expect(driver.picture.contains("mean others"), "\(driver.picture)")
    #expect(!driver.effects.contains { if case .commit = $0 { true } else { false } })
  }

  @Test("a rating that is none is told", arguments: ["0", "6", "9"])
  func rating(_ digit: String) throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 120, height: 40)
    driver.type("3r" + digit)
    #expect(driver.picture.contains("is 1 to 5, not \(digit)"), "\(driver.picture)")
  }

  @Test("a letter on a page that means nothing there is told, and Q leaves from there")
  func pages() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.type("Fm")
    #expect(driver.picture.contains("m does nothing on this page"), "\(driver.picture)")
    driver.type("Q")
    #expect(driver.effects.last == .quit)
  }
}
