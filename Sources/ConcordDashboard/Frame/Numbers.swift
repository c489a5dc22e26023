import ConcordModel

/// Numbers and dates as screens show them.
package enum Numbers {
  /// Digits in groups of three: `16,539`.
  package static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var result = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return number < 0 ? "-" + result : result
  }

  /// A day near today as `-4d` or `12d`, within about three months; else `2027-05-20`.
  package static func day(_ day: Day, today: Day) -> String {
    let distance = day.days(since: today)
    return abs(distance) <= 99 ? "\(distance)d" : day.text
  }

  /// As `day`, in at most four columns: months and years far off.
  package static func shortDay(_ day: Day, today: Day) -> String {
    let distance = day.days(since: today)
    switch abs(distance) {
    case ...99: return "\(distance)d"
    case ...600: return "\(distance / 30)mo"
    default: return "\(distance / 365)y"
    }
  }

  /// An age in days, months or years.
  package static func age(_ days: Int) -> String {
    switch days {
    case ...99: "\(max(0, days))d"
    case ...730: "\(days / 30)mo"
    default: "\(days / 365)y"
    }
  }
}
