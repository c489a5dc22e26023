/// Whole numbers as decimal text of a fixed width.
package enum Digits {
  /// `value` with zeros before it up to `width` digits.
  package static func padded(_ value: Int, to width: Int) -> String {
    guard value >= 0 else { return padded(String(value), to: width) }
    var rest = value
    let text = String(unsafeUninitializedCapacity: width) { digits in
      for place in (0..<width).reversed() {
        digits[place] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      }
      return width
    }
    return rest == 0 ? text : String(value)
  }

  private static func padded(_ text: String, to width: Int) -> String {
    let length = text.utf8.count
    return length >= width ? text : String(repeating: "0", count: width - length) + text
  }
}
