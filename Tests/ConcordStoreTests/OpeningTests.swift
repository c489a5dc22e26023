import ConcordModel
import ConcordStore
import Foundation
import Testing

/// What stands where, with which permissions, and what is said of paths that are no store.
@Suite struct OpeningTests {
  @Test func filesAreTheOwnersAlone() throws {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/deep/store"
    _ = try Store.create(at: path, office: "Test office", zone: "UTC")
    let store = try Store.open(at: path, today: TestOffice.today)
    try TestOffice.addPartner("Ash County", to: store)
    try store.writeCache()
    let manager = FileManager.default
    let all = try manager.subpathsOfDirectory(atPath: path) + [""]
    #expect(all.contains("cache/state.jsonl"))
    #expect(all.contains { $0.hasPrefix("journal/") && $0.hasSuffix("/000001.jsonl") })
    for name in all {
      var isDirectory: ObjCBool = false
      _ = manager.fileExists(atPath: path + "/" + name, isDirectory: &isDirectory)
      #expect(
        try directory.permissions("deep/store/" + name) == (isDirectory.boolValue ? 0o700 : 0o600),
        "\(name)")
    }
    #expect(try directory.permissions("deep") == 0o700)
  }

  @Test func creationRefusesWhatIsThere() throws {
    let directory = try TemporaryDirectory()
    let path = directory.path
    try Data("x".utf8).write(to: URL(filePath: path + "/file"))
    #expect(throws: StoreError.notEmpty(path: path)) {
      try Store.create(at: path, office: "", zone: "UTC")
    }
    #expect(throws: StoreError.notADirectory(path: path + "/file")) {
      try Store.create(at: path + "/file", office: "", zone: "UTC")
    }
    #expect(throws: StoreError.notADirectory(path: path + "/file")) {
      try Store.create(at: path + "/file/store", office: "", zone: "UTC")
    }
  }

  @Test func pathsThatAreNoStoreSayWhy() throws {
    let directory = try TemporaryDirectory()
    let path = directory.path
    let today = TestOffice.today
    #expect(throws: StoreError.missing(path: path + "/none")) {
      try Store.open(at: path + "/none", today: today)
    }
    #expect(throws: StoreError.notAStore(path: path)) { try Store.open(at: path, today: today) }
    try Data("{".utf8).write(to: URL(filePath: path + "/concord.json"))
    #expect(throws: StoreError.self) { try Store.open(at: path, today: today) }
    #expect(throws: StoreError.notADirectory(path: path + "/concord.json")) {
      try Store.open(at: path + "/concord.json", today: today)
    }
    // Every sentence names the place.
    for error in [StoreError.missing(path: "/a\u{1B}b"), .notAStore(path: "/a\u{1B}b")] {
      #expect(error.sentence.contains("/a\\u{1B}b"))
    }
  }

  @Test func linksInTheStoreAreNotFollowed() throws {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/store"
    _ = try Store.create(at: path, office: "Test office", zone: "UTC")
    let manager = FileManager.default
    try manager.moveItem(atPath: path + "/concord.json", toPath: directory.path + "/elsewhere")
    try manager.createSymbolicLink(
      atPath: path + "/concord.json", withDestinationPath: directory.path + "/elsewhere")
    #expect(throws: StoreError.self) { try Store.open(at: path, today: TestOffice.today) }
    try manager.removeItem(atPath: path + "/concord.json")
    try manager.moveItem(atPath: directory.path + "/elsewhere", toPath: path + "/concord.json")
    try manager.removeItem(atPath: path + "/journal")
    try manager.createSymbolicLink(
      atPath: path + "/journal", withDestinationPath: directory.path)
    #expect(throws: StoreError.notADirectory(path: path + "/journal")) {
      try Store.open(at: path, today: TestOffice.today)
    }
  }

  @Test func readOnlyWritesNothing() throws {
    let (disk, store) = try TestOffice.newStore()
    let id = try TestOffice.addPartner("Ash County", to: store)
    let files = disk.paths(under: "").map { disk.bytes($0) }
    let opened = try TestOffice.open(disk, access: .readOnly)
    #expect(opened.restriction == .asked)
    #expect(throws: CommitFailure.refused(.obstacle(nil, .readOnly))) {
      try TestOffice.set("city", .text("Ash"), of: id, in: opened, minute: 1)
    }
    #expect(throws: CommitFailure.self) { try opened.undo(nil, TestOffice.occasion(1)) }
    try opened.writeCache()
    #expect(try opened.verify().isSound)
    #expect(disk.paths(under: "").map { disk.bytes($0) } == files)
  }

  @Test(arguments: [StoreError.Operation.write, .synchronize])
  func failedWriteIsCutAwayAndSaysWhatToDo(operation: StoreError.Operation) throws {
    let (disk, store) = try TestOffice.newStore()
    let id = try TestOffice.addPartner("Ash County", to: store)
    let path = disk.paths(under: "journal/")[0]
    let (bytes, digest) = (disk.bytes(path), store.digest)
    disk.fail([operation])
    let full = StoreError.disk(operation, path: path, code: ENOSPC)
    #expect(throws: CommitFailure.store(full.sentence)) {
      try TestOffice.set("city", .text("Ash"), of: id, in: store, minute: 1)
    }
    #expect(store.digest == digest)
    disk.fail([])
    // A second synchronisation that fails too leaves the end unknown: nothing is written any more.
    if operation == .synchronize {
      #expect(throws: CommitFailure.self) {
        try TestOffice.set("city", .text("Ash"), of: id, in: store, minute: 1)
      }
    } else {
      #expect(disk.bytes(path) == bytes)
      try TestOffice.set("city", .text("Ash"), of: id, in: store, minute: 1)
    }
    let opened = try TestOffice.open(disk)
    #expect(try opened.verify().isSound)
    #expect(opened.digest == store.digest)
  }

  @Test func refusedCommandLeavesNothing() throws {
    let (disk, store) = try TestOffice.newStore()
    try TestOffice.addPartner("Ash County", to: store)
    let files = disk.paths(under: "journal").map { disk.bytes($0) }
    #expect(throws: CommitFailure.refused(.unknownCommand("no.such"))) {
      try store.commit(Invocation("no.such"), TestOffice.occasion(1))
    }
    #expect(throws: CommitFailure.self) {
      try store.commit("test", TestOffice.occasion(1)) { _, _ in [] }
    }
    #expect(throws: CommitFailure.self) {
      try TestOffice.addPartner(String(repeating: "x", count: 70_000), to: store)
    }
    #expect(disk.paths(under: "journal").map { disk.bytes($0) } == files)
    // An ordinary command goes its way.
    let made = try store.commit(
      Invocation("record.create", ["kind": "person", "field": "handle=x.y"]).with("name=X Y"),
      TestOffice.occasion(2))
    #expect(made.records.first?.kind == .person)
  }
}

extension Invocation {
  fileprivate func with(_ field: String) -> Invocation {
    var invocation = self
    invocation.answers["field", default: []].append(field)
    return invocation
  }
}
