/// Which of two values of a field wins: the one with the greater (rank, time, writer, number).
package struct Stamp: Hashable, Sendable {
  /// Rank (bit 62) and journal time in milliseconds: 0 for values that come with a derived id.
  package let ranked: Int64
  /// The line.
  package let line: PackedLine

  package init(rank: Int, time: Int64, line: PackedLine) {
    ranked = Int64(rank) << 62 | time
    self.line = line
  }

  package init(ranked: Int64, line: PackedLine) {
    self.ranked = ranked
    self.line = line
  }

  /// 0 or 1.
  package var rank: Int { Int(ranked >> 62) }
  /// Milliseconds on the journal's clock.
  package var time: Int64 { ranked & ((1 << 62) - 1) }
}

/// A line's name in eight bytes: 24 bits for the writer's place among the known ones, 40 bits for n.
package struct PackedLine: Hashable, Sendable {
  package let bits: Int64

  package init(bits: Int64) { self.bits = bits }

  package init(writer: Int, number: Int64) {
    bits = Int64(writer) << 40 | number
  }

  package var writer: Int { Int(bits >> 40) }
  package var number: Int64 { bits & ((1 << 40) - 1) }
}

/// The writers that lines have come from, numbered in the order of their arrival.
package struct WriterNames: Sendable {
  package private(set) var names: [String] = []
  private var places: [String: Int] = [:]

  package init() {}

  /// The number of a writer, new or known.
  package mutating func number(_ name: String) -> Int {
    if let place = places[name] { return place }
    places[name] = names.count
    names.append(name)
    return names.count - 1
  }

  package mutating func pack(_ line: LineID) -> PackedLine {
    PackedLine(writer: number(line.writer), number: line.number)
  }

  package func unpack(_ line: PackedLine) -> LineID {
    LineID(names[line.writer], line.number)
  }

  /// Whether `left` loses against `right`.
  package func precedes(_ left: Stamp, _ right: Stamp) -> Bool {
    if left.ranked != right.ranked { return left.ranked < right.ranked }
    if left.line.writer != right.line.writer {
      return names[left.line.writer] < names[right.line.writer]
    }
    return left.line.number < right.line.number
  }
}
