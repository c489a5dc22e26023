import ConcordModel
import Testing

/// Civil days, against known ones.
@Suite struct DayTests {
  @Test(
    "days that are and are not",
    arguments: [
      ("1970-01-01", 0), ("2000-02-29", 11016), ("2026-11-21", 20778), ("1969-12-31", -1),
      ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
    ])
  func numbers(_ text: String, _ number: Int32) {
    #expect(Day(text)?.number == number)
    #expect(Day(number: number).text == text)
  }

  @Test(
    "what is no day is refused",
    arguments: [
      "2026-02-29", "2026-13-01", "2026-00-10", "26-01-01", "2026-1-1", "2026-01-01 ", "",
      "0000-01-01",
      "２０２６-01-01",
    ])
  func noDay(_ text: String) { #expect(Day(text) == nil) }

  @Test("every day of four centuries follows the one before")
  func successive() {
    var previous: (year: Int, month: Int, day: Int)?
    for number in Int32(-146_097)...Int32(146_097) {
      let civil = Day(number: number).civil
      #expect(Day(year: civil.year, month: civil.month, day: civil.day)?.number == number)
      if let previous {
        let isNext = civil.day == previous.day + 1 && civil.month == previous.month
        let isFirst =
          civil.day == 1 && previous.day == Day.length(ofMonth: previous.month, year: previous.year)
        if !(isNext || isFirst) { Issue.record("\(civil) after \(previous)") }
      }
      previous = civil
    }
  }

  static let today = Day("2026-11-21") ?? Day(number: 0)

  @Test(
    "days as people type them",
    arguments: [
      ("today", "2026-11-21"), ("tomorrow", "2026-11-22"), ("fri", "2026-11-27"),
      ("sat", "2026-11-28"), ("sunday", "2026-11-22"), ("+30d", "2026-12-21"),
      ("+1m", "2026-12-21"),
      ("+3m", "2027-02-21"), ("+1y", "2027-11-21"), ("-2w", "2026-11-07"),
      ("2026-12-01", "2026-12-01"), ("+6mo", "2027-05-21"), ("2w", "2026-12-05"),
      ("Dec 31", "2026-12-31"),
      ("31 dec", "2026-12-31"), ("november 21", "2026-11-21"), ("nov 20", "2027-11-20"),
      ("1 mar", "2027-03-01"), ("sept 9", "2027-09-09"), ("feb 29", "2028-02-29"),
      ("dec 1, 2027", "2027-12-01"), ("1 december 2025", "2025-12-01"),
    ])
  func typed(_ text: String, _ expected: String) {
    #expect(DayExpression.day(text, today: Self.today)?.text == expected)
  }

  @Test(
    "what means no day",
    arguments: [
      "", "+", "+d", "30", "friend", "+9999999999999d", "13/01/2026", "dec", "dec 32", "feb 30",
      "31", "de 1", "dec 1 2026 3", "december december", "+3 m", "+3moo", "decem 0", "next friday",
    ])
  func untyped(_ text: String) { #expect(DayExpression.day(text, today: Self.today) == nil) }

  @Test("three numbers are not guessed at, but told how to be written")
  func threeNumbers() {
    for text in ["12/31/2026", "3.4.2026", "31-12-2026"] {
      #expect(DayExpression.expected(insteadOf: text).contains("the year first"))
    }
    for text in ["soon", "next friday", "12/31"] {
      #expect(DayExpression.expected(insteadOf: text) == DayExpression.forms)
    }
  }

  @Test("a month's last day stays in its month")
  func monthEnds() {
    let day = Day("2024-01-31") ?? Self.today
    #expect(day.adding(months: 1).text == "2024-02-29")
    #expect(day.adding(months: -2).text == "2023-11-30")
    #expect(day.adding(months: 13).text == "2025-02-28")
  }

  @Test(
    "the last so many months end today, and begin on the day after the same day back then",
    arguments: [
      ("2026-11-21", 12, "2025-11-22"), ("2026-11-21", 1, "2026-10-22"),
      ("2028-02-29", 12, "2027-03-01"), ("2026-03-31", 1, "2026-03-01"),
      ("2026-11-21", 0, "2026-11-21"),
    ])
  func window(_ text: String, _ months: Int, _ first: String) throws {
    let day = try #require(Day(text))
    let from = try #require(Day(first))
    #expect(day.window(months: months) == from...day)
  }

  @Test(
    "moments go to text and back",
    arguments: [
      "2026-11-21T14:02:31.123Z", "1969-12-31T23:59:59.999Z", "1970-01-01T00:00:00.000Z",
    ])
  func moments(_ text: String) { #expect(Instant(iso: text)?.iso == text) }

  @Test(
    "what is no moment",
    arguments: [
      "2026-11-21T24:00:00Z", "2026-11-21 14:02:31Z", "2026-11-21T14:02Z", "2026-11-21T14:02:31",
      "2026-11-21T14:02:31.1Z", "+026-11-21T14:02:31Z",
    ])
  func noMoment(_ text: String) { #expect(Instant(iso: text) == nil) }
}
