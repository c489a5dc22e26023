/// From the 60 bits of an id to its row: open addressing, eight bytes an entry. An entry holds a row
/// and 32 bits of the id's hash; whoever asks compares the row's id.
package struct RowIndex: Sendable {
  private var entries: [UInt64] = []
  private var count = 0

  private static let free = UInt64.max

  package init() {}

  /// An index of ids by their rows; nil where one stands twice.
  package init?(_ ids: [UInt64]) {
    var size = 16
    while size * 7 < ids.count * 10 { size *= 2 }
    let mask = size - 1
    count = ids.count
    var isGood = true
    entries = Array(repeating: Self.free, count: size)
    entries.withUnsafeMutableBufferPointer { entries in
      for (row, bits) in ids.enumerated() {
        let hash = Self.spread(bits)
        var place = Int(truncatingIfNeeded: hash >> 8) & mask
        while entries[place] != Self.free {
          let entry = entries[place]
          if entry >> 32 == hash >> 32, ids[Int(entry & 0xFFFF_FFFF)] == bits { isGood = false }
          place = (place + 1) & mask
        }
        entries[place] = (hash >> 32) << 32 | UInt64(row)
      }
    }
    guard isGood else { return nil }
  }

  /// The row of `bits`; nil when there is none. `id` gives the bits that stand at a row.
  @inline(__always)
  package func row(_ bits: UInt64, id: (Int) -> UInt64) -> Int? {
    guard !entries.isEmpty else { return nil }
    let hash = Self.spread(bits)
    return entries.withUnsafeBufferPointer { entries in
      let mask = entries.count - 1
      var place = Int(truncatingIfNeeded: hash >> 8) & mask
      while entries[place] != Self.free {
        let entry = entries[place]
        let row = Int(entry & 0xFFFF_FFFF)
        if entry >> 32 == hash >> 32, id(row) == bits { return row }
        place = (place + 1) & mask
      }
      return nil
    }
  }

  /// Remembers that `bits`, which are not in it, stand at `row`. `id` gives the bits at other rows.
  package mutating func insert(_ bits: UInt64, row: Int, id: (Int) -> UInt64) {
    if (count + 1) * 10 > entries.count * 7 { grow(id) }
    let hash = Self.spread(bits)
    let mask = entries.count - 1
    var place = Int(truncatingIfNeeded: hash >> 8) & mask
    while entries[place] != Self.free { place = (place + 1) & mask }
    entries[place] = (hash >> 32) << 32 | UInt64(row)
    count += 1
  }

  private mutating func grow(_ id: (Int) -> UInt64) {
    let old = entries
    entries = Array(repeating: Self.free, count: max(16, old.count * 2))
    count = 0
    for entry in old where entry != Self.free {
      let row = Int(entry & 0xFFFF_FFFF)
      insert(id(row), row: row, id: id)
    }
  }

  /// Ids that people made up (all zeros but the end) must not pile up either. The upper half is
  /// never all ones, so that no entry looks free.
  private static func spread(_ bits: UInt64) -> UInt64 {
    let mixed = (bits ^ (bits >> 32)) &* 0x9E37_79B9_7F4A_7C15
    return (mixed ^ (mixed >> 29)) & 0x7FFF_FFFF_FFFF_FFFF
  }
}
