/// Text of one line: tabs and line breaks of a wrapped cell are spaces, and spaces collapse.
enum OneLine {
  static func text(_ source: String) -> String {
    var before: UInt8 = 0
    let isPlain = source.utf8.allSatisfy { byte in
      defer { before = byte }
      return byte >= 0x20 && !(byte == 0x20 && before == 0x20)
    }
    if isPlain { return source }
    return source.split { $0.isWhitespace }.joined(separator: " ")
  }

  /// Text of several lines, each of which ends in a line feed alone.
  static func lines(_ source: String) -> String {
    guard source.utf8.contains(0x0D) else { return source }
    return source.split(omittingEmptySubsequences: false) { $0.isNewline }
      .joined(separator: "\n")
  }
}

/// A cell that holds several values.
enum ListCell {
  /// The values between semicolons, bars and line breaks, and `more` signs where a field's values
  /// cannot hold them.
  static func parts(_ cell: String, alsoAt more: Set<Character> = []) -> [String] {
    let isOne = cell.utf8.allSatisfy { byte in
      byte > 0x20 ? byte != 0x3B && byte != 0x7C && byte != 0x2C : byte == 0x20 && more.isEmpty
    }
    if isOne { return [cell] }
    return cell.split { $0 == ";" || $0 == "|" || $0.isNewline || more.contains($0) }
      .map { String($0.trimmingPrefix(while: \.isWhitespace)) }
      .map { text in
        var text = text
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
      }
      .filter { !$0.isEmpty }
  }
}
