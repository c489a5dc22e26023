import CPlatform
import ConcordModel

extension Store {
  /// Opens the store at `path` and folds its journal. Nothing is written.
  ///
  /// Damage in a journal, a newer version's store and missing permission to write do not fail: what
  /// is good is shown, and `restriction` says why it can only be read.
  ///
  /// - Parameter progress: hears how far it has come, from time to time.
  public static func open(
    at path: String, access: Access = .write, today: Day,
    progress: (@Sendable (OpeningProgress) -> Void)? = nil
  ) throws(StoreError) -> Store {
    try open(on: LocalDisk(root: path), access: access, today: today, progress: progress)
  }

  package static func open(
    on disk: any Disk, access: Access = .write, today: Day, usingCache: Bool = true,
    progress: (@Sendable (OpeningProgress) -> Void)? = nil
  ) throws(StoreError) -> Store {
    let identity = try identify(disk)
    let store = Store(
      disk: disk, identity: identity, workspace: Workspace(office: identity.office, today: today))
    store.restriction = try restriction(disk, identity, access)
    for misfit in try StoreLayout.misfits(on: disk) where misfit.path != "journal" {
      if misfit.isDispensable {
        store.hindrances.append(.cache(misfit.error))
      } else {
        store.restrict(.misfit(misfit.error))
      }
    }
    try store.load(usingCache: usingCache, report: progress.map { OpeningReport($0) })
    return store
  }

  /// What stands in the directory at `path`.
  /// - Throws: where it is no store.
  public static func identity(at path: String) throws(StoreError) -> StoreIdentity {
    try identify(LocalDisk(root: path))
  }

  /// What the directory is; throws where it is no store.
  static func identify(_ disk: some Disk) throws(StoreError) -> StoreIdentity {
    guard let found = try disk.status("") else { throw .missing(path: disk.root) }
    guard found.kind == .directory else { throw .notADirectory(path: disk.root) }
    guard try disk.status(StoreIdentity.file) != nil else { throw .notAStore(path: disk.root) }
    return try StoreIdentity.read(on: disk)
  }

  static func restriction(
    _ disk: some Disk, _ identity: StoreIdentity, _ access: Access
  ) throws(StoreError) -> Restriction? {
    if identity.format > StoreIdentity.currentFormat {
      return .newerFormat(path: disk.root + "/" + StoreIdentity.file, identity.format)
    }
    if access == .readOnly { return .asked }
    for path in ["", "journal", "local"] where try disk.status(path)?.kind == .directory {
      let full = path.isEmpty ? disk.root : disk.root + "/" + path
      switch disk.mayWrite(path) {
      case .granted: continue
      case .refused: return .permission(path: full)
      case .readOnlyDisk: return .readOnlyDisk(path: full)
      }
    }
    return nil
  }

  /// Folds cache and journals from nothing.
  /// - Parameters:
  ///   - report: hears how far it has come.
  ///   - folded: the last lines that were folded before, and have to be there still.
  ///   - news: gets each change that is read from the journals.
  func load(
    usingCache: Bool, report: OpeningReport? = nil, folded: Heads? = nil,
    news: (Transaction) -> Void = { _ in }
  ) throws(StoreError) {
    let cached =
      usingCache
      ? StateCache.read(on: disk, identity, into: &workspace, report: report) : nil
    cacheWasOfUse = cached != nil
    if let cached {
      tails = cached.tails
      prints = cached.prints
      unsaved.bytes += cached.reread
    }
    writer = try WriterIdentity.own(on: disk, lock: disk.status("local/lock"))
    // Before the journals: a writer appends first and remembers the head then.
    let heads = HeadCheck([readHeads(), folded].compactMap(\.self))
    if let misfit = try findWriters() { restrict(.misfit(misfit)) }
    workspace.touched.everything = true
    tellOfJournals(report)
    let reader = JournalReader(disk, prints, report, heads: heads)
    for name in writersInOrder {
      guard var tail = tails[name] else { continue }
      let before = tail
      do {
        try reader.advance(&tail, upTo: limit(name)) { transaction in
          workspace.fold(transaction)
          news(transaction)
        }
      } catch {
        restrict(.journal(error))
      }
      do {
        if let gap = try WriterTail.gap(name, on: disk) { restrict(.journal(gap)) }
      } catch {
        restrict(.journal(error))
      }
      unsaved.count(from: before, to: tail)
      tails[name] = tail
      if tail.endsBadly, name != writer?.writer { restrict(.journal(badEnd(of: tail))) }
    }
    report?.addsUp()
    workspace.finishChange(ThreadedWork())
    // What the threads have worked with goes back to the system.
    if cached != nil { cp_trim_memory() }
    if let mismatch = heads.firstMismatch(tails, root: disk.root) {
      restrict(.journal(mismatch))
    }
    do {
      if let wrong = try wrongBranch() { restrict(.journal(wrong)) }
    } catch {
      restrict(.journal(error))
    }
    if let lost = ownLostLines { restrict(.journal(lost)) }
  }

  /// What this machine has seen of the journals, as far as that can be read.
  private func readHeads() -> Heads? {
    hindrances.removeAll { $0.isOfHeads }
    do {
      return try Heads.read(on: disk)
    } catch {
      hindrances.append(.heads(error))
      return nil
    }
  }

  /// Tells how much of the journals there is to be read.
  func tellOfJournals(_ report: OpeningReport?, upTo last: Int64 = .max) {
    guard let report else { return }
    report.readsJournals(JournalOutline(disk, after: tails.values, upTo: last).bytes)
  }

  /// What is wrong with a journal whose last line is not what was written.
  func badEnd(of tail: WriterTail) -> StoreError {
    .damaged(path: disk.root + "/" + tail.path, line: tail.lines + 1, tail.badEnd ?? .hash)
  }

  /// Makes the store read only; the first reason stays, but damage goes before what only forbids to
  /// write.
  func restrict(_ reason: Restriction) {
    if restriction.map({ reason.goes(before: $0) }) ?? true { restriction = reason }
  }
}
