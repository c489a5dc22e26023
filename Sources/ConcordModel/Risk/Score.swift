/// Scores from 0 to 100: exact as a `Double` for sorting, rounded half up for showing.
public enum Score {
  /// The whole number that people see: 53.5 is 54.
  public static func shown(_ exact: Double) -> Int { Int((exact + 0.5).rounded(.down)) }

  /// The exact score as the arithmetic shows it: up to three decimals, no zeros at the end.
  public static func text(_ exact: Double) -> String {
    let thousandths = Int((exact * 1000).rounded(.toNearestOrAwayFromZero))
    let whole = abs(thousandths) / 1000
    let rest = abs(thousandths) % 1000
    let sign = thousandths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    var decimals = String(1000 + rest).dropFirst()
    while decimals.last == "0" { decimals.removeLast() }
    return "\(sign)\(whole).\(decimals)"
  }
}
