/// The name of a record: its kind and 60 bits, written as `F-4KX9M2QT0ABC`.
public struct RecordID: Hashable, Comparable, Sendable {
  /// What the record is.
  public let kind: RecordKind
  /// 60 bits, random or derived; the upper four bits are zero.
  public let bits: UInt64

  /// An id of `kind` from the lower 60 bits of `bits`.
  public init(_ kind: RecordKind, bits: UInt64) {
    self.kind = kind
    self.bits = bits & Self.mask
  }

  /// An id from its full text form; nil when `text` is anything else.
  public init?(_ text: some StringProtocol) {
    var text = String(text)
    let parsed = text.withUTF8 { Self.parse($0) }
    guard let parsed else { return nil }
    self = parsed
  }

  /// An id from the bytes of its full text form; nil when they are anything else.
  package static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> RecordID? {
    guard bytes.count == textLength, bytes[1] == UInt8(ascii: "-"),
      let kind = RecordKind(rawValue: bytes[0])
    else { return nil }
    var bits: UInt64 = 0
    for place in 2..<textLength {
      guard let digit = Crockford.value(of: bytes[place]) else { return nil }
      bits = bits << 5 | UInt64(digit)
    }
    return RecordID(kind, bits: bits)
  }

  /// Bytes of the full text form.
  static let textLength = 14

  /// The full text form.
  public var text: String {
    String(unsafeUninitializedCapacity: Self.textLength) { buffer in
      buffer[0] = kind.rawValue
      buffer[1] = UInt8(ascii: "-")
      for place in 0..<12 {
        buffer[2 + place] = Crockford.digit(Int(bits >> UInt64(55 - 5 * place)) & 31)
      }
      return Self.textLength
    }
  }

  /// By kind, then by bits.
  public static func < (left: RecordID, right: RecordID) -> Bool {
    left.kind == right.kind ? left.bits < right.bits : left.kind < right.kind
  }

  /// The bits that an id may use.
  package static let mask: UInt64 = (1 << 60) - 1
}

extension RecordID: CustomStringConvertible {
  /// The full text form.
  public var description: String { text }
}
