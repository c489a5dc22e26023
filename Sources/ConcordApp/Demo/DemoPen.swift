import ConcordModel

/// Fills in the blanks of the demo's texts.
struct DemoPen {
  var dice: DemoRandom
  /// The day on which it writes.
  let day: Day
  /// Whom one speaks to at the partner.
  let contact: String
  /// What the partner is called in a sentence.
  var partner = "the partner"

  init(dice: DemoRandom, day: Day, contact: String) {
    self.dice = dice
    self.day = day
    self.contact = contact
  }

  /// One of the texts with its blanks filled: {contact}, {date}, {later}, {month}, {n}, {m}, {ref}.
  mutating func write(_ texts: [String]) -> String {
    let text = dice.pick(texts)
    return Self.filled(text) { blank($0) }
  }

  /// A text with each {name} replaced.
  static func filled(_ text: String, _ blank: (Substring) -> String) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}"))
    {
      result += rest[..<open]
      result += blank(rest[rest.index(after: open)..<close])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private mutating func blank(_ name: Substring) -> String {
    switch name {
    case "contact": return contact
    case "partner": return partner
    case "date": return DemoCalendar.words(day.adding(days: -dice.number(2...24)))
    case "later": return DemoCalendar.words(day.adding(days: dice.number(20...120)))
    case "month": return DemoCalendar.month(day.adding(days: -dice.number(20...80)))
    case "n": return String(dice.number(5...48))
    case "m": return String(dice.number(2...6))
    case "ref":
      let number = String(dice.number(1000...9899))
      return "GR-\(day.civil.year % 100)-\(number)"
    default: return ""
    }
  }
}
