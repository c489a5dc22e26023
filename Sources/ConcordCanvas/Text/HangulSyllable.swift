/// Korean letters joined into syllables, since terminals do not join them alike.
///
/// Names from systems that decompose text arrive as single letters. Unicode 3.12, Conjoining Jamo.
enum HangulSyllable {
  /// The syllable of what a cell shows and the letter that follows it; nil where they form none.
  static func joining(_ glyph: Glyph, _ letter: Unicode.Scalar) -> Unicode.Scalar? {
    guard !glyph.hasMarks else { return nil }
    let base = glyph.base.value
    if leads.contains(base), vowels.contains(letter.value) {
      let index =
        (base - leads.lowerBound) * UInt32(vowels.count) + letter.value - vowels.lowerBound
      return Unicode.Scalar(first + index * tailCount)
    }
    let isOpen = (first...last).contains(base) && (base - first).isMultiple(of: tailCount)
    if isOpen, tails.contains(letter.value) {
      return Unicode.Scalar(base + letter.value - tails.lowerBound + 1)
    }
    return nil
  }

  private static let first: UInt32 = 0xAC00
  private static let last: UInt32 = 0xD7A3
  private static let leads: ClosedRange<UInt32> = 0x1100...0x1112
  private static let vowels: ClosedRange<UInt32> = 0x1161...0x1175
  private static let tails: ClosedRange<UInt32> = 0x11A8...0x11C2
  // No tail is one of the ways to end.
  private static let tailCount: UInt32 = 28
}
