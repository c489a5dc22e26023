import ConcordModel

/// `cache/past/<t>.jsonl`: the office at the end of earlier days, in the cache's form, so that the
/// next day that someone looks at does not fold the journals from their first lines. Any of them may
/// be deleted at any time.
///
/// Each holds of every journal the lines up to one of a time not after its name's, in milliseconds
/// since 1970. As lines may come in any order, any state that holds no line after a moment is a
/// beginning for that moment: of lines that a merge has brought since, the rest of the journals tells.
struct PastStates {
  static let directory = "cache/past"

  private let disk: any Disk
  private let identity: StoreIdentity
  private let tables: [Table]
  private let limits: PastLimits

  init(
    _ disk: any Disk, _ identity: StoreIdentity, _ tables: [Table], limits: PastLimits = .standard
  ) {
    self.limits = limits
    self.disk = disk
    self.identity = identity
    self.tables = tables
  }

  static func path(_ moment: Int64) -> String { "\(directory)/\(moment).jsonl" }

  /// The moment that a file's name tells; nil for other names.
  private static func moment(named name: String) -> Int64? {
    guard name.hasSuffix(".jsonl"), let moment = Int64(name.dropLast(6)),
      name == "\(moment).jsonl"
    else { return nil }
    return moment
  }

  /// The moments that there are files of, the earliest first.
  private static func moments(on disk: any Disk) -> [Int64] {
    guard (try? disk.status(directory))??.kind == .directory else { return [] }
    return ((try? disk.list(directory)) ?? []).compactMap(moment(named:)).sorted()
  }

  /// The files that there are, the earliest day's first.
  static func paths(on disk: any Disk) -> [String] { moments(on: disk).map(path) }

  /// Takes all files away for good, drafts too: whoever is writing one finds it gone.
  static func removeAll(on disk: any Disk) throws(StoreError) {
    guard try disk.status("cache")?.kind == .directory,
      try disk.status(directory)?.kind == .directory
    else { return }
    var isGone = false
    for name in try disk.list(directory) {
      let path = directory + "/" + name
      // A directory is none of ours.
      guard let status = try disk.status(path), status.kind != .directory else { continue }
      try disk.remove(path)
      isGone = true
    }
    if isGone { try disk.synchronizeDirectory(directory) }
  }

  private func header(_ path: String) -> CacheHeader? {
    StateCache.header(on: disk, identity, tables, of: path)
  }

  /// Whether the journals still have the bytes that it was made of.
  private func isOfUse(_ header: CacheHeader) -> Bool {
    do {
      return try header.prints.confirmed(on: disk, OneByOne()) != nil
    } catch {
      return false
    }
  }

  /// Whether a file is a beginning for some day.
  func isOfUse(_ path: String) -> Bool { header(path).map { isOfUse($0) } ?? false }

  // MARK: A beginning

  /// Fills an empty workspace with the state that has the most lines of those up to a moment, the
  /// cache's among them, and tells how far the journals are in it; nil where there is none.
  func start(
    upTo last: Int64, into workspace: inout Workspace, report: OpeningReport?
  ) -> StateCache.Extent? {
    var found: [(path: String, lines: Int64)] = []
    for path in [StateCache.file] + Self.paths(on: disk) {
      guard let header = header(path), header.tails.allSatisfy({ $0.time <= last })
      else { continue }
      found.append((path, header.tails.reduce(0) { $0 + $1.number }))
    }
    found.sort { $0.lines > $1.lines }
    for candidate in found {
      if let extent = StateCache.read(
        on: disk, identity, into: &workspace, from: candidate.path, report: report)
      {
        return extent
      }
    }
    return nil
  }

  // MARK: Keeping few

  private struct File {
    let moment: Int64
    let size: Int64
    /// Bytes of journals that need not be read where it is the beginning.
    let covered: Int64
  }

  /// Takes away what is of no use any more, and what saves least where there are too many files or
  /// too many bytes. The state of `newest` stays.
  func trim(keeping newest: Int64) throws(StoreError) {
    var files: [File] = []
    for moment in Self.moments(on: disk) {
      let path = Self.path(moment)
      if let header = header(path), isOfUse(header), let status = try disk.status(path) {
        let covered = header.tails.reduce(0) { $0 + $1.covered }
        files.append(File(moment: moment, size: status.size, covered: covered))
      } else {
        try disk.remove(path)
      }
    }
    var journals: Int64 = 0
    for path in try WriterTail.segments(on: disk) { journals += try disk.status(path)?.size ?? 0 }
    let limit = max(limits.granted, journals * limits.share)
    while files.count > limits.files || files.reduce(0, { $0 + $1.size }) > limit {
      // Whoever wants a day after it begins with the one before it then, and reads this much more.
      let losses = files.indices.map { place in
        place == 0 ? files[0].covered : files[place].covered - files[place - 1].covered
      }
      let others = files.indices.filter { files[$0].moment != newest }
      guard let least = others.min(by: { losses[$0] < losses[$1] }) else { return }
      try disk.remove(Self.path(files[least].moment))
      files.remove(at: least)
    }
  }
}
