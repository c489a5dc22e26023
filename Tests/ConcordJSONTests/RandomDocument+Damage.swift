extension RandomDocument {
  /// The document with one to three places changed, cut, doubled, swapped, or with something hostile
  /// put in.
  mutating func damaged(_ document: [UInt8]) -> [UInt8] {
    var bytes = below(64) == 0 ? [0xEF, 0xBB, 0xBF] + document : document
    for _ in 0...below(1 + below(3)) { damage(&bytes) }
    return bytes
  }

  private mutating func damage(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else {
      bytes = pick(Self.hostile)
      return
    }
    let place = below(bytes.count)
    let length = min(1 + below(8), bytes.count - place)
    switch below(12) {
    case 0: bytes.remove(at: place)
    case 1: bytes.removeSubrange(place..<place + length)
    case 2: bytes.removeSubrange(place...)
    case 3: bytes[place] ^= 1 << UInt8(below(8))
    case 4: bytes[place] = UInt8(below(256))
    case 5: bytes[place] = pick(Self.marks)
    case 6: bytes.insert(pick(Self.marks), at: place)
    case 7: bytes.insert(contentsOf: bytes[place..<place + length], at: below(bytes.count + 1))
    case 8: bytes.swapAt(place, below(bytes.count))
    case 9: bytes.insert(contentsOf: pick(Self.hostile), at: below(4) == 0 ? 0 : place)
    default: damageStructure(&bytes, near: place)
    }
  }

  /// Puts something between the marks of the structure, where it is not merely text.
  private mutating func damageStructure(_ bytes: inout [UInt8], near start: Int) {
    let mark = pick(Array("{{}[]:,".utf8))
    let place = bytes[start...].firstIndex(of: mark) ?? bytes.firstIndex(of: mark) ?? start
    switch bytes[place] {
    case UInt8(ascii: "{"): bytes.insert(contentsOf: pick(Self.members), at: place + 1)
    case UInt8(ascii: "}"): bytes.insert(contentsOf: pick(Self.lastMembers), at: place)
    case UInt8(ascii: "]"): bytes.insert(UInt8(ascii: ","), at: place)
    default: bytes.insert(contentsOf: pick(Self.hostile), at: place + 1)
    }
  }

  private static let members = [
    "\"#00\":1,\"#00\":2,", "\"#00\":1,", "\"a\":{\"b\":1,\"\\u0062\":2},",
    "\"\u{E9}\":1,\"e\u{301}\":2,", "a:1,", "'a':1,", "\"a\",", ",", "\"a\":1",
  ].map { Array($0.utf8) }

  private static let lastMembers = [
    ",", ",\"#00\":1,\"\\u002300\":2", ",\"#00\":1", ",\"\":1,", ",{}",
  ].map { Array($0.utf8) }

  private static let marks = Array("\"\\{}[]:,0-+.eEu \n\t/".utf8)

  private static let hostile: [[UInt8]] = [
    Array("\\ud800".utf8), Array("\\udc00".utf8), Array("\\u".utf8), Array("\\x".utf8),
    Array("NaN".utf8), Array("-Infinity".utf8), Array("01".utf8), Array("1.".utf8),
    Array("-".utf8), Array("1e".utf8), Array("1e999".utf8), Array(",".utf8), Array("\"\":1,".utf8),
    Array("\"#00\":1,".utf8), Array("{\"a\":1,\"\\u0061\":[2],\"b\":1}".utf8),
    Array("{\"\u{E9}\":1,\"e\u{301}\":2}".utf8), Array("[1,]".utf8), Array("{\"a\":1,}".utf8),
    Array("//".utf8), Array("/**/".utf8), Array("'a'".utf8), Array("\u{A0}".utf8), [0x0C], [0],
    [0x1F], [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
    [0xED, 0xBF, 0xBF], [0xE2, 0x82], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x9F, 0x98],
    [0xF4, 0x90, 0x80, 0x80], [0xF5], [0xFE, 0xFF], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF],
  ]
}
