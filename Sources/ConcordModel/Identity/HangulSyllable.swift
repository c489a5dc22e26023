/// Composition of Hangul, after the arithmetic of the Unicode Standard, section 3.12.
enum HangulSyllable {
  private static let syllables: ClosedRange<UInt32> = 0xAC00...0xD7A3
  private static let leads: ClosedRange<UInt32> = 0x1100...0x1112
  private static let vowels: ClosedRange<UInt32> = 0x1161...0x1175
  private static let trails: ClosedRange<UInt32> = 0x11A8...0x11C2
  private static let trailsPerVowel: UInt32 = 28

  /// The syllable that two neighbours make: lead and vowel, or an open syllable and a trail.
  static func joining(_ first: UInt32, _ second: UInt32) -> UInt32? {
    if leads.contains(first), vowels.contains(second) {
      let vowelsPerLead = UInt32(vowels.count)
      let index = (first - leads.lowerBound) * vowelsPerLead + (second - vowels.lowerBound)
      return syllables.lowerBound + index * trailsPerVowel
    }
    if syllables.contains(first), trails.contains(second),
      (first - syllables.lowerBound) % trailsPerVowel == 0
    {
      return first + (second - trails.lowerBound) + 1
    }
    return nil
  }
}
