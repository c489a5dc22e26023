import ConcordModel

/// Compares the journals, while they are read, with the last lines that this machine has seen in
/// them: none may end before its line, and none may have another line under its number.
final class HeadCheck {
  /// A line as it was found under a number that was seen before.
  struct Place {
    let number: Int64
    let hash: LineHash
    /// The file, and the line in it, counted from 1.
    let path: String
    let line: Int

    init(_ line: JournalLine, path: String, lineInFile: Int) {
      number = line.header.line.number
      hash = line.hash
      self.path = path
      self.line = lineInFile
    }

    /// The last line that was read.
    init(_ tail: WriterTail) {
      (number, hash, path, line) = (tail.number, tail.hash, tail.path, tail.lines)
    }
  }

  private struct Key: Hashable {
    let journal: String
    let number: Int64
  }

  private var heads: [(writer: String, head: Heads.Head)]
  private var places: [Key: Place] = [:]

  init(_ heads: [Heads]) {
    self.heads = heads.flatMap(\.heads).map { (writer: $0.key, head: $0.value) }
      .sorted { ($0.writer, $0.head.number) < ($1.writer, $1.head.number) }
  }

  /// The numbers under which a journal's lines are to be looked at.
  func numbers(_ tail: WriterTail) -> [Int64] {
    heads.filter { Self.is(tail, $0.writer) && $0.head.number > tail.number }.map(\.head.number)
  }

  /// Takes the line that a journal is read on from.
  func begin(_ tail: WriterTail) {
    guard tail.isBegun, heads.contains(where: { $0.head.number == tail.number }) else { return }
    found(Place(tail), in: tail)
  }

  /// Takes a line that was read under one of these numbers.
  func found(_ place: Place, in tail: WriterTail) {
    places[Key(journal: tail.writer, number: place.number)] = place
  }

  /// Leaves a journal out that could not be read: where it ends nobody knows.
  func leaveOut(_ writer: String) { heads.removeAll { $0.writer == writer } }

  /// Whether it is a writer's journal, or a branch of it: what was seen in the one may stand in the
  /// other by now.
  private static func `is`(_ tail: WriterTail, _ writer: String) -> Bool {
    tail.writer == writer || tail.branch?.writer == writer
  }

  /// The first journal that is shorter than what was seen, or another one, of journals as far as they
  /// are read.
  func firstMismatch(_ tails: [String: WriterTail], root: String) -> StoreError? {
    for (writer, head) in heads {
      let holders = tails.values.filter {
        Self.is($0, writer) && $0.number >= head.number && $0.branch?.first ?? 1 <= head.number
      }.sorted { $0.writer < $1.writer }
      guard let first = holders.first else {
        let path = tails[writer]?.path ?? WriterTail.path(writer, segment: 1)
        return .shortened(
          path: root + "/" + path, line: tails[writer]?.number ?? 0, seen: head.number)
      }
      if holders.contains(where: { mayHold($0, head) }) { continue }
      let place = places[Key(journal: first.writer, number: head.number)]
      return .replaced(
        path: root + "/" + (place?.path ?? first.path), line: place?.line ?? first.lines,
        seen: LineID(writer, head.number))
    }
    return nil
  }

  /// Whether a journal has the line that was seen. What a cache has told of it was not read again:
  /// the cache holds only where the bytes are those that were folded.
  private func mayHold(_ tail: WriterTail, _ head: Heads.Head) -> Bool {
    if let place = places[Key(journal: tail.writer, number: head.number)] {
      return place.hash == head.hash
    }
    return tail.number > head.number || tail.hash == head.hash
  }
}
