/// Finds classification banners and portion marks (32 CFR 2001.24; the CAPCO register's forms):
/// Concord records that something exists, never the text itself.
package enum ClassificationBanner {
  /// What may be written instead.
  package static let expected =
    "no classified text; record that it exists, its marking and where it is held"

  /// The banner or portion mark that `text` holds; nil where there is none. "Secret Service" and
  /// "top secret" in a sentence are not marks: a banner is in capitals and has a control after `//`
  /// or stands alone on its line; a portion mark stands in brackets at the beginning of a line.
  package static func found(in text: String) -> String? {
    guard mayHold(text.utf8.span) else { return nil }
    for line in text.split(whereSeparator: \.isNewline) {
      let line = Text.trimmed(line)
      for word in ["TOP SECRET", "SECRET", "CONFIDENTIAL"] {
        if line == word || line.hasPrefix(word + "//") { return word }
      }
      if line.hasPrefix("("), let end = line.firstIndex(of: ")") {
        let mark = line[line.index(after: line.startIndex)..<end]
        let head = mark.split(separator: "/", omittingEmptySubsequences: false).first ?? ""
        let isBare = mark == head && (head == "TS" || head == "S")
        if isBare || (["TS", "S", "C"].contains(head) && mark.contains("//")) {
          return "(" + mark + ")"
        }
      }
    }
    return nil
  }

  /// Whether there is a bracket or a banner's word in a text at all: in nearly every cell of a
  /// register there is none.
  private static func mayHold(_ text: Span<UInt8>) -> Bool {
    for place in text.indices {
      switch text[unchecked: place] {
      case UInt8(ascii: "("): return true
      case UInt8(ascii: "S") where holds("SECRET", text, at: place): return true
      case UInt8(ascii: "C") where holds("CONFIDENTIAL", text, at: place): return true
      default: break
      }
    }
    return false
  }

  private static func holds(_ word: StaticString, _ text: Span<UInt8>, at start: Int) -> Bool {
    guard start + word.utf8CodeUnitCount <= text.count else { return false }
    return word.withUTF8Buffer { word in
      word.indices.allSatisfy { text[start + $0] == word[$0] }
    }
  }
}
