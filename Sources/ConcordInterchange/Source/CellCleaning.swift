/// Makes the bytes of a cell into its value: trimmed, the guard of our own exports taken off, and
/// absent where it is empty or holds a word that means nothing.
struct CellCleaning: Sendable {
  private let absentWords: [[UInt8]]

  init(absentWords: [String]) {
    self.absentWords = absentWords.map { Array($0.utf8) }
  }

  /// The value of a cell in UTF-8.
  func cell(_ bytes: ArraySlice<UInt8>) -> SourceCell {
    var trimmed = Self.trimmed(bytes)
    if trimmed.first == FormulaGuard.apostrophe {
      // A line end behind the guard is padding like any other.
      trimmed = Self.trimmed(FormulaGuard.unguarded(trimmed))
    }
    if trimmed.isEmpty || absentWords.contains(where: { $0.elementsEqual(trimmed) }) {
      return .absent
    }
    return .text(String(decoding: trimmed, as: UTF8.self))
  }

  /// Without spaces, line ends, no-break and ideographic spaces at both ends.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes
    while let length = leadingSpace(rest) { rest = rest.dropFirst(length) }
    while let length = trailingSpace(rest) { rest = rest.dropLast(length) }
    return rest
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// U+00A0 in two bytes, U+2000–U+200A, U+202F and U+3000 in three.
  private static func isWideSpace(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xE2, 0x80): (0x80...0x8A).contains(third) || third == 0xAF
    case (0xE3, 0x80): third == 0x80
    default: false
    }
  }

  private static func leadingSpace(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    if isSpace(first) { return 1 }
    let start = bytes.startIndex
    if first == 0xC2, bytes.count > 1, bytes[start + 1] == 0xA0 { return 2 }
    guard first >= 0xE0, bytes.count > 2 else { return nil }
    return isWideSpace(first, bytes[start + 1], bytes[start + 2]) ? 3 : nil
  }

  private static func trailingSpace(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let last = bytes.last else { return nil }
    if isSpace(last) { return 1 }
    let end = bytes.endIndex
    guard last >= 0x80, bytes.count > 1 else { return nil }
    if last == 0xA0, bytes[end - 2] == 0xC2 { return 2 }
    guard bytes.count > 2 else { return nil }
    return isWideSpace(bytes[end - 3], bytes[end - 2], last) ? 3 : nil
  }
}
