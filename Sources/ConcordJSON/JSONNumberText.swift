/// A number where it stands in a document: its grammar is checked, its value not yet made.
package struct JSONNumberText: Sendable, Equatable {
  /// The bytes of the number, in bytes of the document.
  package let range: Range<Int>
  /// Whether it has neither fraction nor exponent.
  package let isInteger: Bool

  package init(range: Range<Int>, isInteger: Bool) {
    self.range = range
    self.isInteger = isInteger
  }

  /// The number as it was written.
  package func lexeme(in bytes: Span<UInt8>) -> String {
    // The grammar of a number is ASCII.
    String(copying: UTF8Span(unchecked: bytes.extracting(range)))
  }

  /// The value, or nil when it is no whole number of 64 bits.
  package func integer(in bytes: Span<UInt8>) -> Int64? {
    guard isInteger else { return nil }
    let negative = bytes[range.lowerBound] == UInt8(ascii: "-")
    // Counted downwards: -2^63 has no positive twin.
    var value: Int64 = 0
    for index in (negative ? range.lowerBound + 1 : range.lowerBound)..<range.upperBound {
      let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
      let (next, borrow) = tens.subtractingReportingOverflow(Int64(bytes[index] &- 0x30))
      if overflow || borrow { return nil }
      value = next
    }
    if negative { return value }
    return value == Int64.min ? nil : -value
  }
}
