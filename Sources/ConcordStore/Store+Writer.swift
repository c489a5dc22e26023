import ConcordModel

extension Store {
  /// The end of the journal that this copy of the store may append to, mended where a crash has torn
  /// it. Only under the lock.
  func ownTail(_ occasion: Occasion) throws(StoreError) -> WriterTail {
    guard let known = try knownWriter() else { return try takeWriter(occasion) }
    guard var tail = tails[known.writer] else {
      return WriterTail(known.writer, first: identity.firstHash)
    }
    guard tail.unread > 0 else { return tail }
    let endsBadly = tail.endsBadly
    try Quarantine.takeEnd(of: &tail, openSegment(tail.path), on: disk)
    tails[known.writer] = tail
    rememberHeads()
    if endsBadly { return try takeWriter(occasion) }
    return tail
  }

  /// The end of that journal where nothing is to be mended or taken, as far as it was read: what it
  /// most likely is under the lock too.
  func likelyTail() -> WriterTail? {
    guard (try? openLock()) != nil, let known = try? knownWriter() else { return nil }
    guard let tail = tails[known.writer] else {
      return WriterTail(known.writer, first: identity.firstHash)
    }
    return tail.unread > 0 ? nil : tail
  }

  /// The id of this copy of the store; nil where it has to take one.
  private func knownWriter() throws(StoreError) -> WriterIdentity? {
    // Another process may have taken a new id: the file is replaced then.
    let status = try disk.status(WriterIdentity.file)
    if status != writerStatus || writer == nil {
      // The lock file stays open, so this copy of the store stays the one it is.
      writer = try WriterIdentity.own(on: disk, lock: lockStatus())
      writerStatus = status
    }
    guard let writer, !hasBranches(writer.writer) else { return nil }
    return writer
  }

  private func lockStatus() throws(StoreError) -> FileStatus? {
    if let lockFile { try disk.status(of: lockFile) } else { nil }
  }

  /// Takes a writer id that no journal has.
  private func takeWriter(_ occasion: Occasion) throws(StoreError) -> WriterTail {
    var ids = occasion.context(for: LineID("", Int64(tails.count) + 1)).ids
    var digits = 4
    var name = Crockford.text(ids.next64(), digits: digits)
    while true {
      let isTaken = try disk.status(WriterTail.directory(name)) != nil
      guard isTaken || tails[name] != nil else { break }
      digits = min(digits + 1, 12)
      name = Crockford.text(ids.next64(), digits: digits)
    }
    let lockStatus = try lockStatus()
    let taken = WriterIdentity(
      writer: name, machine: disk.machine, device: lockStatus?.device ?? 0,
      inode: lockStatus?.inode ?? 0)
    try disk.replace(WriterIdentity.file, with: taken.bytes)
    writer = taken
    writerStatus = try disk.status(WriterIdentity.file)
    closeSegment()
    return WriterTail(name, first: identity.firstHash)
  }
}
