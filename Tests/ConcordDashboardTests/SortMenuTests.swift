import ConcordDashboard
import ConcordModel
import OfficeInMemory
import Testing

/// The orders of a list, chosen without their numbers.
@Suite struct SortMenuTests {
  /// The orders that the menu of the partners offers, and the place of the one they have.
  private func menu(_ driver: DashboardDriver) throws -> (orders: [SortOrder], place: Int) {
    let orders = driver.state.top.orders(driver.scene)
    let place = orders.firstIndex { $0.field == driver.state.top.order?.field }
    return (orders, try #require(place))
  }

  @Test(
    "arrows go through the menu from the order that is there, round and round",
    arguments: [
      ("<Down>", 1), ("j", 1), ("<Tab>", 1), ("<Up>", -1), ("k", -1), ("<S-Tab>", -1),
      ("<Down><Down>", 2), ("<Down><Up><Down>", 1), ("<Up><Up>", -2),
    ])
  func arrows(_ keys: String, _ steps: Int) throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.type("2")
    let (orders, place) = try menu(driver)
    try #require(orders.count > 3)
    let wanted = orders[(place + steps + orders.count) % orders.count]
    driver.type("s" + keys + "<Enter>")
    #expect(driver.state.layer == nil)
    #expect(driver.state.top.order == wanted)
    // From there the next menu begins.
    driver.type("s<Enter>")
    #expect(driver.state.top.order == SortOrder(wanted.field, descending: !wanted.isDescending))
  }

  @Test("all the way round is where it began: Enter turns that order round")
  func allTheWay() throws {
    for key in ["<Down>", "<Up>"] {
      var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
      driver.type("2")
      let before = try #require(driver.state.top.order)
      let (orders, _) = try menu(driver)
      driver.type("s" + String(repeating: key, count: orders.count) + "<Enter>")
      #expect(
        driver.state.top.order == SortOrder(before.field, descending: !before.isDescending))
    }
  }

  @Test("Esc leaves the order as it is")
  func leaves() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.type("2")
    let before = driver.state.top.order
    driver.type("s<Down><Down><Esc>")
    #expect(driver.state.layer == nil)
    #expect(driver.state.top.order == before)
  }
}
