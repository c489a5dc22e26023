import ConcordModel

extension Store {
  /// The command of a redaction, as its change has it.
  static let redaction = "redact"

  /// Takes a text out of the journal for good: its bytes are replaced by their digest, so that every
  /// hash still holds, and a change says who took it out, when and why. The cache goes too.
  @discardableResult
  public func redact(
    _ target: RedactionTarget, reason: String, _ occasion: Occasion
  ) throws(CommitFailure) -> RedactionReport {
    var count = 0
    let transaction = try commitPlanned(Self.redaction, occasion) { _ throws(CommitFailure) in
      let found: [RemovedOperation]
      do throws(StoreError) {
        found = try self.look(for: target)
      } catch {
        throw .store(error.sentence)
      }
      if found.isEmpty, let ended = self.endedRedaction {
        throw .refused(
          .nothingToDo(
            "the journal holds nothing of that any more: redaction \(ended), which was cut short, has "
              + "just been finished"))
      }
      guard !found.isEmpty else {
        throw .refused(.nothingToDo("the journal holds nothing of that"))
      }
      count = found.count
      return PlannedChange(operations: [.why(reason)] + found.map { .redact($0) })
    }
    let segments: Int
    do throws(StoreError) {
      endedRedaction = nil
      try lock()
      defer { unlock() }
      try RedactionMark.write(transaction.id, on: disk)
      segments = try finishRedaction()
    } catch {
      throw .store(
        "\(error.sentence) · the redaction is on record as \(transaction.id), and the text still "
          + "there: make room, then redact again")
    }
    let aside = (try? disk.list(Quarantine.directory)) ?? []
    return RedactionReport(
      written: transaction, operations: count, segments: segments,
      quarantined: aside.map { "\(disk.root)/\(Quarantine.directory)/\($0)" })
  }

  /// What a redaction would take out.
  public func redactionPreview(
    _ target: RedactionTarget
  ) throws(StoreError) -> [RemovedOperation] { try look(for: target) }

  /// What is to be taken out.
  private func look(for target: RedactionTarget) throws(StoreError) -> [RemovedOperation] {
    var wanted: Set<LineID>?
    if case .reason(let line) = target {
      let change = try transaction(line)
      wanted = Set(change.steps.map(\.line))
    }
    var found: [RemovedOperation] = []
    let standIn = target.standIn(workspace.fields)
    for path in segmentPaths(of: wanted.map { Set($0.map(\.writer)) } ?? Set(tails.keys)) {
      _ = try rewrite(path) { line, id throws(LineReadingError) in
        guard wanted?.contains(id) ?? true else { return nil }
        let redaction = try LineRedaction(line, id, target, standIn: standIn)
        found += redaction.removed
        return nil
      }
    }
    return found
  }

  private func segmentPaths(of writers: Set<String>) -> [String] {
    writers.sorted().compactMap { tails[$0] }.filter(\.isBegun).flatMap { tail in
      (1...tail.segment).map { WriterTail.path(tail.writer, segment: $0) }
    }
  }

  /// Writes anew what the marked redaction takes texts out of. Only under the lock.
  /// - Returns: how many segments were written; 0 where no redaction is marked.
  @discardableResult
  func finishRedaction() throws(StoreError) -> Int {
    guard let line = try RedactionMark.read(on: disk) else { return 0 }
    var wanted: [LineID: [Int: RemovedOperation]] = [:]
    for step in try transaction(line).steps {
      guard case .redact(let removed) = step.operation else { continue }
      wanted[removed.line, default: [:]][removed.place] = removed
    }
    try removeCache()
    var count = 0
    for path in segmentPaths(of: Set(wanted.keys.map(\.writer))) {
      let rewritten = try rewrite(path) { line, id throws(LineReadingError) in
        guard let places = wanted[id], let any = places.values.first else { return nil }
        let target: RedactionTarget =
          if let record = any.record, let field = any.field {
            .field(record, field)
          } else {
            .reason(id)
          }
        let redaction = try LineRedaction(
          line, id, target, standIn: target.standIn(workspace.fields)
        ) { places[$0] != nil }
        return redaction.removed.isEmpty ? nil : redaction.bytes
      }
      guard let rewritten else { continue }
      closeSegment()
      try disk.replace(path, with: rewritten)
      count += 1
    }
    try RedactionMark.remove(on: disk)
    endedRedaction = line
    if count > 0 { try reload() }
    return count
  }

  /// Takes the cache away for good, the states of earlier days, and drafts: whoever is writing that finds it gone.
  private func removeCache() throws(StoreError) {
    var isGone = false
    for path in [StateCache.file, StateCache.draft] {
      // A directory in its place is none of ours.
      guard let status = try disk.status(path), status.kind != .directory else { continue }
      try disk.remove(path)
      isGone = true
    }
    if isGone { try disk.synchronizeDirectory("cache") }
    try PastStates.removeAll(on: disk)
  }

  /// The bytes of a segment with some of its lines replaced; nil where none is.
  private func rewrite(
    _ path: String, line body: (Span<UInt8>, LineID) throws(LineReadingError) -> [UInt8]?
  ) throws(StoreError) -> [UInt8]? {
    let branch = tails.values.first { $0.branch != nil && path.hasPrefix($0.directory) }?.branch
    let bytes = try disk.contents(of: path)
    let span = bytes.span
    var result: [UInt8] = []
    var copied = 0
    var place = 0
    var number = 0
    while let end = JournalReader.lineEnd(span, from: place) {
      number += 1
      let line = span.extracting(place..<end)
      do {
        var headerEnd = 0
        let written = try LineHeader.read(line, end: &headerEnd).line
        let id = branch?.name(written) ?? written
        if let replacement = try body(line, id) {
          result += bytes[copied..<place]
          result += replacement
          copied = end
        }
      } catch {
        throw .damaged(path: disk.root + "/" + path, line: number, error.fault)
      }
      place = end + 1
    }
    guard copied > 0 else { return nil }
    return result + bytes[copied...]
  }

  /// Folds all journals from their first lines again: they are not the files that were read. A line
  /// that was folded and is not there any more is damage.
  func reload() throws(StoreError) {
    let before = tails
    let wasOutOfDate = isOutOfDate
    closeSegment()
    index = JournalIndex(disk)
    tails = [:]
    prints = JournalPrints()
    directory = DirectoryStamp()
    isOutOfDate = false
    let seen = workspace.version
    workspace = Workspace(office: identity.office, today: workspace.today)
    // Whoever keeps something made of the state knows by its version that it is another one.
    workspace.version = seen + 1
    var news: [Transaction] = []
    try load(usingCache: false, folded: Heads(before.values)) { change in
      let isNew = change.id.number > before[change.id.writer]?.number ?? 0
      if isNew || (wasOutOfDate && change.command == Self.redaction) { news.append(change) }
    }
    arrived += news
  }
}
