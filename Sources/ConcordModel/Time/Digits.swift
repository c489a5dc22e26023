/// Whole numbers as decimal text of a fixed width.
package enum Digits {
  /// `value` with zeros before it up to `width` digits.
  package static func padded(_ value: Int, to width: Int) -> String {
    let text = String(value)
    return text.count >= width ? text : String(repeating: "0", count: width - text.count) + text
  }
}
