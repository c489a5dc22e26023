/// Days as people type them.
public enum DayExpression {
  /// What is understood, for messages.
  public static let forms =
    "a day such as 2026-12-01, dec 1, today, tomorrow, fri, +30d, +6w, +3m or +1y"

  /// What to write instead of `text`, which means no day: the forms, or, where it has three numbers,
  /// that the year stands first: offices differ in what 3/4/2026 is, so it is not guessed.
  public static func expected(insteadOf text: String) -> String {
    let parts = text.split { $0 == "/" || $0 == "." || $0 == "-" }
    let areNumbers = parts.allSatisfy { part in part.allSatisfy(\.isNumber) }
    guard parts.count == 3, areNumbers else { return forms }
    return text.contains("-") && parts[0].count == 4
      ? "a day that there is, such as 2026-12-01"
      : "the year first, then month and day, such as 2026-12-01"
  }

  /// The day that `text` means; nil when it is none of the forms. A weekday is the next one after
  /// today; a day of a month without a year is the next one from today on.
  public static func day(_ text: String, today: Day) -> Day? {
    let text = text.lowercased()
    if let day = Day(text) { return day }
    switch text {
    case "today": return today
    case "tomorrow": return today.adding(days: 1)
    case "yesterday": return today.adding(days: -1)
    default: break
    }
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    if text.count >= 3, let place = names.firstIndex(where: { isWeekday(text, $0) }) {
      let ahead = (place + 1 - today.weekday + 7) % 7
      return today.adding(days: ahead == 0 ? 7 : ahead)
    }
    return relative(text, today: today) ?? ofMonth(text, today: today)
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// A day of a month by its name, such as `dec 1`, `1 december` or `dec 1, 2027`.
  private static func ofMonth(_ text: String, today: Day) -> Day? {
    var words = text.split { $0 == " " || $0 == "," }.map(String.init)
    guard
      let place = words.prefix(2).firstIndex(where: { word in
        word.count >= 3 && months.contains { $0.hasPrefix(word) }
      }), let month = months.firstIndex(where: { $0.hasPrefix(words[place]) })
    else { return nil }
    words.remove(at: place)
    guard let number = words.first.flatMap({ Int($0) }), words.count <= 2 else { return nil }
    if words.count == 2 { return Int(words[1]).flatMap { day(number, month + 1, year: $0) } }
    let year = today.civil.year
    // The 29th of February may be years ahead.
    return (year...year + 8).lazy.compactMap { day(number, month + 1, year: $0) }
      .first { $0 >= today }
  }

  private static func day(_ number: Int, _ month: Int, year: Int) -> Day? {
    Day("\(year)-\(Digits.padded(month, to: 2))-\(Digits.padded(number, to: 2))")
  }

  private static func isWeekday(_ text: String, _ short: String) -> Bool {
    let long = [
      "mon": "monday", "tue": "tuesday", "wed": "wednesday", "thu": "thursday", "fri": "friday",
      "sat": "saturday", "sun": "sunday",
    ]
    return text.hasPrefix(short) && (long[short]?.hasPrefix(text) ?? false)
  }

  private static func relative(_ text: String, today: Day) -> Day? {
    let sign = text.first.flatMap { "+-".contains($0) ? $0 : nil }
    let rest = text.dropFirst(sign == nil ? 0 : 1)
    let digits = rest.prefix(while: \.isNumber)
    guard let count = Int(digits), (0...36_500).contains(count) else { return nil }
    let signed = sign == "-" ? -count : count
    switch rest.dropFirst(digits.count) {
    case "d": return today.adding(days: signed)
    case "w": return today.adding(days: signed * 7)
    case "m", "mo": return count <= 1200 ? today.adding(months: signed) : nil
    case "y": return count <= 100 ? today.adding(months: signed * 12) : nil
    default: return nil
    }
  }
}
