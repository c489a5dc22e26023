/// A folded word against folded names, on bytes: as it stands first, else as letters in their order
/// close together.
package struct FuzzyPattern: Sendable {
  private let bytes: [UInt8]
  private let isPhrase: Bool
  /// What a name must have for it to fit.
  package let letters: LetterSet

  package init(_ folded: String, isPhrase: Bool) {
    bytes = Array(folded.utf8)
    self.isPhrase = isPhrase
    letters = LetterSet(bytes)
  }

  /// Bytes from which on letters may stand apart.
  static let fewestScattered = 3

  /// 0 the name begins with it, 1 a word of the name does, 2 it stands inside, 3 to 60 its letters
  /// stand in their order, the closer the better; nil where they do not, or too far apart.
  package func rank(in name: UnsafeBufferPointer<UInt8>) -> Int? {
    guard !bytes.isEmpty else { return 0 }
    if let place = find(in: name) { return place }
    return isPhrase || bytes.count < Self.fewestScattered ? nil : scattered(in: name)
  }

  private func find(in name: UnsafeBufferPointer<UInt8>) -> Int? {
    guard name.count >= bytes.count else { return nil }
    let first = bytes[0]
    let last = name.count - bytes.count
    var best: Int?
    bytes.withUnsafeBufferPointer { pattern in
      var start = 0
      search: while start <= last {
        start = Self.next(first, in: name, from: start, to: last)
        guard start <= last else { return }
        for place in 1..<max(1, pattern.count) where name[start + place] != pattern[place] {
          start += 1
          continue search
        }
        let isWordStart = start == 0 || name[start - 1] == 32 || name[start - 1] == 10
        let rank = start == 0 ? 0 : isWordStart ? 1 : 2
        if rank < (best ?? 9) { best = rank }
        if rank < 2 { return }
        start += 1
      }
    }
    return best
  }

  /// The first place of a byte from `start` to `last`, eight looked at at a time; after `last` where
  /// there is none.
  @inline(__always)
  private static func next(
    _ byte: UInt8, in name: UnsafeBufferPointer<UInt8>, from start: Int, to last: Int
  ) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let wanted = ones &* UInt64(byte)
    let raw = UnsafeRawBufferPointer(name)
    var place = start
    while place + 8 <= name.count {
      let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian ^ wanted
      let found = (word &- ones) & ~word & (ones &* 0x80)
      if found != 0 { return place + found.trailingZeroBitCount / 8 }
      place += 8
    }
    while place <= last, name[place] != byte { place += 1 }
    return place
  }

  /// Letters in their order: each next one right after the last or at the beginning of a word, or at
  /// most a few letters on.
  private func scattered(in name: UnsafeBufferPointer<UInt8>) -> Int? {
    var best: Int?
    var start = 0
    while start < name.count {
      guard name[start] == bytes[0], start == 0 || name[start - 1] == 32 || name[start - 1] == 10
      else {
        start += 1
        continue
      }
      if let gaps = gaps(in: name, from: start), gaps < (best ?? Int.max) { best = gaps }
      start += 1
    }
    return best.map { min(60, 3 + $0) }
  }

  private func gaps(in name: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var place = start + 1
    var gaps = 0
    for letter in bytes.dropFirst() {
      if place < name.count, name[place] == letter {
        place += 1
        continue
      }
      var next = place
      while next < name.count, name[next] != 10 {
        if name[next] == letter, name[next - 1] == 32 || next - place <= 3 { break }
        next += 1
      }
      guard next < name.count, name[next] == letter else { return nil }
      gaps += name[next - 1] == 32 ? 1 : next - place + 1
      place = next + 1
    }
    return gaps
  }
}
