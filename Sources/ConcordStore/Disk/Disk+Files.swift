import ConcordModel

extension Disk {
  /// All bytes of a file.
  package func contents(of path: String) throws(StoreError) -> [UInt8] {
    let file = try open(path, .read)
    defer { close(file) }
    return try read(file, at: 0, count: Int(status(of: file).size))
  }

  package func held(_ path: String) throws(StoreError) -> HeldBytes {
    HeldBytes(copying: try contents(of: path))
  }

  /// Puts `bytes` in the place of the file at `path` in one step, whatever happens meanwhile.
  package func replace(_ path: String, with bytes: [UInt8]) throws(StoreError) {
    let draft = path + ".new"
    if try status(draft) != nil { try remove(draft) }
    let file = try open(draft, .create)
    do {
      defer { close(file) }
      try write(bytes, to: file, at: 0)
      try synchronize(file)
    }
    try rename(draft, to: path)
    try synchronizeDirectory(Self.parent(of: path))
  }

  /// Makes a directory where there is none, and its name safe.
  package func ensureDirectory(_ path: String) throws(StoreError) {
    if let found = try status(path) {
      guard found.kind == .directory else { throw .notADirectory(path: root + "/" + path) }
      return
    }
    try makeDirectory(path)
    try synchronizeDirectory(Self.parent(of: path))
  }

  /// The directory that holds `path`.
  package static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(path[..<slash])
  }
}
