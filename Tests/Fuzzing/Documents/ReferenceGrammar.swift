/// RFC 8259 written down a second time, as plainly as can be, to hold the fast reader to it. It says
/// only whether bytes are a document; keys that stand twice are none of its business.
struct ReferenceGrammar {
  private let scalars: [Unicode.Scalar]
  private let isUTF8: Bool
  private let depthLimit: Int
  private var place = 0

  init(_ bytes: [UInt8], depthLimit: Int) {
    let text = String(validating: bytes, as: UTF8.self)
    isUTF8 = text != nil
    scalars = Array((text ?? "").unicodeScalars)
    self.depthLimit = depthLimit
  }

  /// JSON-text = ws value ws
  mutating func isDocument() -> Bool {
    place = 0
    return isUTF8 && element(depth: 0) && place == scalars.count
  }

  private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    place += 1
    return true
  }

  private mutating func take(_ text: String) -> Bool {
    for scalar in text.unicodeScalars where !take(scalar) { return false }
    return true
  }

  private mutating func take(_ range: ClosedRange<Unicode.Scalar>) -> Bool {
    guard let next, range.contains(next) else { return false }
    place += 1
    return true
  }

  private mutating func space() {
    while take(" ") || take("\t") || take("\n") || take("\r") {}
  }

  private mutating func element(depth: Int) -> Bool {
    space()
    guard value(depth: depth) else { return false }
    space()
    return true
  }

  private mutating func value(depth: Int) -> Bool {
    switch next {
    case "{": return list(depth: depth, open: "{", close: "}")
    case "[": return list(depth: depth, open: "[", close: "]")
    case "\"": return string()
    case "t": return take("true")
    case "f": return take("false")
    case "n": return take("null")
    default: return number()
    }
  }

  private mutating func list(depth: Int, open: Unicode.Scalar, close: Unicode.Scalar) -> Bool {
    guard depth < depthLimit, take(open) else { return false }
    space()
    if take(close) { return true }
    repeat {
      if open == "{" {
        space()
        guard string() else { return false }
        space()
        guard take(":") else { return false }
      }
      guard element(depth: depth + 1) else { return false }
    } while take(",")
    return take(close)
  }

  private mutating func string() -> Bool {
    guard take("\"") else { return false }
    while let scalar = next {
      place += 1
      switch scalar {
      case "\"": return true
      case "\\": if !escape() { return false }
      default: if scalar.value < 0x20 { return false }
      }
    }
    return false
  }

  private mutating func escape() -> Bool {
    guard let scalar = next else { return false }
    place += 1
    guard scalar == "u" else { return "\"\\/bfnrt".unicodeScalars.contains(scalar) }
    guard let unit = unit() else { return false }
    if UTF16.isTrailSurrogate(unit) { return false }
    guard UTF16.isLeadSurrogate(unit) else { return true }
    guard take("\\u"), let second = self.unit() else { return false }
    return UTF16.isTrailSurrogate(second)
  }

  private mutating func unit() -> UInt16? {
    var digits = ""
    for _ in 0..<4 {
      guard let scalar = next, scalar.properties.isASCIIHexDigit else { return nil }
      digits.unicodeScalars.append(scalar)
      place += 1
    }
    return UInt16(digits, radix: 16)
  }

  private mutating func number() -> Bool {
    _ = take("-")
    if !take("0") { guard take("1"..."9") else { return false }; digits() }
    if take(".") { guard take("0"..."9") else { return false }; digits() }
    if take("e") || take("E") {
      _ = take("+") || take("-")
      guard take("0"..."9") else { return false }
      digits()
    }
    return true
  }

  private mutating func digits() {
    while take("0"..."9") {}
  }
}
