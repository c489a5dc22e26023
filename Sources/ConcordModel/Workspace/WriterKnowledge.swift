/// What each writer had read of the others when it wrote its lines: a line that has seen another
/// takes its place knowingly; two lines of which neither has seen the other may be in conflict.
package struct WriterKnowledge: Hashable, Sendable {
  /// From a writer's line `number` on, it has read another one up to line `read`.
  package struct Step: Hashable, Sendable {
    package let number: Int64
    package let read: Int64

    package init(number: Int64, read: Int64) {
      self.number = number
      self.read = read
    }
  }

  package struct Pair: Hashable, Sendable {
    package let reader: Int
    package let writer: Int

    package init(reader: Int, writer: Int) {
      self.reader = reader
      self.writer = writer
    }
  }

  /// By reader and writer (their places in `WriterNames`), in rising order of both numbers.
  package private(set) var steps: [Pair: [Step]] = [:]

  package init() {}

  /// Notes that the line `line` was written by one who had read `writer` up to `read`. Lines may
  /// come in any order: what one writer knows only grows with its numbers.
  package mutating func note(_ line: PackedLine, read: Int64, of writer: Int) {
    let pair = Pair(reader: line.writer, writer: writer)
    if let last = steps[pair]?.last, last.number <= line.number, last.read >= read { return }
    var known = steps[pair] ?? []
    let place = Self.firstAfter(line.number, known)
    if place > 0, known[place - 1].read >= read { return }
    if place > 0, known[place - 1].number == line.number {
      known[place - 1] = Step(number: line.number, read: read)
    } else {
      known.insert(Step(number: line.number, read: read), at: place)
    }
    // What a later line said says nothing new any more where it said the same.
    let next = Self.firstAfter(line.number, known)
    while next < known.count, known[next].read <= read { known.remove(at: next) }
    steps[pair] = known
  }

  /// Whether the writer of `line` had read `other` when it wrote it.
  package func hasSeen(_ line: PackedLine, _ other: PackedLine) -> Bool {
    if line.writer == other.writer { return line.number > other.number }
    guard let known = steps[Pair(reader: line.writer, writer: other.writer)] else { return false }
    let place = Self.firstAfter(line.number, known)
    return place > 0 && known[place - 1].read >= other.number
  }

  /// The place of the first step of a line after `number`.
  private static func firstAfter(_ number: Int64, _ steps: [Step]) -> Int {
    var (low, high) = (0, steps.count)
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].number <= number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
