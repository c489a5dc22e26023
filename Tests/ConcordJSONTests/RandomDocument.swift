/// A source of JSON documents, and of damaged ones, that a seed repeats.
struct RandomDocument {
  private var state: UInt64
  private var bytes: [UInt8] = []
  /// Whether the last document may nest more than 64 arrays and objects.
  private(set) var isDeep = false

  init(seed: UInt64) { state = seed &* 0xD134_2543_DE82_EF95 }

  /// SplitMix64.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to `limit - 1`.
  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  /// One of the elements.
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  /// A valid document of every kind of value, with white space wherever it may stand, keys apart.
  mutating func document() -> [UInt8] {
    bytes = []
    isDeep = false
    space()
    if below(64) == 0 { tower() } else { value(level: 0) }
    space()
    return bytes
  }

  private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func space() {
    guard below(4) == 0 else { return }
    for _ in 0...below(3) { bytes.append(pick([0x20, 0x0A, 0x09, 0x0D, 0x20])) }
  }

  // MARK: Structure

  private mutating func value(level: Int) {
    // Most documents are an array or an object.
    let kind = level == 0 && below(4) > 0 ? 6 + below(4) : below(level > 5 ? 6 : 10)
    switch kind {
    case 0: write(pick(["null", "true", "false"]))
    case 1: integer()
    case 2: number()
    case 3, 4, 5: string(key: nil)
    case 6, 7: array(level: level)
    default: object(level: level)
    }
  }

  private mutating func array(level: Int) {
    write("[")
    space()
    for index in 0..<below(5) {
      if index > 0 { write(",") }
      space()
      value(level: level + 1)
      space()
    }
    write("]")
  }

  private mutating func object(level: Int) {
    write("{")
    space()
    // Some objects are larger than the reader's list of keys that it compares one by one.
    let isLarge = level < 3 && below(24) == 0
    for index in 0..<(isLarge ? 14 + below(12) : below(5)) {
      if index > 0 { write(",") }
      space()
      // The index keeps keys apart.
      string(key: index)
      space()
      write(":")
      space()
      value(level: isLarge ? 6 : level + 1)
      space()
    }
    write("}")
  }

  /// Arrays and objects inside one another, up to a little beyond the limit.
  private mutating func tower() {
    let levels = 50 + below(20)
    isDeep = levels > 57
    var ends: [String] = []
    for _ in 0..<levels {
      space()
      if below(2) == 0 {
        write(pick(["[", "[null,", "[\"]\",", "[{},"]))
        ends.append(pick(["]", ",1]", " ]"]))
      } else {
        write(pick(["{\"a\":", "{\"\":", "{\"b\" : [],\"}\":"]))
        ends.append(pick(["}", ",\"z\":1}", "\n}"]))
      }
    }
    value(level: 6)
    for end in ends.reversed() { write(end) }
  }

  // MARK: Numbers

  private mutating func integer() {
    switch below(6) {
    case 0: write(String(Int64(bitPattern: next())))
    case 1:
      write(
        pick([
          "9223372036854775807", "-9223372036854775808", "9223372036854775808",
          "-9223372036854775809", "18446744073709551616", "0", "-0", "9007199254740993",
        ]))
    case 2:
      write(pick(["1", "-9"]))
      digits(1 + below(40))
    default: write(String(below(2000) - 1000))
    }
  }

  private mutating func number() {
    write(pick(["", "-"]))
    switch below(4) {
    case 0: write("0")
    case 1:
      write("7")
      digits(below(25))
    default: write(String(below(100_000)))
    }
    if below(3) > 0 {
      write(".")
      digits(1 + below(below(6) == 0 ? 30 : 6))
    }
    if below(2) == 0 {
      write(pick(["e", "E"]) + pick(["", "+", "-"]) + pick(["", "", "0", "00"]))
      write(String(below(pick([3, 30, 400, 1200]))))
    }
  }

  private mutating func digits(_ count: Int) {
    for _ in 0..<count { bytes.append(UInt8(0x30 + below(10))) }
  }

  // MARK: Strings

  private mutating func string(key: Int?) {
    write("\"")
    for _ in 0..<below(below(8) == 0 ? 40 : 10) { piece() }
    // The last digit may be written as an escape; after a backslash nothing is cut off by it.
    if let key {
      write("#\(key / 10)")
      if below(4) == 0 { unit(UInt32(0x30 + key % 10)) } else { write(String(key % 10)) }
    }
    write("\"")
  }

  private mutating func piece() {
    switch below(9) {
    case 0: write(pick(["\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t"]))
    case 1: unit(UInt32(below(below(2) == 0 ? 0x100 : 0xD800)))
    case 2: unit(UInt32(0xE000 + below(0x2000)))
    case 3:
      let beyond = UInt32(below(0x10_0000))
      unit(0xD800 + beyond >> 10)
      unit(0xDC00 + beyond & 0x3FF)
    case 4:
      let limit = pick([0x700, 0xF780, 0x10_FF80])
      write(Unicode.Scalar(UInt32(0x80 + below(limit))).map { String($0) } ?? "é")
    case 5:
      write(
        pick([
          "Ardania", "中文", "قوة", "\u{E9}", "e\u{301}", "👩‍🔬", "\u{7F}", "\u{80}", "\u{7FF}",
          "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFD}", "\u{FFFF}", "\u{10000}", "\u{10FFFF}",
          "\u{2028}", "\u{FEFF}", "{a:[", "]}", "//", "\\u005C", "            ",
        ]))
    default: bytes.append(UInt8(pick(Array(0x20..<0x7F).filter { $0 != 0x22 && $0 != 0x5C })))
    }
  }

  private mutating func unit(_ value: UInt32) {
    let digits = String(value, radix: 16, uppercase: below(2) == 0)
    write("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
  }
}
