import ConcordModel
import Testing

@Suite struct InstantTests {
  @Test("The last moment that can be counted has a day and a clock in every zone")
  func ends() {
    for (moment, east) in [(Int64.max, 50_400), (Int64.min, -43_200)] {
      let instant = Instant(milliseconds: moment)
      #expect(instant.day(offset: east) == Day(number: moment > 0 ? .max : .min))
      #expect(instant.clock(offset: east) == instant.clock())
      #expect(instant.clock(offset: -east).utf8.count == 8)
    }
  }
}
