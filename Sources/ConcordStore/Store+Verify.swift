import ConcordModel

extension Store {
  /// Reads every journal from its first line: every hash, the chain, the numbers, the groups, the
  /// heads that this machine has seen; folds it all anew and compares the state with the one in
  /// memory and with the cache.
  public func verify() throws(StoreError) -> VerifyReport {
    var report = VerifyReport()
    var fresh = Workspace(office: identity.office, today: workspace.today)
    // Before the journals: a writer appends first and remembers the head then.
    let heads = readHeads(&report)
    let check = HeadCheck([heads].compactMap(\.self))
    let folded = try fold(into: &fresh, check, report: &report)
    tellOfEnds(folded, heads, &report)
    if let mismatch = check.firstMismatch(folded, root: path) {
      report.add(mismatch, in: path)
    }
    report.digest = StateDigest.of(fresh)
    let conflicts = fresh.conflictCount
    if conflicts > 0 {
      report.notes.append(
        VerifyReport.Problem(
          path: path, line: nil,
          sentence: "values written at the same time stand in "
            + "\(Counted.words(conflicts, "field")): concord settle lists them"))
    }
    if let wrong = try wrongBranch() { report.add(wrong, in: path) }
    if report.isSound { try compareMemory(with: folded, &report) }
    compareCache(with: folded, &report)
    return report
  }

  /// Folds all journals from their first lines.
  private func fold(
    into fresh: inout Workspace, _ heads: HeadCheck, report: inout VerifyReport
  ) throws(StoreError) -> [String: WriterTail] {
    fresh.touched.everything = true
    let reader = JournalReader(disk, nil, heads: heads)
    var redactions = RedactionCheck()
    var folded: [String: WriterTail] = [:]
    let names = try disk.status("journal") == nil ? [] : disk.list("journal")
    for misfit in try StoreLayout.misfits(on: disk) {
      if misfit.isDispensable {
        let finding = misfit.error.finding
        report.notes.append(
          VerifyReport.Problem(
            path: finding.path ?? path, line: nil, sentence: finding.words))
      } else {
        report.add(misfit.error, in: path)
      }
    }
    for name in names where JournalBranch.isJournal(name) {
      guard try disk.status(WriterTail.directory(name))?.kind == .directory else {
        report.add(.notADirectory(path: path + "/" + WriterTail.directory(name)), in: path)
        continue
      }
      var tail = WriterTail(name, first: identity.firstHash)
      var changes = 0
      do {
        guard let start = try WriterTail.start(name, on: disk, first: identity.firstHash) else {
          continue
        }
        tail = start
        try reader.advance(&tail, upTo: limit(name)) { transaction in
          changes += 1
          redactions.add(transaction)
          fresh.fold(transaction)
        }
      } catch {
        report.add(error, in: path)
        if case .disk = error { heads.leaveOut(name) }
      }
      do {
        if let gap = try WriterTail.gap(name, on: disk) { report.add(gap, in: path) }
      } catch {
        report.add(error, in: path)
      }
      folded[name] = tail
      report.writers += 1
      report.changes += changes
      report.lines += Int(tail.number - (tail.branch?.first ?? 1) + 1)
      if let branch = tail.branch {
        report.notes.append(
          VerifyReport.Problem(
            path: path + "/" + WriterTail.directory(name), line: nil,
            sentence: "two copies of the store wrote as \(branch.writer) from line \(branch.first) "
              + "on; both branches are in the state"))
      }
      if let held = tail.held {
        report.notes.append(
          VerifyReport.Problem(
            path: path + "/" + tail.path, line: tail.lines + 1,
            sentence: HeldChanges.sentence(name, from: Instant(milliseconds: held))))
      }
    }
    fresh.finishChange()
    for (name, missing) in Self.missing(folded) {
      report.notes.append(
        VerifyReport.Problem(
          path: path + "/" + WriterTail.directory(name), line: nil,
          sentence: "ends with line \(folded[name]?.number ?? 0), but others have read line "
            + "\(missing): the rest has not come here yet, or was lost"))
    }
    for problem in redactions.problems() {
      report.problems.append(VerifyReport.Problem(path: path, line: nil, sentence: problem))
    }
    for note in redactions.notes() {
      report.notes.append(VerifyReport.Problem(path: path, line: nil, sentence: note))
    }
    return folded
  }

