import ConcordModel
import ConcordStore

/// Two offices with a copy of one store each, which synchronise when a test says so.
struct TwoOffices {
  let disks: [MemoryDisk]
  let north: Store
  let south: Store

  /// Both have what `prepare` puts into the store.
  init<Result>(_ prepare: (Store) throws -> Result) throws {
    let (first, store) = try TestOffice.newStore()
    _ = try prepare(store)
    disks = [first, first.copy(machine: "another")]
    north = store
    south = try TestOffice.open(disks[1])
  }

  /// Each gets what the other has written.
  func synchronise() throws {
    for (from, to) in [(disks[0], disks[1]), (disks[1], disks[0])] {
      for path in from.paths(under: "journal/") where from.bytes(path).count > to.bytes(path).count
      {
        try to.makeDirectory(LocalDisk.parent(of: path))
        to.put(from.bytes(path), at: path)
      }
    }
    try north.refresh()
    try south.refresh()
  }

  var both: [Store] { [north, south] }
}
