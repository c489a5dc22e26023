import ConcordDashboard
import ConcordModel
import OfficeInMemory
import Testing

/// Filter line and palette.
@Suite struct FindingTests {
  @Test("Enter on a filter that cannot be read keeps the line and says why")
  func problemStays() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.type("/risk>=hi<Enter>")
    #expect(driver.state.layer != nil)
    driver.type("gh<Enter>")
    #expect(driver.state.layer == nil)
    #expect(driver.picture.contains("3 of 14"), "\(driver.picture)")
  }

  @Test("Tab completes a field's name")
  func completes() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.type("/ki<Tab>police<Enter>")
    #expect(driver.picture.contains("2 of 14"), "\(driver.picture)")
  }

  @Test(
    "the palette finds what can be done by its own word",
    arguments: [
      ("3:escalate<Enter>", "To whom"), ("3:mitig<Enter>", "Treatment"),
      (":sort<Enter>", "Sort by"),
      (":case<Enter>", "Type"),
    ])
  func palette(_ keys: String, _ shows: String) throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.type(keys)
    #expect(driver.picture.contains(shows), "\(driver.picture)")
  }

  @Test("undo and quit are found too")
  func always() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.type("3m1:undo<Enter>")
    #expect(driver.picture.contains("took back"), "\(driver.picture)")
    driver.type(":quit<Enter>")
    #expect(driver.effects.last == .quit)
  }
}
