/// A checksum that notices a broken cache: four sums of eight bytes each at a time, faster than
/// memory. Each step can be undone, so that no single changed word is lost.
package struct CacheChecksum {
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  /// Adds bytes. Where they are cut into pieces does matter.
  package mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var one = value
    var two = value ^ 0xA076_1D64_78BD_642F
    var three = value ^ 0xE703_7ED1_A0B4_28DB
    var four = value ^ 0x8EBC_6AF0_9C88_C6E3
    var index = 0
    while index + 32 <= bytes.count {
      Self.mix(&one, Self.word(bytes, index))
      Self.mix(&two, Self.word(bytes, index + 8))
      Self.mix(&three, Self.word(bytes, index + 16))
      Self.mix(&four, Self.word(bytes, index + 24))
      index += 32
    }
    value = one
    for sum in [two, three, four, UInt64(bytes.count)] { Self.mix(&value, sum) }
    while index + 8 <= bytes.count {
      Self.mix(&value, Self.word(bytes, index))
      index += 8
    }
    var last: UInt64 = 0
    while index < bytes.count {
      last = last << 8 | UInt64(bytes[index])
      index += 1
    }
    Self.mix(&value, last)
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
    bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
  }

  @inline(__always)
  private static func mix(_ value: inout UInt64, _ word: UInt64) {
    value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 29
  }

  /// 16 hexadecimal digits.
  package var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
