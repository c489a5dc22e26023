/// How far each journal is known to have gone: what this machine has seen of it, and what the lines
/// of others say that they had read.
struct KnownEnds {
  private var numbers: [String: Int64]

  init(_ heads: Heads?, _ tails: some Sequence<WriterTail>) {
    numbers = heads?.heads.mapValues(\.number) ?? [:]
    for tail in tails {
      for (writer, number) in tail.seen { numbers[writer] = max(number, numbers[writer] ?? 0) }
    }
  }

  /// Whether somebody has read a line that a journal does not have any more, or not yet.
  func areBehind(_ tail: WriterTail) -> Bool { numbers[tail.writer] ?? 0 > tail.number }
}
