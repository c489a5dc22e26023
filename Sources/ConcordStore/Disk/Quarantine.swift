/// Where what is in the way, or damaged, is set aside: nothing is thrown away.
enum Quarantine {
  static let directory = "local/quarantine"

  /// A free place for a file of this name; the directory is made where there is none.
  static func place(_ name: String, on disk: some Disk) throws(StoreError) -> String {
    try disk.ensureDirectory("local")
    try disk.ensureDirectory(directory)
    let base = directory + "/" + name
    var place = base
    var attempt = 1
    while try disk.status(place) != nil {
      attempt += 1
      place = "\(base)-\(attempt)"
    }
    return place
  }

  /// Moves what stands behind a journal's last whole change here. Only under the lock.
  static func takeEnd(
    of tail: inout WriterTail, _ file: DiskFile, on disk: some Disk
  ) throws(StoreError) {
    let size = try disk.status(of: file).size
    let bytes = try disk.read(file, at: tail.offset, count: Int(size - tail.offset))
    let place = try place("\(tail.writer)-\(tail.segment)-\(tail.offset)", on: disk)
    try disk.replace(place, with: bytes)
    try disk.truncate(file, to: tail.offset)
    try disk.synchronize(file)
    tail.unread = 0
    tail.badEnd = nil
  }
}
