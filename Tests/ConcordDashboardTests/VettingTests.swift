import ConcordDashboard
import ConcordModel
import OfficeInMemory
import Testing

/// A case's tasks by keys: what is written, what is refused, and the way to the journal and back.
@Suite struct VettingTests {
  private func driver() throws -> DashboardDriver {
    DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
  }

  private func task(_ driver: DashboardDriver) throws -> RecordID {
    try #require(driver.state.screens[3].subjects(of: .task, driver.scene).first)
  }

  @Test func aTaskIsPassedFailedWaivedAssignedAndReopened() throws {
    var driver = try driver()
    driver.type("4<Tab>")
    let id = try task(driver)
    func value(_ field: String) -> FieldValue? { driver.office.workspace.value(id, field) }
    driver.type("pletter of May<Enter>")
    #expect(value("status") == .text("passed") && value("evidence") == .text("letter of May"))
    #expect(value("done-by") == .text(driver.office.author))
    // An answered task gives way to the next open one.
    #expect(try task(driver) != id)
    driver.type("kR<Enter>")
    #expect(value("status") == .text("passed"), "a reason is needed")
    driver.type("wrong letter<Enter>")
    #expect(value("status") == .text("pending") && value("done-by") == nil)
    driver.type("x<Enter>")
    #expect(value("status") == .text("pending"), "what was found is needed")
    driver.type("a listing<Enter>")
    #expect(value("status") == .text("failed"))
    driver.type("kvcovered by the state<Enter>")
    #expect(value("status") == .text("waived"))
    #expect(value("note") == .text("covered by the state"))
    driver.type("o<Enter>")
    #expect(
      value("assignee")?.text.flatMap { RecordID($0) }
        == driver.office.workspace.person(handle: driver.office.author))
  }

  @Test func nothingIsDoneToTheTasksOfADecidedCase() throws {
    var driver = try driver()
    driver.type("4D3")
    driver.type("not needed any more<Enter>")
    #expect(driver.picture.contains("Sure?"))
    driver.type("y")
    driver.type("/<^U><Enter><Tab>")
    let id = try task(driver)
    for keys in ["p", "x", "v", "o"] {
      driver.type(keys)
      #expect(driver.state.layer == nil)
      #expect(driver.picture.contains("the case is decided"), "\(keys)")
    }
    #expect(driver.office.workspace.value(id, "status") == .text("pending"))
  }

  @Test func escLeadsBackFromTheChangesToWhereTheyWereAskedFor() throws {
    var driver = try driver()
    driver.type("4<Tab>pseen<Enter>kH")
    #expect(driver.picture.contains("Changes of"))
    #expect(driver.picture.contains("pass “"))
    driver.type("<Esc>")
    #expect(driver.picture.contains("Cases"))
    driver.type("8")
    #expect(!driver.picture.contains("Changes of"), "all changes again")
  }
}
