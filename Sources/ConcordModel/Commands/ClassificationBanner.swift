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
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "S") || $0 == UInt8(ascii: "C") }) else {
      return nil
    }
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
}
