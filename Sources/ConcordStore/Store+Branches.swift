import ConcordModel

/// Branches of journals: see `JournalBranch`.
extension Store {
  /// The first branch that does not continue its writer's journal, or should have kept its place.
  func wrongBranch() throws(StoreError) -> StoreError? {
    for (name, tail) in tails.sorted(by: { $0.key < $1.key }) where tail.isBegun {
      guard let branch = tail.branch else { continue }
      let fault = StoreError.damaged(
        path: disk.root + "/" + WriterTail.path(name, segment: 1), line: 1, .branch)
      if branch.first > 1 {
        let base = LineID(branch.writer, branch.first - 1)
        guard try lineHash(base) == branch.base else { return fault }
      }
      guard let other = try lineHash(LineID(branch.writer, branch.first)) else { continue }
      guard let own = try lineHash(LineID(name, branch.first)), other.text < own.text else {
        return fault
      }
    }
    return nil
  }

  /// Whether a journal has branches: two copies of the store have written under its id.
  func hasBranches(_ writer: String) -> Bool {
    tails.values.contains { $0.branch?.writer == writer }
  }

  /// The hash of a line; nil where it is not there.
  private func lineHash(_ line: LineID) throws(StoreError) -> LineHash? {
    guard let tail = tails[line.writer], let found = try index.find(line, in: tail) else {
      return nil
    }
    let bytes = try index.bytes(found)
    var place = 0
    while let end = JournalReader.lineEnd(bytes.span, from: place) {
      if let read = try? JournalLine.read(bytes.span, place..<end),
        read.header.line.number == line.number
      {
        return read.hash
      }
      place = end + 1
    }
    return nil
  }
}
