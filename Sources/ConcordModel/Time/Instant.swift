/// A moment: milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
public struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public let milliseconds: Int64

  /// A moment from milliseconds since 1970-01-01T00:00:00Z.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// A moment from ISO 8601 in UTC: `2026-11-21`, `2026-11-21T14:02:31Z` or with `.123`; nil when
  /// `text` is anything else.
  public init?(iso text: some StringProtocol) {
    let text = String(text)
    guard let day = Day(text.prefix(10)) else { return nil }
    var milliseconds = Int64(day.number) * Self.dayLength
    let rest = text.dropFirst(10)
    if !rest.isEmpty {
      guard rest.first == "T", rest.last == "Z" else { return nil }
      let clock = rest.dropFirst().dropLast()
      let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 3, let hour = Self.number(parts[0], digits: 2, below: 24),
        let minute = Self.number(parts[1], digits: 2, below: 60)
      else { return nil }
      let seconds = parts[2].split(separator: ".", omittingEmptySubsequences: false)
      guard (1...2).contains(seconds.count),
        let second = Self.number(seconds[0], digits: 2, below: 60)
      else { return nil }
      milliseconds += Int64((hour * 60 + minute) * 60 + second) * 1000
      if seconds.count == 2 {
        guard let thousandths = Self.number(seconds[1], digits: 3, below: 1000) else { return nil }
        milliseconds += Int64(thousandths)
      }
    }
    self.milliseconds = milliseconds
  }

  private static func number(_ text: Substring, digits: Int, below limit: Int) -> Int? {
    guard text.utf8.count == digits, text.utf8.allSatisfy({ (48...57).contains($0) }),
      let value = Int(text), value < limit
    else { return nil }
    return value
  }

  /// The civil day in a zone that is `offset` seconds east of Greenwich.
  public func day(offset: Int = 0) -> Day {
    let shifted = shifted(offset)
    var day = shifted / Self.dayLength
    if shifted % Self.dayLength < 0 { day -= 1 }
    return Day(number: Int32(clamping: day))
  }

  /// Hours and minutes of the day in a zone `offset` seconds east of Greenwich, as `14:02:31`.
  public func clock(offset: Int = 0) -> String {
    var rest = shifted(offset) % Self.dayLength
    if rest < 0 { rest += Self.dayLength }
    let seconds = Int(rest / 1000)
    return Digits.padded(seconds / 3600, to: 2) + ":" + Digits.padded(seconds / 60 % 60, to: 2)
      + ":" + Digits.padded(seconds % 60, to: 2)
  }

  /// Milliseconds on a clock `offset` seconds east of Greenwich; the last that can be counted where
  /// there are more.
  private func shifted(_ offset: Int) -> Int64 {
    let (sum, overflow) = milliseconds.addingReportingOverflow(Int64(offset) * 1000)
    return overflow ? (milliseconds < 0 ? .min : .max) : sum
  }

  /// `2026-11-21T14:02:31.123Z`.
  public var iso: String {
    let thousandths = Int(((milliseconds % 1000) + 1000) % 1000)
    return day().text + "T" + clock() + "." + Digits.padded(thousandths, to: 3) + "Z"
  }

  /// Milliseconds in a day.
  package static let dayLength: Int64 = 86_400_000

  /// The earlier one first.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }
}