  /// What this machine has seen of the journals.
  private func readHeads(_ report: inout VerifyReport) -> Heads? {
    do {
      return try Heads.read(on: disk)
    } catch {
      let finding = error.finding
      report.notes.append(
        VerifyReport.Problem(path: finding.path ?? path, line: nil, sentence: finding.words))
      return nil
    }
  }

  /// Tells of what stands behind the journals' last whole changes.
  private func tellOfEnds(
    _ tails: [String: WriterTail], _ heads: Heads?, _ report: inout VerifyReport
  ) {
    let known = KnownEnds(heads, tails.values)
    for tail in tails.values.sorted(by: { $0.writer < $1.writer }) {
      if tail.endsBadly {
        report.add(badEnd(of: tail), in: path)
      } else if tail.unread > 0 {
        let what = "the last change is unfinished (\(Counted.words(Int(tail.unread), "byte")))"
        let sentence =
          if tail.writer != writer?.writer {
            "\(what): not all of it has arrived yet"
          } else if known.areBehind(tail) {
            what
          } else {
            "\(what); it was never acknowledged, and the next change sets it aside"
          }
        report.notes.append(
          VerifyReport.Problem(
            path: path + "/" + tail.path, line: tail.lines + 1, sentence: sentence))
      }
    }
  }

  /// The last line of a writer that another has read, where it is not here.
  private static func missing(_ tails: [String: WriterTail]) -> [(String, Int64)] {
    var read: [String: Int64] = [:]
    for tail in tails.values {
      for (name, number) in tail.seen { read[name] = max(number, read[name] ?? 0) }
    }
    return read.filter { name, number in
      let tail = tails[name]
      return number > tail?.number ?? 0 && tail?.held == nil
    }.sorted { $0.key < $1.key }
  }

  private func compareMemory(
    with folded: [String: WriterTail], _ report: inout VerifyReport
  ) throws(StoreError) {
    if restriction == nil || restriction == .asked { arrived += try readOn() }
    guard Self.sameHeads(tails, folded) else {
      report.notes.append(
        VerifyReport.Problem(
          path: path, line: nil,
          sentence: "lines came in meanwhile, so the state in memory was not compared"))
      return
    }
    if digest != report.digest {
      report.problems.append(
        VerifyReport.Problem(
          path: path, line: nil,
          sentence: "the state in memory (\(digest)) is not what the journals fold to"))
    }
  }

  /// The cache with the tails of the journals must give the same state.
  private func compareCache(with folded: [String: WriterTail], _ report: inout VerifyReport) {
    guard report.isSound else { return }
    var cached = Workspace(office: identity.office, today: workspace.today)
    guard let found = StateCache.read(on: disk, identity, into: &cached) else { return }
    cached.touched.everything = true
    let reader = JournalReader(disk)
    for (name, end) in folded {
      do {
        guard
          var tail = try found.tails[name]
            ?? WriterTail.start(name, on: disk, first: identity.firstHash)
        else { continue }
        try reader.advance(&tail) { transaction in
          guard transaction.id.number <= end.number else { return }
          cached.fold(transaction)
        }
      } catch {
        return
      }
    }
    cached.finishChange()
    let digest = StateDigest.of(cached)
    guard digest != report.digest else { return }
    report.problems.append(
      VerifyReport.Problem(
        path: path + "/" + StateCache.file, line: nil,
        sentence: "the cache gives another state (\(digest)) than the journals; delete the file"))
  }

  private static func sameHeads(
    _ left: [String: WriterTail], _ right: [String: WriterTail]
  ) -> Bool {
    let heads = { (tails: [String: WriterTail]) in
      tails.values.filter { $0.number > 0 }.map { LineID($0.writer, $0.number) }
    }
    return Set(heads(left)) == Set(heads(right))
  }
}

extension VerifyReport {
  mutating func add(_ error: StoreError, in root: String) {
    let finding = error.finding
    problems.append(
      Problem(path: finding.path ?? root, line: finding.line, sentence: finding.words))
  }
}
