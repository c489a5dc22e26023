import ConcordModel

/// The marked records of a list, and the range of them that is being marked.
package struct RecordMarks: Hashable, Sendable {
  package private(set) var records: Set<RecordID> = []
  /// How many of them a filter holds back: no command acts on those.
  package private(set) var hidden = 0
  /// The line where a range began; nil where none is being marked.
  private var rangeStart: Int?

  package init() {}

  package var isEmpty: Bool { records.isEmpty }

  /// Whether a range was begun and not ended.
  package var isInRange: Bool { rangeStart != nil }

  package func contains(_ record: RecordID) -> Bool { records.contains(record) }

  /// Marks a record, or no longer.
  package mutating func toggle(_ record: RecordID) {
    if records.remove(record) == nil { records.insert(record) }
  }

  /// Marks all that are shown; none of them where all are marked already.
  package mutating func toggleAll(_ shown: [RecordID]) {
    if records.isSuperset(of: shown) {
      records.subtract(shown)
    } else {
      records.formUnion(shown)
    }
  }

  /// Begins a range at a line, or marks from its beginning to that line.
  /// - Parameter record: what stands on a line; nil where there is nothing.
  package mutating func range(to line: Int, _ record: (Int) -> RecordID?) {
    guard let start = rangeStart else {
      rangeStart = line
      return
    }
    records.formUnion((min(start, line)...max(start, line)).compactMap(record))
    rangeStart = nil
  }

  /// Gives up the range that was begun; false where there was none.
  package mutating func leaveRange() -> Bool {
    defer { rangeStart = nil }
    return isInRange
  }

  /// Takes all marks away; false where there was none.
  package mutating func clear() -> Bool {
    defer {
      records = []
      hidden = 0
    }
    return !isEmpty
  }

  /// Takes the marks of all others away.
  package mutating func keep(_ shown: some Sequence<RecordID>) {
    if !isEmpty { records = records.intersection(shown) }
  }

  /// Takes those away that do not stand any more, and counts those that are not shown.
  package mutating func settle(stands: (RecordID) -> Bool, isShown: (RecordID) -> Bool) {
    guard !isEmpty else { return hidden = 0 }
    records = records.filter(stands)
    hidden = records.count { !isShown($0) }
  }

  /// What a pane says of them in its title: how many there are, and what ends the range.
  package var words: [String] {
    let shown = Numbers.grouped(records.count - hidden)
    let count = hidden == 0 ? shown : "\(shown) of \(Numbers.grouped(records.count))"
    return (isEmpty ? [] : [count + " marked"]) + (isInRange ? ["V ends the range"] : [])
  }
}
