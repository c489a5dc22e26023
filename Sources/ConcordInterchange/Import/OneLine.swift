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
