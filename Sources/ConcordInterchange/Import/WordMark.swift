/// Numbers of words: equal words have equal ones, and hardly any others do.
enum WordMark {
  /// The number of a text.
  static func of(_ text: String) -> UInt64 {
    var mark = start
    let bytes = text.utf8.span
    for place in bytes.indices { add(bytes[unchecked: place], to: &mark) }
    return finished(mark)
  }

  /// Puts the numbers of the words of a folded name, which are parted by single spaces, into
  /// `marks`, and returns how many they are.
  static func ofWords(
    in name: Span<UInt8>, into marks: UnsafeMutableBufferPointer<UInt64>
  ) -> Int {
    var count = 0
    var mark = start
    for place in name.indices {
      let byte = name[unchecked: place]
      if byte == UInt8(ascii: " ") {
        marks[count] = finished(mark)
        count += 1
        mark = start
      } else {
        add(byte, to: &mark)
      }
    }
    guard !name.isEmpty else { return 0 }
    marks[count] = finished(mark)
    return count + 1
  }

  // FNV-1a, with the last step of splitmix64: sums of these numbers shall differ too.
  private static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  private static func add(_ byte: UInt8, to mark: inout UInt64) {
    mark = (mark ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  @inline(__always)
  private static func finished(_ mark: UInt64) -> UInt64 {
    var mixed = (mark ^ mark >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
