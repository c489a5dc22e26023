import ConcordModel

/// Looks at everything in a store's directory; mends by moving files aside, never by changing one.
public struct StoreDoctor {
  private let disk: any Disk
  private let identity: StoreIdentity
  /// What was found.
  public private(set) var findings: [DoctorFinding] = []
  private var aside: [String] = []
  private var merged: [MergedJournal] = []
  private var misfits: [StoreLayout.Misfit] = []
  /// Journals of others whose last line is to be set aside.
  private var badEnds: [WriterTail] = []
  /// Whether something is wrong with a journal, so that nothing else can be measured by it.
  private var isDamaged = false

  /// Looks at the store at `path`.
  public init(at path: String) throws(StoreError) { try self.init(on: LocalDisk(root: path)) }

  package init(on disk: any Disk) throws(StoreError) {
    self.disk = disk
    identity = try Store.identify(disk)
    try lookAtLayout()
    try lookAtJournals()
    try lookAtCache()
    try lookAtLocal()
    try lookForDrafts()
    try lookAtPermissions()
  }

  /// Moves what can be done without into `local/quarantine`.
  /// - Returns: the paths that were moved.
  public mutating func fix() throws(StoreError) -> [String] {
    guard !aside.isEmpty || !merged.isEmpty || !badEnds.isEmpty else { return [] }
    try disk.ensureDirectory("local")
    var moved: [String] = []
    if let place = aside.firstIndex(of: Self.lock) {
      // What cannot be locked is nobody's lock.
      moved.append(try moveAside(aside.remove(at: place)))
    }
    let lock = try disk.open(Self.lock, .write)
    defer { disk.close(lock) }
    try disk.lock(lock)
    defer { disk.unlock(lock) }
    for journal in merged {
      try journal.separate(on: disk)
      moved.append(disk.root + "/" + journal.path)
    }
    for tail in badEnds where try setEndAside(tail) { moved.append(full(tail.path)) }
    for path in aside where try disk.status(path) != nil { moved.append(try moveAside(path)) }
    try disk.synchronizeDirectory(Quarantine.directory)
    return moved
  }

  /// Puts a journal's last line into quarantine; false where it is not what it was any more.
  private func setEndAside(_ found: WriterTail) throws(StoreError) -> Bool {
    guard var tail = try WriterTail.start(found.writer, on: disk, first: identity.firstHash) else {
      return false
    }
    try JournalReader(disk).advance(&tail) { _ in }
    guard tail == found else { return false }
    let file = try disk.open(tail.path, .write)
    defer { disk.close(file) }
    try Quarantine.takeEnd(of: &tail, file, on: disk)
    return true
  }

  private static let lock = "local/lock"

  private func moveAside(_ path: String) throws(StoreError) -> String {
    let name = path.split(separator: "/").joined(separator: "-")
    try disk.rename(path, to: Quarantine.place(name, on: disk))
    try disk.synchronizeDirectory(LocalDisk.parent(of: path))
    return full(path)
  }

  private mutating func note(
    _ weight: DoctorFinding.Weight, _ path: String, _ sentence: String
  ) {
    findings.append(DoctorFinding(weight: weight, path: full(path), sentence: sentence))
    if weight == .fixable { aside.append(path) }
  }

  private func full(_ path: String) -> String { disk.root + "/" + path }

  // MARK: What is looked at

  private mutating func lookAtLayout() throws(StoreError) {
    misfits = try StoreLayout.misfits(on: disk)
    for misfit in misfits {
      note(misfit.isMovable ? .fixable : .serious, misfit.path, misfit.error.finding.words)
    }
  }

  /// Whether something else stands at a path, or at one above it.
  private func isMisfit(_ path: String) -> Bool {
    misfits.contains { $0.path == path || path.hasPrefix($0.path + "/") }
  }

