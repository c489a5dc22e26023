/// A share of a whole, as people read it.
enum Share {
  /// Per cent, rounded; 0 for none alone, and 100 for all alone.
  static func percent(_ part: Int, of whole: Int) -> Int {
    guard whole > 0, part > 0 else { return 0 }
    guard part < whole else { return 100 }
    return min(99, max(1, (part * 200 + whole) / (whole * 2)))
  }
}
