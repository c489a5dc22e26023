/// The five levels of the sequential scale that every risk is shown on.
///
/// A level has a colour (``Ink/level(_:)``, ``Ground/level(_:)``) and always a second carrier: a bar
/// that grows, a shade that thickens, or a word.
package enum Ramp: Int, CaseIterable, Comparable, Hashable, Sendable {
  case veryLow, low, moderate, high, veryHigh

  /// Levels compare by height.
  package static func < (left: Ramp, right: Ramp) -> Bool { left.rawValue < right.rawValue }
}
