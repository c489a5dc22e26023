/// What text from outside may be: one place for its limits.
package enum Text {
  /// The longest text of a field, in bytes.
  package static let longestField = 64 * 1024

  /// A word for one thing with its article: `a flag`, `an agreement`.
  package static func withArticle(_ word: String) -> String {
    (word.first.map { "aeiou".contains($0) } ?? false ? "an " : "a ") + word
  }

  /// Without white space at both ends.
  package static func trimmed(_ text: some StringProtocol) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(text[first..<scalars.index(after: last)])
  }

  /// Whether nobody would see anything of it: white space, and characters that are drawn as nothing.
  package static func isBlank(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      let properties = scalar.properties
      if properties.isWhitespace || properties.isDefaultIgnorableCodePoint { return true }
      switch properties.generalCategory {
      case .control, .format, .nonspacingMark, .enclosingMark, .unassigned, .privateUse, .surrogate:
        return true
      // The blank of Braille is a pattern without dots.
      default: return scalar.value == 0x2800
      }
    }
  }

  /// The first character that a terminal could obey or that turns the text around, as `U+001B`;
  /// tabs and line ends are allowed.
  package static func forbiddenScalar(in text: String) -> String? {
    for scalar in text.unicodeScalars where isForbidden(scalar) {
      let hex = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    }
    return nil
  }

  /// C0 (but tab and line feed), delete, C1, and the bidirectional controls of UAX #9.
  package static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C: true
    default: false
    }
  }

  /// On one line: white space as single spaces, forbidden characters visible.
  package static func oneLine(_ text: String) -> String {
    visible(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }

  /// With every forbidden character as `\u{1B}`: fit to be printed.
  package static func visible(_ text: String) -> String {
    guard forbiddenScalar(in: text) != nil else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isForbidden(scalar) {
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
