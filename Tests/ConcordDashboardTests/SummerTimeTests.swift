import ConcordCanvas
import ConcordDashboard
import ConcordModel
import OfficeInMemory
import Testing

/// Moments are told in the office's time of that moment: in November a change of July stands in summer
/// time.
@Suite struct SummerTimeTests {
  /// The office's clock: six hours behind UTC in winter, five from March 8 to November 1, 2026.
  private static func offset(_ instant: Instant) -> Int {
    let summer = (Instant(iso: "2026-03-08T08:00:00Z"), Instant(iso: "2026-11-01T07:00:00Z"))
    guard let begin = summer.0, let end = summer.1 else { return 0 }
    return begin <= instant && instant < end ? -5 * 3600 : -6 * 3600
  }

  private func scene(knowsSummer: Bool) throws -> Scene {
    let office = try SampleOffice.make()
    var state = DashboardState(
      size: Size(width: 80, height: 24),
      actor: Actor(person: nil, author: office.author, today: MemoryOffice.today))
    state.zoneOffset = -6 * 3600
    if knowsSummer { state.offsetAt = Self.offset }
    return state.scene(office.workspace)
  }

  @Test(
    "the time of day, and the day, are those of that moment",
    arguments: [
      ("2026-07-01T04:30:00Z", "2026-06-30 23:30", "2026-06-30 22:30"),
      ("2026-07-01T05:30:00Z", "2026-07-01 00:30", "2026-06-30 23:30"),
      ("2026-11-21T05:30:00Z", "2026-11-20 23:30", "2026-11-20 23:30"),
      // The last minute of summer, the first of winter, and the other way round.
      ("2026-11-01T06:59:00Z", "2026-11-01 01:59", "2026-11-01 00:59"),
      ("2026-11-01T07:00:00Z", "2026-11-01 01:00", "2026-11-01 01:00"),
      ("2026-03-08T07:59:00Z", "2026-03-08 01:59", "2026-03-08 01:59"),
      ("2026-03-08T08:00:00Z", "2026-03-08 03:00", "2026-03-08 02:00"),
    ])
  func moments(_ utc: String, _ local: String, _ byTodaysOffset: String) throws {
    let instant = try #require(Instant(iso: utc))
    let scene = try scene(knowsSummer: true)
    #expect(scene.moment(instant) == local)
    #expect(scene.day(instant).text == String(local.prefix(10)))
    // Where only today's offset is known, it holds for all moments.
    let other = try self.scene(knowsSummer: false)
    #expect(other.moment(instant) == byTodaysOffset)
    #expect(other.day(instant).text == String(byTodaysOffset.prefix(10)))
  }
}