  private mutating func lookAtJournals() throws(StoreError) {
    let heads = readHeads()
    let check = HeadCheck([heads].compactMap(\.self))
    var tails: [String: WriterTail] = [:]
    let isThere = try disk.status("journal")?.kind == .directory
    let names = isThere ? try disk.list("journal") : []
    for name in names {
      guard JournalBranch.isJournal(name) else {
        note(.serious, "journal/" + name, "is no writer's journal; move it away")
        continue
      }
      guard try disk.status("journal/" + name)?.kind == .directory else {
        note(
          .serious, "journal/" + name, StoreError.notADirectory(path: "").finding.words)
        continue
      }
      var tail = WriterTail(name, first: identity.firstHash)
      do {
        guard let start = try WriterTail.start(name, on: disk, first: identity.firstHash) else {
          continue
        }
        tail = start
        try JournalReader(disk, nil, heads: check).advance(&tail) { _ in }
      } catch {
        // What cannot be read is told as that.
        if (try? lookForBranches(tail)) == true { continue }
        note(.serious, tail.path, Self.words(error))
      }
      try lookAtSegments(name)
      tails[name] = tail
    }
    lookAtEnds(tails, KnownEnds(heads, tails.values))
    // What is damaged ends early, and that is no reason to forget how far it went.
    isDamaged = !merged.isEmpty || findings.contains { $0.weight == .serious }
    if !isDamaged, let mismatch = check.firstMismatch(tails, root: disk.root) {
      note(
        .fixable, Heads.file,
        "\(mismatch.sentence); where there is no copy, --fix takes the journal as it is")
    }
  }

  /// What this machine has seen of the journals.
  private mutating func readHeads() -> Heads? {
    do {
      return try Heads.read(on: disk)
    } catch {
      // The next change mends what a power cut has left; not what may not be read.
      let isMended = if case .forgotten = error { true } else { false }
      note(isMended ? .note : .serious, Heads.file, error.finding.words)
      return nil
    }
  }

  /// The names in a writer's directory: segments from the first on, and nothing else.
  private mutating func lookAtSegments(_ writer: String) throws(StoreError) {
    let directory = WriterTail.directory(writer)
    let names: [String]
    do {
      names = try disk.list(directory)
      if let gap = try WriterTail.gap(writer, on: disk) {
        findings.append(
          DoctorFinding(
            weight: .serious, path: gap.finding.path ?? full(directory),
            sentence: gap.finding.words))
      }
    } catch {
      return note(.serious, directory, error.finding.words)
    }
    for name in names where WriterTail.segment(named: name) == nil && !Self.isDraft(name) {
      note(
        .serious, directory + "/" + name,
        "is no segment of a journal (those are 000001.jsonl and so on), so nothing reads it; "
          + "move it away")
    }
  }

  /// What stands behind the journals' last whole changes.
  private mutating func lookAtEnds(_ tails: [String: WriterTail], _ known: KnownEnds) {
    let own = WriterIdentity.own(on: disk, lock: (try? disk.status(Self.lock)) ?? nil)?.writer
    for tail in tails.values.sorted(by: { $0.writer < $1.writer }) where tail.unread > 0 {
      let wasSeen = known.areBehind(tail)
      let promise = tail.writer == own && !wasSeen ? "; the next change sets it aside" : ""
      guard let fault = tail.badEnd else {
        let count = Counted.words(Int(tail.unread), "byte")
        note(
          .note, tail.path,
          "an unfinished change at its end (\(count))"
            + (tail.writer == own ? promise : ": not all of it has arrived yet"))
        continue
      }
      let what = "line \(tail.lines + 1) is not what was written (\(fault.words))"
      if tail.writer == own {
        note(.note, tail.path, what + promise)
      } else if wasSeen {
        note(
          .serious, tail.path, what + ", and it has been read before; restore the file from a copy")
      } else {
        badEnds.append(tail)
        findings.append(
          DoctorFinding(
            weight: .fixable, path: full(tail.path),
            sentence: what + "; restore the file from a copy, or let --fix set the line aside: "
              + "nobody is known to have read it"))
      }
    }
  }

  /// Whether a damaged journal holds two branches between Git's conflict markers.
  private mutating func lookForBranches(_ tail: WriterTail) throws(StoreError) -> Bool {
    let next = WriterTail.path(tail.writer, segment: tail.segment + 1)
    guard try disk.status(next) == nil, try disk.status(tail.path)?.kind == .file,
      let journal = try MergedJournal(tail, disk.contents(of: tail.path), on: disk)
    else { return false }
    merged.append(journal)
    findings.append(
      DoctorFinding(
        weight: .fixable, path: disk.root + "/" + tail.path,
        sentence: "from line \(tail.lines + 1) on it holds two branches between Git's conflict "
          + "markers: two copies of the store wrote as \(tail.writer); --fix puts one of them into "
          + WriterTail.directory(journal.branch) + ", and both count"))
    return true
  }

