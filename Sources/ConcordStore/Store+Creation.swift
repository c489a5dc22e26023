import ConcordModel

extension Store {
  /// Makes a new, empty store in a directory that is new or empty. With `seed` its id is the same
  /// each time.
  public static func create(
    at path: String, office: String, zone: String, seed: UInt64? = nil
  ) throws(StoreError) -> StoreIdentity {
    try makeParents(of: path)
    return try create(on: LocalDisk(root: path), office: office, zone: zone, seed: seed)
  }

  package static func create(
    on disk: some Disk, office: String, zone: String, seed: UInt64? = nil
  ) throws(StoreError) -> StoreIdentity {
    if let found = try disk.status("") {
      guard found.kind == .directory else { throw .notADirectory(path: disk.root) }
      guard try disk.list("").isEmpty else { throw .notEmpty(path: disk.root) }
    } else {
      try disk.makeDirectory("")
    }
    var ids = seed.map { IDSource.seeded($0, position: 0) } ?? .random
    let identity = StoreIdentity(
      id: Crockford.text(ids.next64(), digits: 12), office: Office(name: office, zone: zone))
    for name in ["journal", "cache", "local"] { try disk.makeDirectory(name) }
    // The file that makes the directory a store comes last.
    try disk.replace(StoreIdentity.file, with: identity.bytes)
    return identity
  }

  private static func makeParents(of path: String) throws(StoreError) {
    let parent = LocalDisk.parent(of: LocalDisk(root: path).root)
    guard !parent.isEmpty else { return }
    let disk = LocalDisk(root: parent)
    if let found = try disk.status("") {
      guard found.kind == .directory else { throw .notADirectory(path: parent) }
      return
    }
    try makeParents(of: parent)
    try disk.makeDirectory("")
  }
}
