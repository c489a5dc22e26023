/// A source of JSON documents, and of damaged ones, that a seed repeats.
struct RandomDocument {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  private mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// A valid document with white space, escapes and numbers of every form.
  mutating func document() -> String {
    space() + value(level: 0) + space()
  }

  /// One to three bytes changed, removed, doubled or swapped for something hostile.
  mutating func damaged(_ document: [UInt8]) -> [UInt8] {
    var bytes = document
    for _ in 0...below(3) where !bytes.isEmpty {
      let place = below(bytes.count)
      switch below(6) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(bytes[place], at: place)
      case 2: bytes[place] = UInt8(below(256))
      case 3: bytes[place] = pick(Array("\"\\{}[]:,0-+.eEu \n\t/".utf8))
      case 4: bytes.removeSubrange(place...)
      default: bytes.insert(contentsOf: pick(Self.hostile), at: place)
      }
    }
    return bytes
  }

  private static let hostile: [[UInt8]] = [
    Array("\\ud800".utf8), Array("\\udc00".utf8), Array("\\u".utf8), Array("NaN".utf8),
    Array("01".utf8), Array("1.".utf8), Array(",".utf8), Array("\"\":1,".utf8), [0xC0, 0x80],
    [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xF4, 0x90, 0x80, 0x80], [0xEF, 0xBB, 0xBF], [0x0C],
  ]

  private mutating func space() -> String {
    below(4) == 0 ? pick([" ", "\n", "\t", "\r\n", "  "]) : ""
  }

  private mutating func value(level: Int) -> String {
    switch below(level > 4 ? 5 : 8) {
    case 0: pick(["null", "true", "false"])
    case 1: integer()
    case 2: number()
    case 3, 4: string()
    case 5, 6: array(level: level)
    default: object(level: level)
    }
  }

  private mutating func integer() -> String {
    switch below(4) {
    case 0: String(Int64(bitPattern: next()))
    case 1: pick(["9223372036854775807", "-9223372036854775808", "0"])
    default: String(below(2000) - 1000)
    }
  }

  private mutating func number() -> String {
    let whole = String(below(100_000))
    let sign = pick(["", "-"])
    switch below(3) {
    case 0: return "\(sign)\(whole).\(below(1_000_000))"
    case 1: return "\(sign)\(whole)\(pick(["e", "E"]))\(pick(["", "+", "-"]))\(below(30))"
    default: return "\(sign)0.\(below(1000))e\(pick(["-", "+", ""]))\(below(20))"
    }
  }

  private mutating func array(level: Int) -> String {
    var elements: [String] = []
    for _ in 0..<below(5) { elements.append(space() + value(level: level + 1) + space()) }
    return "[" + (elements.isEmpty ? space() : elements.joined(separator: ",")) + "]"
  }

  private mutating func object(level: Int) -> String {
    var members: [String] = []
    for index in 0..<below(6) {
      // The index keeps keys apart.
      let key = string().dropLast() + "\(index)\""
      members.append(
        space() + key + space() + ":" + space() + value(level: level + 1) + space())
    }
    return "{" + (members.isEmpty ? space() : members.joined(separator: ",")) + "}"
  }

  private mutating func string() -> String {
    var text = "\""
    for _ in 0..<below(14) { text += piece() }
    return text + "\""
  }

  private mutating func piece() -> String {
    switch below(8) {
    case 0: return pick(["\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t"])
    case 1: return unit(UInt32(below(0xD800)))
    case 2:
      let beyond = UInt32(below(0x10_0000))
      return unit(0xD800 + beyond >> 10) + unit(0xDC00 + beyond & 0x3FF)
    case 3:
      let value = UInt32(0x80 + below(0x10_FF80))
      return Unicode.Scalar(value).map(String.init) ?? "é"
    case 4: return pick(["Ardania", "中文", "قوة", "e\u{301}", "👩‍🔬", "\u{7F}", "\u{2028}"])
    default: return pick(Array("abcdefghijklmnopqrstuvwxyz 0123456789{}[]:,'/.-".map(String.init)))
    }
  }

  private mutating func unit(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: below(2) == 0)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
