/// The form of a name that identity stands on: two names with the same fold are the same words.
///
/// Unicode compatibility form without combining marks, in lower case, `&` as *and*, punctuation and
/// symbols as spaces, spaces collapsed and none at the ends. Beyond what Unicode decomposes, letters
/// that the same name is also written without are mapped: ß to ss, ł to l, ø to o, đ and ð to d, þ to
/// th, æ to ae, œ to oe, ı to i, final ς to σ. Marks that are letters in their script stay (Indic
/// signs, kana voicing, Thai vowels), Hangul stays in syllables, and joiners and bidi marks vanish.
/// Folding a fold changes nothing.
package struct NameFold {
  /// The fold of a name.
  package static func fold(_ text: String) -> String {
    var folded: [UInt8] = []
    append(text, to: &folded)
    return String(decoding: folded, as: UTF8.self)
  }

  /// Whether the fold of a name is empty: it has neither letters nor digits.
  package static func isEmpty(_ text: String) -> Bool {
    for byte in text.utf8 where (byte | 0x20) &- UInt8(ascii: "a") < 26 { return false }
    return fold(text).isEmpty
  }

  /// Appends the fold of a name to a buffer, so that many names need no memory of their own.
  package static func append(_ text: String, to folded: inout [UInt8]) {
    append(utf8: text.utf8.span, to: &folded)
  }

  /// Appends the fold of a name given as UTF-8 in memory of someone else's.
  package static func append(_ text: UnsafeBufferPointer<UInt8>, to folded: inout [UInt8]) {
    append(utf8: text.span, to: &folded)
  }

  /// Appends the fold of a name given as UTF-8; bytes that are not UTF-8 count as punctuation.
  package static func append(utf8 text: Span<UInt8>, to folded: inout [UInt8]) {
    let isASCII = withUnsafeTemporaryAllocation(
      of: UInt8.self, capacity: text.count * longestASCIIFold
    ) { buffer in
      guard let count = foldASCII(text, into: buffer) else { return false }
      folded.append(contentsOf: UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
      return true
    }
    if !isASCII { appendAny(text, to: &folded) }
  }

  /// `&` becomes *and* between two spaces.
  private static let longestASCIIFold = 5

  /// Folds a name that is ASCII throughout; `nil` at the first byte that is not.
  private static func foldASCII(
    _ text: Span<UInt8>, into buffer: UnsafeMutableBufferPointer<UInt8>
  ) -> Int? {
    var count = 0
    var spaceIsDue = false
    for offset in text.indices {
      let byte = text[unchecked: offset]
      let letter = byte | 0x20
      let isLetter = letter &- UInt8(ascii: "a") < 26
      if isLetter || byte &- UInt8(ascii: "0") < 10 {
        if spaceIsDue {
          spaceIsDue = false
          if count > 0 {
            buffer[count] = UInt8(ascii: " ")
            count &+= 1
          }
        }
        buffer[count] = isLetter ? letter : byte
        count &+= 1
      } else if byte == UInt8(ascii: "&") {
        if count > 0 {
          buffer[count] = UInt8(ascii: " ")
          count &+= 1
        }
        for letter in "and".utf8 {
          buffer[count] = letter
          count &+= 1
        }
        spaceIsDue = true
      } else if byte < 0x80 {
        spaceIsDue = true
      } else {
        return nil
      }
    }
    return count
  }

  private static func appendAny(_ text: Span<UInt8>, to folded: inout [UInt8]) {
    var output = Output(start: folded.count)
    var offset = 0
    let mapping = NameFoldMapping.shared
    while offset < text.count {
      let byte = text[offset]
      if byte < 0x80 {
        output.put(ascii: byte, to: &folded)
        offset += 1
        continue
      }
      guard let (scalar, length) = decode(text, at: offset) else {
        output.space()
        offset += 1
        continue
      }
      switch mapping.result(of: scalar) {
      case .same: output.put(scalar, to: &folded)
      case .nothing: break
      case .space: output.space()
      case .one(let target): output.put(target, to: &folded)
      case .several(let range):
        for target in mapping.targets[range] { output.put(target, to: &folded) }
      }
      offset += length
    }
  }

  /// The scalar that begins at an offset, and its length in bytes; `nil` where it is not UTF-8.
  private static func decode(_ text: Span<UInt8>, at offset: Int) -> (UInt32, Int)? {
    let lead = text[offset]
    let length: Int
    var scalar: UInt32
    switch lead {
    case 0xC2...0xDF: (length, scalar) = (2, UInt32(lead & 0x1F))
    case 0xE0...0xEF: (length, scalar) = (3, UInt32(lead & 0x0F))
    case 0xF0...0xF4: (length, scalar) = (4, UInt32(lead & 0x07))
    default: return nil
    }
    guard offset + length <= text.count else { return nil }
    for next in offset + 1..<offset + length {
      guard text[next] & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(text[next] & 0x3F)
    }
    guard Unicode.Scalar(scalar) != nil else { return nil }
    return (scalar, length)
  }

  /// Where the fold of one name stands: pending space, and the last syllable for Hangul.
  private struct Output {
    let start: Int
    var spaceIsDue = false
    var last: UInt32 = 0

    mutating func put(ascii byte: UInt8, to folded: inout [UInt8]) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        put(byte, to: &folded)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        put(byte | 0x20, to: &folded)
      case UInt8(ascii: "&"):
        space()
        for letter in "and".utf8 { put(letter, to: &folded) }
        space()
      default:
        space()
      }
    }

    mutating func put(_ byte: UInt8, to folded: inout [UInt8]) {
      putDueSpace(to: &folded)
      folded.append(byte)
      last = 0
    }

    mutating func space() {
      spaceIsDue = true
    }

    private mutating func putDueSpace(to folded: inout [UInt8]) {
      guard spaceIsDue else { return }
      spaceIsDue = false
      if folded.count > start { folded.append(UInt8(ascii: " ")) }
      last = 0
    }

    mutating func put(_ scalar: UInt32, to folded: inout [UInt8]) {
      if scalar < 0x80 { return put(ascii: UInt8(scalar), to: &folded) }
      putDueSpace(to: &folded)
      var scalar = scalar
      if let syllable = HangulSyllable.joining(last, scalar) {
        folded.removeLast(3)
        scalar = syllable
      }
      last = scalar
      if let unicode = Unicode.Scalar(scalar) {
        folded.append(contentsOf: UTF8.encode(unicode) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }
}
