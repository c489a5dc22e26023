import Crypto

extension RecordID {
  /// The id that follows from a key, the same in every office: the first 60 bits of SHA-256 over the
  /// parts joined by a zero byte.
  package static func derived(_ kind: RecordKind, from parts: [String]) -> RecordID {
    var hash = SHA256()
    for (place, part) in parts.enumerated() {
      if place > 0 { hash.update(data: [0] as [UInt8]) }
      hash.update(data: Array(part.utf8))
    }
    var bits: UInt64 = 0
    for byte in hash.finalize().prefix(8) { bits = bits << 8 | UInt64(byte) }
    return RecordID(kind, bits: bits >> 4)
  }
}
