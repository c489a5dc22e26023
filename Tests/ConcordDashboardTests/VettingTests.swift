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

  @Test("an approval with conditions asks for them, and comes back to them where they are missing")
  func conditions() throws {
    var office = try SampleOffice.make()
    let author = office.author
    // Who does the tasks does not decide.
    office.author = "m.ruiz"
    for task in office.workspace.rows(.task).map({ office.workspace[.task].id($0) }) {
      try office.run(Invocation("task.waive", on: [task], ["reason": "seen"]))
    }
    office.author = author
    var driver = DashboardDriver(office, width: 80, height: 24)
    driver.type("4D2fit for sharing<Enter>")
    #expect(driver.picture.contains("Conditions may not be blank"), "\(driver.picture)")
    driver.type("no onward sharing<Enter>")
    #expect(
      driver.effects.contains { effect in
        guard case .commit(let invocation) = effect else { return false }
        return invocation.answers["conditions"] == ["no onward sharing"]
      }, "\(driver.picture)")
  }

  @Test("a case without tasks is not approved, and c begins one with its checklist")
  func emptyCase() throws {
    var driver = try driver()
    let partner = try #require(
      driver.office.workspace.rows(.partner).map { driver.office.workspace[.partner].id($0) }.last)
    var create = Invocation("record.create")
    create.answers = ["kind": ["case"], "field": ["partner=\(partner.text)"]]
    try driver.changeElsewhere(create)
    let empty = try #require(
      driver.office.workspace.rows(.vettingCase).map {
        driver.office.workspace[.vettingCase].id($0)
      }.last)
    let approval = Invocation(
      "case.decide", on: [empty], ["outcome": "approved", "reason": "why not"])
    #expect(throws: CommandError.obstacle(empty, .noTasks)) { try driver.changeElsewhere(approval) }
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
