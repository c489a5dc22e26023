/// Which letters a folded name has, each a bit: a name without one of a word's letters cannot hold the
/// word, and is passed over without being read.
package struct LetterSet: Hashable, Sendable {
  private var bits: UInt64 = 0

  /// No letter.
  package init() {}

  /// The letters of folded text. Letters, digits and blanks have a bit of their own, other bytes share
  /// some.
  package init(_ folded: some Sequence<UInt8>) {
    for byte in folded { bits |= 1 << Self.place(byte) }
  }

  /// Both together.
  package func union(_ other: LetterSet) -> LetterSet {
    var both = self
    both.bits |= other.bits
    return both
  }

  /// Whether all of `others` are among these.
  @inline(__always)
  package func holds(_ others: LetterSet) -> Bool { bits & others.bits == others.bits }

  @inline(__always)
  private static func place(_ byte: UInt8) -> UInt64 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt64(byte - UInt8(ascii: "a"))
    case UInt8(ascii: "0")...UInt8(ascii: "9"): 26 + UInt64(byte - UInt8(ascii: "0"))
    default: 36 + UInt64(byte) % 28
    }
  }
}
