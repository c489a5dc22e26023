/// Numbers as hexadecimal digits in small letters.
enum HexDigits {
  /// Writes the sixteen digits of `word` from `start` of `digits` on.
  @inline(__always)
  static func write(_ word: UInt64, to digits: UnsafeMutableBufferPointer<UInt8>, at start: Int) {
    for place in 0..<16 {
      let digit = UInt8(truncatingIfNeeded: word >> UInt64(60 - 4 * place)) & 15
      digits[start + place] = digit &+ (digit < 10 ? 48 : 87)
    }
  }

  /// Appends the sixteen digits of `word`.
  static func append(_ word: UInt64, to bytes: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16) { digits in
      write(word, to: digits, at: 0)
      bytes.append(contentsOf: digits)
    }
  }
}
