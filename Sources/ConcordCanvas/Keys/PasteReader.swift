/// Gathers a bracketed paste until its end.
struct PasteReader: Sendable {
  private var bytes: [UInt8] = []

  /// What ends a paste.
  private static let end: [UInt8] = Array("\u{1B}[201~".utf8)

  /// Takes more bytes.
  /// - Returns: once the end has come, the text and the index after the end; until then nil.
  mutating func feed(_ more: ArraySlice<UInt8>) -> (text: String, used: Int)? {
    // The end may have begun in what came before.
    var from = max(0, bytes.count - Self.end.count + 1)
    let before = bytes.count
    bytes.append(contentsOf: more)
    while from + Self.end.count <= bytes.count {
      if bytes[from] == 0x1B, bytes[from..<from + Self.end.count].elementsEqual(Self.end) {
        return (Self.text(of: bytes[..<from]), more.startIndex + from + Self.end.count - before)
      }
      from += 1
    }
    return nil
  }

  // Every kind of line end becomes a line feed; of the other controls only the tab stays.
  private static func text(of bytes: ArraySlice<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x0D: text.append("\n")
      case 0x0A: if !wasReturn { text.append("\n") }
      case 0x09: text.append(scalar)
      case 0..<0x20, 0x7F..<0xA0: break
      default: text.append(scalar)
      }
      wasReturn = scalar == "\r"
    }
    return String(text)
  }
}
