import ConcordModel
import ConcordStore
import Testing

/// A store whose journal has a segment for each of its changes.
struct Segments {
  let disk: MemoryDisk
  let store: Store
  let writer: String
  /// The segments' paths.
  let paths: [String]
  /// The digest before each change, and after the last one.
  let digests: [String]

  init(_ count: Int = 3) throws {
    (disk, store) = try TestOffice.newStore()
    store.sealedSize = 1
    var digests = [store.digest]
    for minute in 0..<count {
      try TestOffice.addPartner("Partner \(minute)", to: store, minute: minute)
      digests.append(store.digest)
    }
    self.digests = digests
    paths = disk.paths(under: "journal/")
    writer = String(paths[0].split(separator: "/")[1])
    #expect(paths.count == count)
  }

  /// The path of a segment of this number.
  func path(_ number: Int) -> String { WriterTail.path(writer, segment: number) }
}
