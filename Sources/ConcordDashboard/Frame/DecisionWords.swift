import ConcordModel

/// A decision on record, in a line.
enum DecisionWords {
  /// Such as `accept until 2027-01-31: “small”`.
  static func text(_ decision: Decision, _ catalogues: Catalogues) -> String {
    var text = catalogues.words(decision.choice, in: "decisions")
    if let details = decision.details { text += " " + details }
    if let until = decision.until { text += " until \(until.text)" }
    if let reason = decision.reason { text += ": “\(Text.oneLine(reason))”" }
    return text
  }
}
