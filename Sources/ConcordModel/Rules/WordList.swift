/// Words one after the other, as a sentence has them.
enum WordList {
  /// `a`, `a and b`, `a, b and c`.
  static func joined(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
