import ConcordModel

/// The numbers of repeated words by their bytes, so that a word in a row needs no `String`.
struct WordNumbers: Sendable {
  private struct Entry {
    var prefix: UInt64 = 0
    var start: Int32 = 0
    var count: Int32 = -1
    var number: Int32 = 0
  }

  private var entries: [Entry]
  private var bytes: [UInt8] = []

  /// The words in the order of their numbers.
  init(_ words: [String]) {
    var size = 64
    while size < words.count * 3 { size *= 2 }
    entries = Array(repeating: Entry(), count: size)
    for (number, word) in words.enumerated() {
      let utf8 = Array(word.utf8)
      let start = bytes.count
      bytes.append(contentsOf: utf8)
      let prefix = utf8.withUnsafeBytes { Self.prefix($0) }
      var place = Self.place(prefix, utf8.count) & (size - 1)
      while entries[place].count >= 0 { place = (place + 1) & (size - 1) }
      entries[place] = Entry(
        prefix: prefix, start: Int32(start), count: Int32(utf8.count), number: Int32(number))
    }
  }

  /// The number of the word that these bytes are; nil where it is none of them.
  func number(_ word: UnsafeRawBufferPointer) -> Int64? {
    number(word, prefix: Self.prefix(word))
  }

  /// The same for one whose first eight bytes (the others zero) are known.
  @inline(__always)
  func number(_ word: UnsafeRawBufferPointer, prefix: UInt64) -> Int64? {
    entries.withUnsafeBufferPointer { entries in
      let mask = entries.count - 1
      var place = Self.place(prefix, word.count) & mask
      while entries[place].count >= 0 {
        let entry = entries[place]
        if entry.prefix == prefix, Int(entry.count) == word.count,
          word.count <= 8 || isEqual(entry, word)
        {
          return Int64(entry.number)
        }
        place = (place + 1) & mask
      }
      return nil
    }
  }

  private func isEqual(_ entry: Entry, _ word: UnsafeRawBufferPointer) -> Bool {
    bytes[Int(entry.start)..<Int(entry.start) + Int(entry.count)].elementsEqual(word)
  }

  private static func prefix(_ word: UnsafeRawBufferPointer) -> UInt64 {
    var prefix: UInt64 = 0
    for (place, byte) in word.prefix(8).enumerated() {
      prefix |= UInt64(byte) << UInt64(8 * place)
    }
    return prefix
  }

  @inline(__always)
  private static func place(_ prefix: UInt64, _ count: Int) -> Int {
    let mixed = (prefix ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32)
  }
}
