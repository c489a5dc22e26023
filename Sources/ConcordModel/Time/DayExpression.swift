/// Days as people type them.
public enum DayExpression {
  /// What is understood, for messages.
  public static let forms = "a day such as 2026-12-01, today, tomorrow, fri, +30d, +6w, +3m or +1y"

  /// The day that `text` means; nil when it is none of the forms. A weekday is the next one after
  /// today.
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
    return relative(text, today: today)
  }

  private static func isWeekday(_ text: String, _ short: String) -> Bool {
    let long = [
      "mon": "monday", "tue": "tuesday", "wed": "wednesday", "thu": "thursday", "fri": "friday",
      "sat": "saturday", "sun": "sunday",
    ]
    return text.hasPrefix(short) && (long[short]?.hasPrefix(text) ?? false)
  }

  private static func relative(_ text: String, today: Day) -> Day? {
    guard let sign = text.first, sign == "+" || sign == "-", let unit = text.last,
      let count = Int(text.dropFirst().dropLast()), (0...36_500).contains(count)
    else { return nil }
    let signed = sign == "+" ? count : -count
    switch unit {
    case "d": return today.adding(days: signed)
    case "w": return today.adding(days: signed * 7)
    case "m": return count <= 1200 ? today.adding(months: signed) : nil
    case "y": return count <= 100 ? today.adding(months: signed * 12) : nil
    default: return nil
    }
  }
}
