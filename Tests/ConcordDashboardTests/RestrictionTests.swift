import ConcordCanvas
import ConcordDashboard
import ConcordModel
import OfficeInMemory
import Testing

/// A store that can only be read: the top line says so, the reason is told to its end, and again with
/// every key that would change something.
@Suite struct RestrictionTests {
  private static let sentence =
    "the store is open to be read only: /home/m.ruiz/.local/share/concord/journal/3ZB1/000001.jsonl, "
    + "line 41: its bytes were changed after it was written; restore the journal from a copy, or "
    + "run concord doctor"

  /// The picture's words in their order, without what the frame puts between them.
  private func words(_ driver: DashboardDriver) -> String {
    driver.picture.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test("the reason is told to its end at any width", arguments: [40, 80, 120, 300])
  func told(width: Int) throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: width, height: 24)
    #expect(!driver.state.isReadOnly)
    driver.send(.restricted(Self.sentence))
    #expect(driver.state.isReadOnly)
    // At 40 columns the path alone is longer than a line.
    let told = words(driver).filter { $0 != " " }
    #expect(told.contains(Self.sentence.filter { $0 != " " }), "\(driver.picture)")
    if width >= 80 { #expect(driver.picture.contains("read-only"), "\(driver.picture)") }
    driver.type("j")
    #expect(!words(driver).contains("restore the journal"))
  }

  @Test("a key that changes something says why it cannot", arguments: ["3m", "u", "3x"])
  func refused(keys: String) throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 120, height: 30)
    driver.send(.restricted(Self.sentence))
    driver.type(keys)
    #expect(driver.state.message == Message(.warning, Self.sentence), "\(driver.picture)")
    #expect(driver.effects.isEmpty)
  }

  @Test("without a reason it says that it is open to be read only")
  func asked() throws {
    var driver = DashboardDriver(
      try SampleOffice.make(), width: 80, height: 24, readOnly: true)
    driver.type("u")
    #expect(driver.picture.contains("the store is open to be read only"))
  }
}
