import ConcordModel
import ConcordStore
import Foundation
import Glibc
import Testing

/// Something else in the place of one of the store's files or directories: a sentence names the place
/// and what to do, nothing hangs, nothing is lost, and once it is put right the store goes on.
@Suite(.timeLimit(.minutes(10))) struct MisfitTests {
  /// What stands there instead.
  enum Thing: CaseIterable, Sendable {
    case directory, file, pipe, link, danglingLink, socket
  }

  /// What becomes of the store.
  enum Outcome: Sendable {
    /// It is not opened.
    case refused
    /// It can be read, or what is good of it.
    case readOnly
    /// It works as ever, without its cache.
    case hindered
  }

  struct Place: Sendable, CustomTestStringConvertible {
    let path: String
    let isDirectory: Bool
    let outcome: Outcome
    /// Whether the doctor moves it aside.
    let isMovable: Bool
    var testDescription: String { path }

    init(_ path: String, isDirectory: Bool = false, _ outcome: Outcome, isMovable: Bool = true) {
      self.path = path
      self.isDirectory = isDirectory
      self.outcome = outcome
      self.isMovable = isMovable
    }
  }

  static let places = [
    Place("concord.json", .refused, isMovable: false),
    Place("journal", isDirectory: true, .refused, isMovable: false),
    Place("journal/WRITER", isDirectory: true, .readOnly, isMovable: false),
    Place("journal/WRITER/000001.jsonl", .readOnly, isMovable: false),
    Place("journal/WRITER/000002.jsonl", .readOnly, isMovable: false),
    Place("local", isDirectory: true, .readOnly, isMovable: false),
    Place("local/lock", .readOnly),
    Place("local/heads", .readOnly),
    Place("local/writer.json", .readOnly),
    Place("local/redacting", .readOnly),
    Place("local/quarantine", isDirectory: true, .readOnly, isMovable: false),
    Place("cache", isDirectory: true, .hindered),
    Place("cache/state.jsonl", .hindered),
    Place("cache/state.jsonl.new", .hindered),
  ]

  /// A store of two segments, with a cache.
  private static func office(_ directory: TemporaryDirectory) throws -> (LocalDisk, String) {
    let disk = LocalDisk(root: directory.path + "/store")
    _ = try Store.create(on: disk, office: "Test office", zone: "UTC", seed: 7)
    let store = try TestOffice.open(disk)
    store.sealedSize = 500
    for minute in 0..<3 {
      try TestOffice.addPartner("Partner \(minute)", to: store, minute: minute)
    }
    try store.writeCache()
    return (disk, store.digest)
  }

  /// Puts a thing at a path, what was there beside the store; false where it would be no other thing.
  private static func put(_ thing: Thing, at path: String, _ place: Place, aside: String) throws
    -> Bool
  {
    let manager = FileManager.default
    if (thing == .directory) == place.isDirectory, thing == .directory || thing == .file {
      return false
    }
    if (try? manager.attributesOfItem(atPath: path)) != nil {
      try manager.moveItem(atPath: path, toPath: aside)
    } else if thing == .link {
      try Data().write(to: URL(filePath: aside))
    }
    switch thing {
    case .directory: try manager.createDirectory(atPath: path, withIntermediateDirectories: false)
    case .file: try Data("x".utf8).write(to: URL(filePath: path))
    case .pipe: try #require(mkfifo(path, 0o600) == 0)
    case .link: try manager.createSymbolicLink(atPath: path, withDestinationPath: aside)
    case .danglingLink:
      try manager.createSymbolicLink(atPath: path, withDestinationPath: aside + ".none")
    case .socket:
      try #require(mknod(path, S_IFSOCK | 0o600, 0) == 0)
    }
    return true
  }

  private static func journals(_ root: String) throws -> [String: Data] {
    let manager = FileManager.default
    var found: [String: Data] = [:]
    for name in try manager.subpathsOfDirectory(atPath: root) where name.hasSuffix(".jsonl") {
      let type = try manager.attributesOfItem(atPath: root + "/" + name)[.type]
      guard name.hasPrefix("journal"), type as? FileAttributeType == .typeRegular else { continue }
      found[name] = try Data(contentsOf: URL(filePath: root + "/" + name))
    }
    return found
  }

  @Test("a directory, a pipe, a socket or a link in any place", arguments: places)
  func misfit(_ place: Place) throws {
    for thing in Thing.allCases {
      let directory = try TemporaryDirectory()
      let (disk, digest) = try Self.office(directory)
      let writer = try disk.list("journal")[0]
      let name = place.path.replacing("WRITER", with: writer)
      let path = disk.root + "/" + name
      let aside = directory.path + "/aside"
      let wasThere = try disk.status(name) != nil
      guard try Self.put(thing, at: path, place, aside: aside) else { continue }
      let words = "\(thing) at \(name)"
      let before = try Self.journals(disk.root)

      switch place.outcome {
      case .refused:
        let error = #expect(throws: StoreError.self, "\(words)") { try TestOffice.open(disk) }
        #expect(error?.sentence.hasPrefix(path + " is not a ") == true, "\(words): \(error as Any)")
      case .readOnly:
        let store = try TestOffice.open(disk)
        let sentence = store.restriction?.sentence ?? ""
        #expect(sentence.contains(path + " is not a "), "\(words): \(sentence)")
        #expect(throws: CommitFailure.store(sentence), "\(words)") {
          try TestOffice.addPartner("New", to: store, minute: 9)
        }
        #expect(throws: CommitFailure.self) { try store.undo(nil, TestOffice.occasion(9)) }
        try store.writeCache()
        let report = try store.verify()
        #expect(report.problems.contains { $0.path == path }, "\(words): \(report.problems)")
        if !name.hasPrefix("journal") { #expect(store.digest == digest, "\(words)") }
      case .hindered:
        let store = try TestOffice.open(disk)
        #expect(store.restriction == nil && store.digest == digest, "\(words)")
        #expect(
          store.hindrances.first?.sentence.hasPrefix(path + " is not a ") == true, "\(words)")
        #expect(try store.verify().notes.contains { $0.path == path }, "\(words)")
        #expect(throws: StoreError.self, "\(words)") { try store.writeCache() }
      }
      #expect(try Self.journals(disk.root) == before, "\(words)")
      try checkDoctor(disk, place, path, words)

      // Put right, it goes on where it was.
      if !place.isMovable { try FileManager.default.removeItem(atPath: path) }
      if !place.isMovable, wasThere {
        try FileManager.default.moveItem(atPath: aside, toPath: path)
      }
      let store = try TestOffice.open(disk)
      #expect(store.restriction == nil, "\(words): \(store.restriction?.sentence ?? "")")
      #expect(store.hindrances.isEmpty && store.digest == digest, "\(words)")
      try TestOffice.addPartner("New", to: store, minute: 9)
      try store.writeCache()
      #expect(try TestOffice.open(disk).verify().isSound, "\(words)")
    }
  }

  private func checkDoctor(
    _ disk: LocalDisk, _ place: Place, _ path: String, _ words: String
  ) throws {
    guard place.path != "concord.json" else {
      #expect(throws: StoreError.self, "\(words)") { try StoreDoctor(on: disk) }
      return
    }
    var doctor = try StoreDoctor(on: disk)
    let weights = doctor.findings.filter { $0.path == path }.map(\.weight)
    #expect(weights == [place.isMovable ? .fixable : .serious], "\(words): \(doctor.findings)")
    #expect(doctor.findings.allSatisfy { !$0.sentence.contains(path) }, "\(words)")
    if place.isMovable { #expect(try doctor.fix().contains(path), "\(words)") }
  }

  @Test("a store that is reached through a link works as ever")
  func linkedStore() throws {
    let directory = try TemporaryDirectory()
    let (disk, digest) = try Self.office(directory)
    let link = directory.path + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: disk.root)
    let store = try Store.open(at: link + "/", today: TestOffice.today)
    #expect(store.restriction == nil && store.digest == digest)
    try TestOffice.addPartner("New", to: store, minute: 9)
    try store.writeCache()
    #expect(try StoreDoctor(at: link).findings == [])
    let opened = try TestOffice.open(disk)
    #expect(opened.digest == store.digest)
    #expect(try opened.verify().writers == 1)
  }

  @Test("a file where a new store is to be, and below a file")
  func linkToNothing() throws {
    let directory = try TemporaryDirectory()
    let link = directory.path + "/link"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: directory.path + "/none")
    #expect(throws: StoreError.missing(path: link)) {
      try Store.open(at: link, today: TestOffice.today)
    }
    try Data().write(to: URL(filePath: directory.path + "/file"))
    #expect(throws: StoreError.missing(path: directory.path + "/file/store")) {
      try Store.open(at: directory.path + "/file/store", today: TestOffice.today)
    }
  }

  @Test("a journal that goes away under an open store is told, not taken for an empty one")
  func journalGone() throws {
    let directory = try TemporaryDirectory()
    let (disk, digest) = try Self.office(directory)
    let store = try TestOffice.open(disk)
    let path = try #require(store.tails.first).value.path
    let seen = try #require(store.tails.first).value.number
    try disk.rename(path, to: "local/elsewhere")
    #expect(throws: StoreError.self) { try store.refresh() }
    guard case .journal(.shortened(let found, let line, seen))? = store.restriction else {
      Issue.record("\(store.restriction?.sentence ?? "no restriction")")
      return
    }
    #expect(found == disk.root + "/" + path && line < seen)
    #expect(store.digest == digest)
    #expect(throws: CommitFailure.self) { try TestOffice.addPartner("New", to: store, minute: 9) }
    try disk.rename("local/elsewhere", to: path)
    #expect(try TestOffice.open(disk).restriction == nil)
  }
}
