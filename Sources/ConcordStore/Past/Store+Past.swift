import ConcordModel

extension Store {
  /// Opens the store as it was at an earlier moment, as the journal now tells it: the lines with a
  /// time up to then. It can only be read, and does not change any more.
  ///
  /// Where that took long, the state is kept beside the cache, and so are some on the way to it: the
  /// next day begins with the nearest one before it. A worker writes them; ``endWriting()`` waits for
  /// it.
  ///
  /// - Parameters:
  ///   - access: whether states may be kept.
  ///   - day: the day that is looked at: what is overdue counts from it.
  ///   - moment: the last moment that counts, once the office is known.
  ///   - progress: hears how far it has come, from time to time.
  public static func open(
    at path: String, access: Access = .write, asOf day: Day, moment: (Office) -> Instant,
    progress: (@Sendable (OpeningProgress) -> Void)? = nil
  ) throws(StoreError) -> Store {
    try open(
      on: LocalDisk(root: path), access: access, asOf: day, moment: moment, progress: progress)
  }

  /// - Parameter limits: which states are kept; nil for none, and none is made use of.
  package static func open(
    on disk: any Disk, access: Access = .write, asOf day: Day, limits: PastLimits? = .standard,
    moment: (Office) -> Instant, progress: (@Sendable (OpeningProgress) -> Void)? = nil
  ) throws(StoreError) -> Store {
    let identity = try identify(disk)
    let store = Store(
      disk: disk, identity: identity, workspace: Workspace(office: identity.office, today: day))
    store.isPast = true
    let mayKeep = try restriction(disk, identity, access) == nil
    store.restriction = .past(day)
    try store.load(
      upTo: moment(identity.office).milliseconds, limits, mayKeep: mayKeep,
      report: progress.map { OpeningReport($0) })
    return store
  }

  private func load(
    upTo last: Int64, _ limits: PastLimits?, mayKeep: Bool, report: OpeningReport?
  ) throws(StoreError) {
    let states = limits.map { PastStates(disk, identity, workspace.tables, limits: $0) }
    if let start = states?.start(upTo: last, into: &workspace, report: report) {
      tails = start.tails
      prints = start.prints
    }
    if let misfit = try findWriters() { restriction = .misfit(misfit) }
    workspace.touched.everything = true
    tellOfJournals(report, upTo: last)
    let reader = JournalReader(disk, prints, report)
    if mayKeep, let limits, let states {
      let keeping = PastKeeping(disk, tails.values, upTo: last, limits: limits)
      for moment in keeping.moments where isWhole {
        try readOn(reader, upTo: moment)
        keep(moment, states)
      }
      try readOn(reader, upTo: last)
      if keeping.isWorthKeeping(tails.values) { keep(last, states) }
    } else {
      try readOn(reader, upTo: last)
    }
    report?.addsUp()
    workspace.finishChange(ThreadedWork())
  }

  /// Whether all could be read so far.
  private var isWhole: Bool {
    if case .past = restriction { return true }
    return false
  }

  private func readOn(_ reader: JournalReader, upTo last: Int64) throws(StoreError) {
    for name in tails.keys.sorted() {
      guard var tail = tails[name] else { continue }
      do {
        try reader.advance(&tail, upTo: ReadingLimit(time: last)) { transaction in
          workspace.fold(transaction)
        }
      } catch {
        restriction = .journal(error)
      }
      do {
        if isWhole, let gap = try WriterTail.gap(name, on: disk) { restriction = .journal(gap) }
      } catch {
        restriction = .journal(error)
      }
      tail.unread = 0
      tails[name] = tail
    }
  }

  private func keep(_ moment: Int64, _ states: PastStates) {
    guard isWhole else { return }
    let snapshot = CacheSnapshot(
      disk, identity, workspace, tails.values, prints.prints, at: PastStates.path(moment))
    cacheWorker.write(CacheWorker.Job(snapshot) { try states.trim(keeping: moment) })
  }
}
