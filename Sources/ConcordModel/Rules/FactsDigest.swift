import Crypto

/// The digest of what a rule saw, in 16 hexadecimal digits: the first 64 bits of SHA-256 over the facts
/// in byte order, joined by a zero byte.
enum FactsDigest {
  static func of(_ facts: [String]) -> String {
    var hash = SHA256()
    for (place, fact) in Set(facts).sorted(by: ByteOrder.precedes).enumerated() {
      if place > 0 { hash.update(data: [0] as [UInt8]) }
      hash.update(data: Array(fact.utf8))
    }
    let digits = Array("0123456789abcdef")
    return String(
      hash.finalize().prefix(8).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