  private static func words(_ error: StoreError) -> String {
    let restoring = "; what stands before it is shown; restore the file from a copy"
    switch error {
    case .damaged(_, let line, let fault): return "line \(line): \(fault.words)" + restoring
    case .disk: return error.sentence
    default: return error.finding.words + restoring
    }
  }

  private mutating func lookAtCache() throws(StoreError) {
    let tables = Workspace(office: identity.office, today: Day(number: 0)).tables
    // Of a damaged journal it may know what is not there any more, and it is made anew from no other.
    guard !isDamaged else { return }
    for path in PastStates.paths(on: disk)
    where !PastStates(disk, identity, tables).isOfUse(path) {
      note(.fixable, path, "is of no use any more; an earlier day is read from the journals")
    }
    guard !isMisfit(StateCache.file), try disk.status(StateCache.file) != nil else { return }
    var workspace = Workspace(office: identity.office, today: Day(number: 0))
    if StateCache.read(on: disk, identity, into: &workspace) == nil {
      note(.fixable, StateCache.file, "is of no use any more; it is made anew")
    }
  }

  private mutating func lookAtLocal() throws(StoreError) {
    if !isMisfit(RedactionMark.file), try disk.status(RedactionMark.file) != nil {
      note(.note, RedactionMark.file, "a redaction was cut short; the next change ends it")
    }
    if WriterIdentity.read(on: disk) != nil, !isMisfit(Self.lock),
      try WriterIdentity.own(on: disk, lock: disk.status(Self.lock)) == nil
    {
      note(
        .note, WriterIdentity.file,
        "this is a copy of a store; the next change takes a writer id of its own")
    }
    guard try disk.status(Quarantine.directory)?.kind == .directory else { return }
    let kept = try disk.list(Quarantine.directory)
    if !kept.isEmpty {
      note(
        .note, Quarantine.directory,
        "\(Counted.words(kept.count, "file")) set aside; look at them, then delete")
    }
  }

  /// Files that were about to take another's place.
  private mutating func lookForDrafts() throws(StoreError) {
    for directory in ["", "cache", PastStates.directory, "local"] + tailDirectories() {
      guard !isMisfit(directory), try disk.status(directory)?.kind == .directory else { continue }
      for name in (try? disk.list(directory)) ?? [] where Self.isDraft(name) {
        if isMisfit(directory.isEmpty ? name : directory + "/" + name) { continue }
        note(
          .fixable, directory.isEmpty ? name : directory + "/" + name,
          "was left by a write that was cut short")
      }
    }
  }

  private static func isDraft(_ name: String) -> Bool { name.hasSuffix(".new") }

  private func tailDirectories() -> [String] {
    guard (try? disk.status("journal"))??.kind == .directory else { return [] }
    return ((try? disk.list("journal")) ?? []).filter(JournalBranch.isJournal)
      .map { WriterTail.directory($0) }
  }

  private mutating func lookAtPermissions() throws(StoreError) {
    var paths = ["", StoreIdentity.file, "journal", "cache", "local", StateCache.file]
    paths += [PastStates.directory] + PastStates.paths(on: disk)
    for directory in tailDirectories() {
      paths.append(directory)
      paths += ((try? disk.list(directory)) ?? []).map { directory + "/" + $0 }
    }
    for path in paths where !isMisfit(path) {
      guard !findings.contains(where: { $0.weight == .serious && $0.path == full(path) }),
        let status = try disk.status(path)
      else { continue }
      if status.kind == .link {
        note(.serious, path, "is a link, and links are not followed; put the file itself there")
      } else if status.permissions & 0o077 != 0 {
        let mode = status.kind == .directory ? "700" : "600"
        note(.serious, path, "others may read it; chmod \(mode) it")
      }
    }
  }
}
