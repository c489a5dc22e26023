@testable import ConcordJSON

/// Makes of a document that our reader refuses the strict one that Foundation takes it for.
enum FoundationLeniency {
  /// The document as Foundation reads it, and the difference that this shows; nil where Foundation
  /// has no leniency for `fault`.
  static func mend(
    _ document: [UInt8], _ fault: JSONError
  ) -> (document: [UInt8], difference: KnownDifference)? {
    switch fault.reason {
    case .byteOrderMark:
      return (Array(document.dropFirst(3)), .byteOrderMark)
    case .unexpectedByte(UInt8(ascii: "]"), expected: .value),
      .unexpectedByte(UInt8(ascii: "}"), expected: .key):
      guard let comma = comma(document, before: fault.offset) else { return nil }
      var mended = document
      mended.remove(at: comma)
      return (mended, .trailingComma)
    case .leadingZero, .trailingBytes, .unexpectedEnd(expected: .digit),
      .unexpectedByte(_, expected: .digit), .unexpectedByte(_, expected: .commaOrBrace),
      .unexpectedByte(_, expected: .commaOrBracket):
      guard let number = malformedNumber(document, at: fault.offset) else { return nil }
      var mended = document
      mended.replaceSubrange(number, with: [UInt8(ascii: "0")])
      return (mended, .numberReadLate)
    default:
      return nil
    }
  }

  /// Whether Foundation takes the document for UTF-16 or UTF-32.
  static func isOtherEncoding(_ document: [UInt8]) -> Bool {
    document.prefix(4).contains(0) || document.starts(with: [0xFE, 0xFF])
      || document.starts(with: [0xFF, 0xFE])
  }

  /// Whether the document begins with a byte order mark.
  static func hasMark(_ document: [UInt8]) -> Bool { document.starts(with: [0xEF, 0xBB, 0xBF]) }

  /// The comma before `offset`, with nothing but white space between.
  private static func comma(_ document: [UInt8], before offset: Int) -> Int? {
    let place = document[..<offset].lastIndex { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    return place.flatMap { document[$0] == UInt8(ascii: ",") ? $0 : nil }
  }

  /// The run of bytes around `offset` that Foundation takes for a number and that is none.
  private static func malformedNumber(_ document: [UInt8], at offset: Int) -> Range<Int>? {
    func isPart(_ byte: UInt8) -> Bool { "0123456789+-.eE".utf8.contains(byte) }
    let start = document[..<offset].lastIndex { !isPart($0) }.map { $0 + 1 } ?? 0
    let end = document[offset...].firstIndex { !isPart($0) } ?? document.count
    guard start < end, document[start] == UInt8(ascii: "-") || document[start] &- 0x30 < 10 else {
      return nil
    }
    var cursor = JSONCursor()
    let number = Array(document[start..<end])
    if (try? cursor.readNumber(number.span)) != nil, cursor.offset == number.count { return nil }
    return start..<end
  }
}
