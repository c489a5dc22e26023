import ConcordModel

/// A copy of a store to try something on: its identity and journals, and nothing that belongs to the
/// machine or can be made again.
package enum StoreCopy {
  /// Bytes that are copied at a time.
  private static let piece = 1 << 20

  /// Makes the copy in the directory at `target`, which is empty.
  /// - Parameters:
  ///   - marks: how far each journal is copied; nil copies all of each.
  ///   - writer: under which writer's name the copy goes on; nil lets it take one of its own. Two
  ///     stores that are both kept must never write under one name.
  /// - Throws: ``StoreError`` where a file cannot be read or written, or ends before its mark.
  package static func make(
    of path: String, at target: String, upTo marks: [JournalMark]? = nil,
    writer: String? = nil, progress: ((Progress) -> Void)? = nil
  ) throws(StoreError) {
    let (from, to) = (LocalDisk(root: path), LocalDisk(root: target))
    let identity = try StoreIdentity.read(on: from)
    try write(identity.bytes, StoreIdentity.file, on: to)
    try to.makeDirectory("journal")
    var done: [(path: String, size: Int64)] = []
    for name in try journals(on: from) where JournalBranch.isJournal(name) {
      let mark = marks?.first { $0.writer == name }
      // A journal that began later is not there yet.
      if marks != nil, mark == nil { continue }
      for file in try from.list(WriterTail.directory(name)).sorted() {
        let inside = WriterTail.directory(name) + "/" + file
        guard file.hasSuffix(".jsonl"), let status = try from.status(inside), status.kind == .file
        else { continue }
        guard let mark else {
          done.append((inside, status.size))
          continue
        }
        let last = WriterTail.path(name, segment: mark.segment)
        if inside > last { continue }
        done.append((inside, inside == last ? mark.offset : status.size))
      }
    }
    if let writer, WriterIdentity.isWellFormed(writer) {
      try to.makeDirectory("local")
      let lock = try to.open("local/lock", .write)
      defer { to.close(lock) }
      let status = try to.status(of: lock)
      let identity = WriterIdentity(
        writer: writer, machine: to.machine, device: status.device, inode: status.inode)
      try write(identity.bytes, WriterIdentity.file, on: to)
    }
    let total = done.reduce(0) { $0 + $1.size }
    var copied: Int64 = 0
    for (inside, size) in done {
      try to.ensureDirectory(LocalDisk.parent(of: inside))
      try copy(inside, size, from, to)
      copied += size
      progress?(Progress("copying the store", done: Int(copied), total: Int(total)))
    }
  }

  private static func journals(on disk: LocalDisk) throws(StoreError) -> [String] {
    try disk.status("journal") == nil ? [] : try disk.list("journal")
  }

  private static func copy(
    _ path: String, _ size: Int64, _ from: LocalDisk, _ to: LocalDisk
  ) throws(StoreError) {
    let source = try from.open(path, .read)
    defer { from.close(source) }
    let target = try to.open(path, .create)
    defer { to.close(target) }
    var place: Int64 = 0
    while place < size {
      let bytes = try from.read(source, at: place, count: Int(min(Int64(piece), size - place)))
      // It is shorter than it was: what follows is not there to be copied.
      guard !bytes.isEmpty else { return }
      try to.write(bytes, to: target, at: place)
      place += Int64(bytes.count)
    }
  }

  private static func write(
    _ bytes: [UInt8], _ path: String, on disk: LocalDisk
  ) throws(StoreError) {
    let file = try disk.open(path, .create)
    defer { disk.close(file) }
    try disk.write(bytes, to: file, at: 0)
  }
}
