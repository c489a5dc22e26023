/// From the 60 bits of an id to its row: open addressing, the bits being as good as random.
package struct RowIndex: Sendable {
  private var keys: [UInt64] = []
  private var rows: [Int32] = []
  private var count = 0

  private static let free = UInt64.max

  package init() {}

  /// Makes room for `capacity` ids.
  package mutating func reserve(_ capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    if size > keys.count { grow(to: size) }
  }

  /// The row of `bits`; nil when there is none.
  package func row(_ bits: UInt64) -> Int? {
    guard !keys.isEmpty else { return nil }
    let mask = keys.count - 1
    var place = Int(truncatingIfNeeded: Self.spread(bits)) & mask
    while keys[place] != Self.free {
      if keys[place] == bits { return Int(rows[place]) }
      place = (place + 1) & mask
    }
    return nil
  }

  /// Remembers that `bits` stand at `row`.
  package mutating func insert(_ bits: UInt64, row: Int) {
    if (count + 1) * 2 > keys.count { grow(to: max(16, keys.count * 2)) }
    put(bits, Int32(row))
    count += 1
  }

  private mutating func put(_ bits: UInt64, _ row: Int32) {
    let mask = keys.count - 1
    var place = Int(truncatingIfNeeded: Self.spread(bits)) & mask
    while keys[place] != Self.free { place = (place + 1) & mask }
    keys[place] = bits
    rows[place] = row
  }

  private mutating func grow(to size: Int) {
    let (oldKeys, oldRows) = (keys, rows)
    keys = Array(repeating: Self.free, count: size)
    rows = Array(repeating: 0, count: size)
    for (place, key) in oldKeys.enumerated() where key != Self.free { put(key, oldRows[place]) }
  }

  /// Ids that people made up (all zeros but the end) must not pile up either.
  private static func spread(_ bits: UInt64) -> UInt64 {
    (bits ^ (bits >> 32)) &* 0x9E37_79B9_7F4A_7C15 >> 20
  }
}
