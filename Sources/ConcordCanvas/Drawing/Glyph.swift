/// What one cell shows: a spacing scalar and up to four combining marks, the most curses can hold.
package struct Glyph: Hashable, Sendable {
  // Scalars need 21 bits: the base and two marks share the first word, two more marks the second.
  private var first: UInt64
  private var second: UInt64

  /// The most combining marks a glyph keeps; further ones are dropped.
  package static let maximumMarks = 4

  /// An empty cell.
  package static let space = Glyph(" ")

  /// A glyph of one scalar, which must be a spacing one.
  package init(_ base: Unicode.Scalar) {
    first = UInt64(base.value)
    second = 0
  }

  /// The spacing scalar.
  package var base: Unicode.Scalar {
    Unicode.Scalar(UInt32(first & Self.mask)) ?? " "
  }

  /// The combining marks on the base, in order; mostly none.
  package var marks: [Unicode.Scalar] {
    if first >> 21 == 0 { return [] }
    return [first >> 21, first >> 42, second, second >> 21].compactMap { bits in
      let value = UInt32(bits & Self.mask)
      return value == 0 ? nil : Unicode.Scalar(value)
    }
  }

  /// Whether a combining mark sits on the base.
  package var hasMarks: Bool { first >> 21 != 0 }

  /// Puts a combining mark on the base; the fifth and later ones are dropped.
  package mutating func add(mark: Unicode.Scalar) {
    let bits = UInt64(mark.value)
    if first >> 21 == 0 {
      first |= bits << 21
    } else if first >> 42 == 0 {
      first |= bits << 42
    } else if second == 0 {
      second = bits
    } else if second >> 21 == 0 {
      second |= bits << 21
    }
  }

  /// Appends the glyph's scalars to a text.
  package func write(to text: inout String) {
    text.unicodeScalars.append(base)
    if hasMarks { text.unicodeScalars.append(contentsOf: marks) }
  }

  private static let mask: UInt64 = 0x1F_FFFF
}
