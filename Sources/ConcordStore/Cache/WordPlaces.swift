import ConcordModel

/// The numbers of repeated words by their bytes, so that a word that comes again needs no `String`.
struct WordPlaces {
  private var hashes: [UInt64] = Array(repeating: 0, count: 1024)
  private var places: [Int64] = Array(repeating: -1, count: 1024)
  private var count = 0

  /// The number of the word that these bytes are, new or known.
  mutating func place(_ bytes: Span<UInt8>, _ texts: inout TextPool) -> Int64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (hashes.count - 1)
    while places[slot] >= 0 {
      if hashes[slot] == hash, Self.equal(texts.word(places[slot]), bytes) { return places[slot] }
      slot = (slot + 1) & (hashes.count - 1)
    }
    let place = texts.intern(bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
    // Past that, words are looked up the slow way: choices come from catalogues and are few.
    guard count < hashes.count / 2 else { return place }
    hashes[slot] = hash
    places[slot] = place
    count += 1
    return place
  }

  private static func equal(_ word: String, _ bytes: Span<UInt8>) -> Bool {
    let utf8 = word.utf8
    guard utf8.count == bytes.count else { return false }
    var index = 0
    for byte in utf8 {
      if byte != bytes[index] { return false }
      index += 1
    }
    return true
  }
}
