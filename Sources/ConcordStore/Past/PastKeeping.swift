import ConcordModel

/// Which states are worth keeping while an earlier day is read from the journals.
struct PastKeeping {
  /// States on the way, the earliest first: for whoever looks at a day before this one next.
  let moments: [Int64]
  private let start: Int64
  private let limits: PastLimits

  /// What is worth it on the way from where the journals are read to.
  init(
    _ disk: any Disk, _ tails: some Collection<WriterTail>, upTo last: Int64,
    limits: PastLimits
  ) {
    self.limits = limits
    start = Self.covered(tails)
    let outline = JournalOutline(disk, after: tails, upTo: last)
    let step = max(limits.shortStep, (start + outline.bytes) / limits.steps)
    moments = outline.moments(every: step, before: last)
  }

  /// Whether the day itself is.
  func isWorthKeeping(_ tails: some Sequence<WriterTail>) -> Bool {
    let end = Self.covered(tails)
    return end - start > max(limits.least, end / limits.part)
  }

  private static func covered(_ tails: some Sequence<WriterTail>) -> Int64 {
    tails.reduce(0) { $0 + $1.covered }
  }
}
