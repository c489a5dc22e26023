import ConcordModel
import ConcordStore

/// How long an earlier day takes: the first one that someone looks at, others afterwards, and the
/// same one again. Works in a copy of the journals, since states of earlier days are kept beside them.
struct BenchPast {
  let settings: Settings
  let runs: Int

  /// Openings that read a whole journal are not repeated more often.
  static let longRuns = 3

  func measure(in directory: ScratchDirectory) throws -> [BenchResult] {
    let disk = LocalDisk(root: directory.path + "/past")
    try copy(from: LocalDisk(root: settings.store), to: disk)
    guard let span = try span(disk) else { return [] }
    func moment(_ share: Double) -> Instant {
      Instant(milliseconds: span.lowerBound + Int64(Double(span.count) * share))
    }
    // Two thirds of the way: days before it and after it are other days.
    let day = moment(2.0 / 3)
    var first: [Double] = []
    var kept: [Double] = []
    for _ in 0..<min(runs, Self.longRuns) {
      directory.remove("past/cache")
      let start = BenchClock.now
      let store = try open(disk, day, .write)
      first.append(BenchClock.now - start)
      store.endWriting()
      kept.append(BenchClock.now - start)
    }
    // From here on nothing is kept, so that each run finds what the first day has left.
    var others: [Double] = []
    var same: [Double] = []
    for run in 1...runs {
      let other = moment(Double(run) / Double(runs + 1))
      others.append(try BenchClock.milliseconds { _ = try open(disk, other, .readOnly) })
      same.append(try BenchClock.milliseconds { _ = try open(disk, day, .readOnly) })
    }
    return [
      BenchResult("past day, first", first), BenchResult("past day, first, states kept", kept),
      BenchResult("past day, second", others), BenchResult("past day, again", same),
    ]
  }

  private func open(
    _ disk: LocalDisk, _ moment: Instant, _ access: Store.Access
  ) throws(StoreError) -> Store {
    try Store.open(on: disk, access: access, asOf: moment.day()) { _ in moment }
  }

  private func copy(from store: LocalDisk, to disk: LocalDisk) throws(StoreError) {
    try disk.makeDirectory("")
    try copy([StoreIdentity.file], from: store, to: disk)
    try disk.makeDirectory("journal")
    for writer in try store.list("journal") {
      try disk.makeDirectory("journal/" + writer)
      try copy(
        store.list("journal/" + writer).map { "journal/\(writer)/\($0)" }, from: store, to: disk)
    }
  }

  private func copy(
    _ paths: [String], from store: LocalDisk, to disk: LocalDisk
  ) throws(StoreError) {
    for path in paths {
      let file = try disk.open(path, .create)
      defer { disk.close(file) }
      try disk.write(store.contents(of: path), to: file, at: 0)
    }
  }

  /// The times of all lines, in milliseconds since 1970; nil where there are none.
  private func span(_ disk: LocalDisk) throws -> ClosedRange<Int64>? {
    let last = try Store.open(on: disk, access: .readOnly, today: settings.now.day())
      .tails.values.map(\.time).max()
    var times: [Int64] = []
    for writer in try disk.list("journal") {
      let bytes = try disk.contents(of: WriterTail.path(writer, segment: 1))
      var end = 0
      times.append(try LineHeader.read(bytes.span, end: &end).time)
    }
    guard let first = times.min(), let last, first < last else { return nil }
    return first...last
  }
}
