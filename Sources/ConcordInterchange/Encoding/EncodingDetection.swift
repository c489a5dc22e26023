/// How the encoding of a file is found out when nobody named it.
///
/// A byte order mark decides. Without one: UTF-16 by the pattern of its NUL bytes, then UTF-8 if
/// every byte fits. What is mostly UTF-8 (more good sequences than bad bytes) is damaged UTF-8: it
/// is read with U+FFFD at the bad places, so that their rows are refused. All else is Windows-1252.
package struct EncodingDetection: Equatable, Sendable {
  package var encoding: TextEncoding
  /// The length of the byte order mark, 0 without one.
  package var markLength: Int
  /// UTF-8 with places that are not.
  package var isDamaged = false

  /// As much of a file as the pattern of UTF-16 is looked for in, in bytes.
  private static let sampleLength = 8_192

  package init(encoding: TextEncoding, markLength: Int, isDamaged: Bool = false) {
    self.encoding = encoding
    self.markLength = markLength
    self.isDamaged = isDamaged
  }

  /// Finds the encoding of a file's bytes.
  package init(of bytes: [UInt8]) {
    // UTF-32LE before UTF-16LE: its mark begins with the other's.
    let marked: [TextEncoding] = [
      .utf8, .utf32LittleEndian, .utf32BigEndian, .utf16LittleEndian, .utf16BigEndian,
    ]
    for encoding in marked where bytes.starts(with: encoding.byteOrderMark) {
      if encoding == .utf32LittleEndian && bytes.count % 4 != 0 { continue }
      self.init(encoding: encoding, markLength: encoding.byteOrderMark.count)
      return
    }
    if let utf16 = Self.unmarkedUTF16(bytes) {
      self.init(encoding: utf16, markLength: 0)
      return
    }
    if (try? UTF8Span(validating: bytes.span)) != nil {
      self.init(encoding: .utf8, markLength: 0)
      return
    }
    let isDamaged = Self.isMostlyUTF8(bytes)
    self.init(encoding: isDamaged ? .utf8 : .windows1252, markLength: 0, isDamaged: isDamaged)
  }

  /// UTF-16 without a mark: its ASCII characters have a NUL on one side, never on the other.
  private static func unmarkedUTF16(_ bytes: [UInt8]) -> TextEncoding? {
    guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
    var little = 0
    var big = 0
    var breaks = 0
    var littleBreaks = 0
    var bigBreaks = 0
    let length = min(bytes.count, sampleLength)
    for offset in stride(from: 0, to: length, by: 2) {
      let (first, second) = (bytes[offset], bytes[offset + 1])
      if first == 0x0A || second == 0x0A { breaks += 1 }
      if second == 0 && isText(first) {
        little += 1
        if first == 0x0A { littleBreaks += 1 }
      } else if first == 0 && isText(second) {
        big += 1
        if second == 0x0A { bigBreaks += 1 }
      }
    }
    let units = length / 2
    // A text in any script has its separators, spaces and line breaks in ASCII.
    let enough = breaks > 0 ? units / 20 : units / 3
    if little > enough, little > 10 * big, 2 * littleBreaks >= breaks { return .utf16LittleEndian }
    if big > enough, big > 10 * little, 2 * bigBreaks >= breaks { return .utf16BigEndian }
    return nil
  }

  private static func isText(_ byte: UInt8) -> Bool {
    (0x20..<0x7F).contains(byte) || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
    var good = 0
    var bad = 0
    var offset = 0
    while offset < bytes.count {
      guard bytes[offset] >= 0x80 else {
        offset += 1
        continue
      }
      let length =
        switch bytes[offset] {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 1
        }
      let end = offset + length
      let fits = end <= bytes.count && bytes[(offset + 1)..<end].allSatisfy { $0 & 0xC0 == 0x80 }
      if length > 1 && fits {
        good += 1
        offset = end
      } else {
        bad += 1
        offset += 1
      }
    }
    return good > bad
  }
}
