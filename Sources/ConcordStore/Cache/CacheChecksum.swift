/// A checksum that notices a broken cache: four sums of eight bytes each at a time, faster than
/// memory. Each step can be undone, so that no single changed word is lost.
package struct CacheChecksum {
  package fileprivate(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  /// Adds bytes. Where they are cut into pieces does matter.
  package mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var running = Running(self)
    running.advance(bytes, upTo: bytes.count)
    self = running.finished(bytes)
  }

  /// The checksum of bytes as they are gone through: what was just read is still at hand.
  package struct Running {
    private var one: UInt64
    private var two: UInt64
    private var three: UInt64
    private var four: UInt64
    private var index = 0

    /// Goes on from `start`.
    package init(_ start: CacheChecksum = CacheChecksum()) {
      one = start.value
      two = start.value ^ 0xA076_1D64_78BD_642F
      three = start.value ^ 0xE703_7ED1_A0B4_28DB
      four = start.value ^ 0x8EBC_6AF0_9C88_C6E3
    }

    /// Adds what of `bytes`, always the same ones, stands before `end`, up to 31 bytes less.
    package mutating func advance(_ bytes: UnsafeRawBufferPointer, upTo end: Int) {
      var (one, two, three, four, index) = (one, two, three, four, index)
      while index + 32 <= end {
        CacheChecksum.mix(&one, CacheChecksum.word(bytes, index))
        CacheChecksum.mix(&two, CacheChecksum.word(bytes, index + 8))
        CacheChecksum.mix(&three, CacheChecksum.word(bytes, index + 16))
        CacheChecksum.mix(&four, CacheChecksum.word(bytes, index + 24))
        index += 32
      }
      (self.one, self.two, self.three, self.four, self.index) = (one, two, three, four, index)
    }

    /// The checksum of all of `bytes`.
    package consuming func finished(_ bytes: UnsafeRawBufferPointer) -> CacheChecksum {
      advance(bytes, upTo: bytes.count)
      var result = CacheChecksum()
      var index = index
      result.value = one
      for sum in [two, three, four, UInt64(bytes.count)] { CacheChecksum.mix(&result.value, sum) }
      while index + 8 <= bytes.count {
        CacheChecksum.mix(&result.value, CacheChecksum.word(bytes, index))
        index += 8
      }
      var last: UInt64 = 0
      while index < bytes.count {
        last = last << 8 | UInt64(bytes[index])
        index += 1
      }
      CacheChecksum.mix(&result.value, last)
      return result
    }
  }

  @inline(__always)
  fileprivate static func word(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
    bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
  }

  @inline(__always)
  fileprivate static func mix(_ value: inout UInt64, _ word: UInt64) {
    value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 29
  }

  /// 16 hexadecimal digits.
  package var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
