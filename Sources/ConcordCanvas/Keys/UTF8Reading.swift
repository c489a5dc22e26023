/// One scalar read from bytes of UTF-8 that may stop anywhere.
enum UTF8Reading: Hashable {
  /// More bytes are needed.
  case incomplete
  /// The bytes before `end` are no UTF-8.
  case invalid(end: Int)
  /// A scalar that ends before `end`.
  case scalar(Unicode.Scalar, end: Int)

  /// Reads the scalar that begins a slice, which must not be empty.
  static func read(_ bytes: ArraySlice<UInt8>) -> UTF8Reading {
    let start = bytes.startIndex
    let lead = bytes[start]
    let (count, bits): (Int, UInt32) =
      switch lead {
      case 0..<0x80: (1, UInt32(lead))
      case 0xC2..<0xE0: (2, UInt32(lead & 0x1F))
      case 0xE0..<0xF0: (3, UInt32(lead & 0x0F))
      case 0xF0..<0xF5: (4, UInt32(lead & 0x07))
      default: (0, 0)
      }
    guard count > 0 else { return .invalid(end: start + 1) }
    var value = bits
    for offset in 1..<max(1, count) {
      guard start + offset < bytes.endIndex else { return .incomplete }
      let byte = bytes[start + offset]
      guard byte & 0xC0 == 0x80 else { return .invalid(end: start + offset) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let smallest: UInt32 = [0, 0, 0x80, 0x800, 0x1_0000][count]
    guard value >= smallest, let scalar = Unicode.Scalar(value) else {
      return .invalid(end: start + count)
    }
    return .scalar(scalar, end: start + count)
  }
}
