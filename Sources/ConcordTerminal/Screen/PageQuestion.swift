/// Asks the terminal for the colour of its own page, and takes the answer out of what is typed.
///
/// The answer comes when it comes, as over a slow line, and from many terminals never. Behind the
/// question (OSC 11 of xterm) stands another that all of them answer (DA1 of ECMA-48), so that one
/// can know when nothing more is to come.
struct PageQuestion: Hashable, Sendable {
  /// What is written to the terminal.
  static let text = "\u{1B}]11;?\u{1B}\\\u{1B}[c"

  /// The page's colour, in 24 bits; nil as long as it was not told.
  private(set) var page: UInt32?
  /// Whether nothing more is to come.
  private(set) var isOver = false
  private var pending: [UInt8] = []

  private static let colour = Array("\u{1B}]11;".utf8)
  private static let attributes = Array("\u{1B}[?".utf8)
  /// No answer is longer, in bytes.
  private static let longest = 64

  /// What was typed, without the answers; the beginning of an answer waits for its end.
  mutating func typed(_ bytes: [UInt8]) -> [UInt8] {
    let bytes = pending + bytes
    pending = []
    var result: [UInt8] = []
    var rest = bytes[...]
    while let first = rest.first {
      guard first == 0x1B, !isOver else {
        result.append(rest.removeFirst())
        continue
      }
      if rest.count >= 2, Self.colour.starts(with: rest.prefix(Self.colour.count)) {
        guard let end = Self.end(ofString: rest) else { return hold(rest, after: result) }
        page = Self.rgb(rest[..<end].dropFirst(Self.colour.count)) ?? page
        rest = rest[end...]
      } else if rest.starts(with: Self.attributes) {
        let body = rest.dropFirst(Self.attributes.count).prefix { (0x30...0x3B).contains($0) }
        guard body.endIndex < rest.endIndex else { return hold(rest, after: result) }
        if rest[body.endIndex] == UInt8(ascii: "c") {
          isOver = true
        } else {
          result += rest[...body.endIndex]
        }
        rest = rest[(body.endIndex + 1)...]
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }

  private mutating func hold(_ rest: ArraySlice<UInt8>, after result: [UInt8]) -> [UInt8] {
    if rest.count > Self.longest { return result + rest }
    pending = Array(rest)
    return result
  }

  // Behind the BEL or ESC \ that ends a string.
  private static func end(ofString bytes: ArraySlice<UInt8>) -> Int? {
    for index in bytes.indices.dropFirst(2) {
      if bytes[index] == 0x07 { return index + 1 }
      if bytes[index] == UInt8(ascii: "\\"), bytes[index - 1] == 0x1B { return index + 1 }
    }
    return nil
  }

  // `rgb:RR/GG/BB` with one to four hexadecimal digits each, and whatever follows.
  private static func rgb(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    let text = String(decoding: bytes.prefix { $0 > 0x1B }, as: UTF8.self)
    guard let colon = text.firstIndex(of: ":"), text.hasPrefix("rgb") else { return nil }
    let parts = text[text.index(after: colon)...].split(
      separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 3 else { return nil }
    var result: UInt32 = 0
    for part in parts.prefix(3) {
      guard (1...4).contains(part.count), let value = UInt32(part, radix: 16) else { return nil }
      let most = UInt32(1) << (4 * UInt32(part.count)) - 1
      result = result << 8 | value * 255 / most
    }
    return result
  }
}
