/// The beginning of an id as people type it: with or without its letter and dash, small letters too.
struct IDBeginning: Hashable, Sendable {
  /// The kind that its letter names; nil where it has none.
  let kind: RecordKind?
  private let bits: UInt64
  /// Bits that are not given.
  private let shift: UInt64

  /// Nil where an id cannot begin so.
  init?(_ text: String) {
    var bytes = Array(text.utf8)
    var kind: RecordKind?
    if bytes.count >= 2, bytes[1] == UInt8(ascii: "-") {
      kind = RecordKind(rawValue: (97...122).contains(bytes[0]) ? bytes[0] - 32 : bytes[0])
      if kind == nil { return nil }
      bytes.removeFirst(2)
    }
    guard (1...12).contains(bytes.count) else { return nil }
    var bits: UInt64 = 0
    for byte in bytes {
      guard let digit = Crockford.forgiving(byte) else { return nil }
      bits = bits << 5 | UInt64(digit)
    }
    self.kind = kind
    self.bits = bits
    shift = UInt64(60 - 5 * bytes.count)
  }

  /// Whether an id begins so.
  func fits(_ id: RecordID) -> Bool {
    (kind == nil || kind == id.kind) && id.bits >> shift == bits
  }
}
