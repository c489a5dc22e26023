/// The byte between the cells of delimited text.
package enum Separator: UInt8, CaseIterable, Sendable {
  case comma = 0x2C
  case semicolon = 0x3B
  case tab = 0x09
  case pipe = 0x7C

  /// A separator as people name it: the sign itself, or its name.
  package init?(name: String) {
    switch name.lowercased() {
    case ",", "comma", "csv": self = .comma
    case ";", "semicolon": self = .semicolon
    case "\t", "\\t", "tab", "tsv": self = .tab
    case "|", "pipe", "psv": self = .pipe
    default: return nil
    }
  }

  /// As much of a file as the separator is looked for in.
  private static let sampleBytes = 65_536
  private static let sampleRows = 50

  /// The separator that cuts the first rows into the same number of cells most often, and of two
  /// that do it equally well the one that makes more of them. A comma where there is none.
  package static func detect(in bytes: [UInt8]) -> Separator {
    var sample = bytes
    if bytes.count > sampleBytes {
      sample = Array(bytes.prefix(sampleBytes))
      if let end = sample.lastIndex(of: 0x0A) { sample.removeSubrange(end...) }
    }
    var best = Separator.comma
    var bestScore = (agreeing: 0.0, cells: 1)
    for candidate in allCases {
      let counts = cellCounts(of: sample, candidate)
      guard let first = counts.first, first > 1 else { continue }
      let agreeing = Double(counts.count { $0 == first }) / Double(counts.count)
      if (agreeing, first) > (bestScore.agreeing, bestScore.cells) {
        (best, bestScore) = (candidate, (agreeing, first))
      }
    }
    return best
  }

  /// The number of cells of each of the first rows.
  private static func cellCounts(of sample: [UInt8], _ separator: Separator) -> [Int] {
    var reader = DelimitedReader(sample, separator: separator.rawValue)
    var row = DelimitedRow()
    var counts: [Int] = []
    while counts.count < sampleRows {
      switch reader.next(into: &row) {
      case .end: return counts
      case .broken: counts.append(0)
      case .row where row.isBlank(in: sample): continue
      case .row: counts.append(row.cells.count)
      }
    }
    return counts
  }
}
