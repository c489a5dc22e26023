import ConcordModel

extension Store {
  /// Opens the store as it was at an earlier moment, as the journal now tells it: the lines with a
  /// time up to then. It can only be read, and does not change any more.
  ///
  /// - Parameters:
  ///   - day: the day that is looked at: what is overdue counts from it.
  ///   - moment: the last moment that counts, once the office is known.
  public static func open(
    at path: String, asOf day: Day, moment: (Office) -> Instant
  ) throws(StoreError) -> Store {
    try open(on: LocalDisk(root: path), asOf: day, moment: moment)
  }

  package static func open(
    on disk: any Disk, asOf day: Day, moment: (Office) -> Instant
  ) throws(StoreError) -> Store {
    let identity = try identify(disk)
    let store = Store(
      disk: disk, identity: identity, workspace: Workspace(office: identity.office, today: day))
    store.isPast = true
    store.restriction = .past(day)
    try store.load(upTo: moment(identity.office))
    return store
  }

  private func load(upTo last: Instant) throws(StoreError) {
    if let misfit = try findWriters() { restriction = .misfit(misfit) }
    workspace.touched.everything = true
    let reader = JournalReader(disk)
    for name in tails.keys.sorted() {
      guard var tail = tails[name] else { continue }
      do {
        try reader.advance(&tail, upTo: ReadingLimit(time: last.milliseconds)) { transaction in
          workspace.fold(transaction)
        }
      } catch {
        restriction = .journal(error)
      }
      tail.unread = 0
      tails[name] = tail
    }
    workspace.finishChange()
  }
}
