import ConcordDashboard
import ConcordModel
import OfficeInMemory
import Testing

/// Decisions by keys alone.
@Suite struct TriageTests {
  private func statuses(_ driver: DashboardDriver) -> [String: Int] {
    let workspace = driver.office.workspace
    return Dictionary(
      workspace.rows(.flag).map { (Flag(workspace, $0).status.rawValue, 1) }, uniquingKeysWith: +)
  }

  @Test(
    "each decision's keys lead to its status",
    arguments: [
      ("3m1", "treating"), ("3jjjaall in hand<Enter>", "accepted"),
      ("3xno risk<Enter>", "dismissed"),
      ("3z<Enter>", "snoozed"), ("3!2", "escalated"), ("3v1too close<Enter>", "treating"),
      ("3TInsurer<Enter>P-7<Enter>covered<Enter>", "transferred"), ("3dseen<Enter>", "closed"),
    ])
  func decisionKeys(_ keys: String, _ status: String) throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    let before = statuses(driver)[status] ?? 0
    driver.type(keys)
    #expect(statuses(driver)[status] == before + 1, "\(driver.picture)")
  }

  @Test("a decision moves on to the next flag, and u brings the last one back")
  func movesOnAndBack() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 120, height: 40)
    driver.type("3")
    let first = driver.picture
    driver.type("m1")
    #expect(driver.picture != first)
    #expect(statuses(driver)["treating"] == 1)
    driver.type("u")
    #expect(statuses(driver)["treating"] == nil)
  }

  @Test("a blank reason is refused and the prompt stays")
  func blankReason() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.type("3x   <Enter>")
    #expect(statuses(driver)["dismissed"] == nil)
    #expect(driver.picture.contains("may not be blank"))
  }

  @Test("an answer that cannot be is refused with a sentence, and the input stays")
  func badAnswerStays() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.type("3z<C-u>yesterday<Enter>")
    driver.press(.control("u"))
    #expect(driver.state.layer != nil)
    driver.type("yesterday<Enter>")
    #expect(driver.picture.contains("expected a day after today"), "\(driver.picture)")
    #expect(driver.picture.contains("yesterday"))
  }

  @Test("Esc takes a prompt back")
  func escape() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.type("3xbecause<Esc>")
    #expect(driver.effects.isEmpty)
  }

  @Test("read-only says why")
  func readOnly() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24, readOnly: true)
    driver.type("3x")
    #expect(driver.picture.contains("read only"))
    #expect(driver.effects.isEmpty)
  }

  @Test("several with one at high need the count typed")
  func bulkNeedsCount() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.type("3*xnot ours<Enter>y<Enter>")
    #expect(statuses(driver)["dismissed"] == nil)
    driver.press(.backspace)
    driver.type("8<Enter>")
    #expect(statuses(driver)["dismissed"] == 8, "\(driver.picture)")
  }

  @Test(". does the same again with the same answers")
  func again() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.type("3xnot ours<Enter>.")
    #expect(statuses(driver)["dismissed"] == 2)
  }
}
