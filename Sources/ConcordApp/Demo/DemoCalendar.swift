import ConcordModel

/// The working days of the demo's eighteen months, numbered from 0; the last is the one before today.
struct DemoCalendar: Sendable {
  /// Working days, the oldest first.
  let days: [Day]
  /// The day on which the demo is made.
  let today: Day

  /// How long the history is, in months.
  static let months = 18

  init(today: Day) {
    self.today = today
    var day = today.adding(months: -Self.months)
    var days: [Day] = []
    while day < today {
      if day.weekday <= 5 { days.append(day) }
      day = day.adding(days: 1)
    }
    self.days = days
  }

  /// The number of the last day.
  var last: Int { days.count - 1 }

  subscript(number: Int) -> Day { days[min(max(0, number), last)] }

  /// A moment of a working day in the Americas: minutes after 14:00 UTC.
  func instant(_ number: Int, minute: Int, second: Int) -> Instant {
    let start = Int64(self[number].number) * 86_400 + 14 * 3600
    return Instant(milliseconds: (start + Int64(minute * 60 + second)) * 1000)
  }

  /// `March 4, 2026`.
  static func words(_ day: Day) -> String {
    let (year, _, date) = day.civil
    return "\(month(day)) \(date), \(year)"
  }

  /// `March`.
  static func month(_ day: Day) -> String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return names[day.civil.month - 1]
  }
}
