import ConcordModel

/// A character that no text of an import may hold: a row with one is refused.
///
/// These are the controls C0, DEL and C1, which a terminal could take for a command, and the bidi
/// marks, embeddings, overrides and isolates, which make a name read as another (`Text.isForbidden`),
/// and U+FFFD, which stands where a letter was lost before. The row is refused, not cleaned: a name
/// with one of them was damaged or forged, and a person must look at it. Tabs and line breaks count
/// as spaces.
package struct ForbiddenCharacter: Equatable, Sendable, CustomStringConvertible {
  package let codePoint: UInt32

  /// The first such character of a text in UTF-8.
  package static func first(in text: ArraySlice<UInt8>) -> ForbiddenCharacter? {
    for offset in text.indices where isSuspect(text[offset]) {
      return String(decoding: text[offset...], as: UTF8.self).unicodeScalars
        .first { $0.value != 0x0D && ($0.value == 0xFFFD || Text.isForbidden($0)) }
        .map { ForbiddenCharacter(codePoint: $0.value) }
    }
    return nil
  }

  /// Whether a byte may begin such a character: the first look at text that is mostly plain.
  private static func isSuspect(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20..<0x7F, 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF: true
    default: false
    }
  }

  /// The code point and what it is.
  package var description: String {
    let digits = String(codePoint, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    switch codePoint {
    case 0xFFFD: return "a character that was lost in decoding (\(name))"
    case 0x100...: return "a bidi control character (\(name))"
    default: return "a control character (\(name))"
    }
  }
}
