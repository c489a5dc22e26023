import ConcordModel
import ConcordStore
import Testing

/// A text is taken out of the journal for good, and every hash still holds.
@Suite struct RedactionTests {
  private static let spill = "the spilled paragraph"

  /// A partner whose notes were spilled at its making, mended, and spilled again; a tag; a reason.
  private func office(
    _ disk: MemoryDisk? = nil
  ) throws -> (disk: MemoryDisk, store: Store, id: RecordID) {
    let (disk, store) = try TestOffice.newStore()
    let made = try store.commit("record.create", TestOffice.occasion(0)) {
      workspace, context throws(CommandError) in
      var draft = Draft(workspace, context)
      draft.new(
        .partner,
        ["name": .text("Ash County"), "notes": .text("\(Self.spill) 1"), "tier": .integer(2)])
      draft.why("told by \(Self.spill)")
      return draft.operations
    }
    let id = made.records[0]
    try TestOffice.set("notes", .text("nothing"), of: id, in: store, minute: 1)
    try TestOffice.set("tier", .integer(3), of: id, in: store, minute: 2)
    try TestOffice.set("notes", .text("\(Self.spill) 2"), of: id, in: store, minute: 3)
    try TestOffice.addPartner("Birch County", to: store, minute: 4)
    try store.writeCache()
    return (disk, store, id)
  }

  /// The files of a disk in which a text stands.
  private func holds(_ disk: some Disk, _ text: String, in path: String = "") throws -> [String] {
    try disk.list(path).flatMap { name in
      let path = path.isEmpty ? name : path + "/" + name
      if try disk.status(path)?.kind == .directory { return try holds(disk, text, in: path) }
      return try String(decoding: disk.contents(of: path), as: UTF8.self).contains(text)
        ? [path] : []
    }
  }

  /// Takes the spill out of the notes and out of the reason.
  @discardableResult
  private func redact(_ id: RecordID, in store: Store) throws -> RedactionReport {
    try store.redact(.field(id, "notes"), reason: "spill", TestOffice.occasion(9))
    return try store.redact(
      .reason(store.history(record: id).last?.id ?? LineID("", 0)), reason: "spill",
      TestOffice.occasion(10))
  }

  @Test("a field's texts are gone from journal and cache; all else stands, and verify says who")
  func field() throws {
    let (disk, store, id) = try office()
    #expect(try !holds(disk, Self.spill).isEmpty)
    let report = try store.redact(
      .field(id, "notes"), reason: "spill of 21 November", TestOffice.occasion(9, by: "c.holt"))
    #expect(report.operations == 3 && report.segments == 1)
    try store.redact(
      .reason(store.history(record: id).last?.id ?? LineID("", 0)), reason: "and why it was told",
      TestOffice.occasion(10, by: "c.holt"))
    #expect(try holds(disk, Self.spill) == [])
    #expect(store.workspace.value(id, "notes") == nil)
    #expect(store.workspace.value(id, "tier") == .integer(3))
    #expect(store.workspace.value(id, "name") == .text("Ash County"))
    let verified = try store.verify()
    #expect(verified.isSound, "\(verified.problems)")
    #expect(verified.notes.count == 2)
    #expect(verified.notes[0].sentence.hasPrefix("c.holt redacted notes of \(id) on 2026-"))
    #expect(verified.notes[0].sentence.hasSuffix("(3 operations): spill of 21 November"))
    #expect(verified.notes[1].sentence.hasSuffix("(1 operation): and why it was told"))

    try store.writeCache()
    #expect(try holds(disk, Self.spill) == [])
    for usingCache in [true, false] {
      let opened = try TestOffice.open(disk, usingCache: usingCache)
      #expect(opened.restriction == nil && opened.digest == store.digest)
    }
    // It goes on, and the past is there without the text.
    try TestOffice.set("notes", .text("fine"), of: id, in: store, minute: 11)
    let past = try Store.open(on: disk, asOf: TestOffice.today) { _ in
      TestOffice.occasion(2).now
    }
    #expect(past.workspace.value(id, "name") == .text("Ash County"))
    #expect(past.workspace.value(id, "notes") == nil)
    #expect(try TestOffice.open(disk).verify().isSound)
  }

  @Test("a field that may not be empty says redacted")
  func required() throws {
    let (disk, store, id) = try office()
    try store.redact(.field(id, "name"), reason: "spill", TestOffice.occasion(9))
    #expect(store.workspace.value(id, "name") == .text("redacted"))
    #expect(try holds(disk, "Ash County") == [])
    #expect(try store.verify().isSound)
  }

  @Test("who has the store open sees the text go")
  func another() throws {
    let (disk, store, id) = try office()
    let other = try TestOffice.open(disk)
    let version = other.workspace.version
    let report = try store.redact(.field(id, "notes"), reason: "spill", TestOffice.occasion(9))
    #expect(try other.refresh().contains { $0.id == report.written.id })
    // What was made of the state before is not taken for one of this state.
    #expect(other.workspace.version > version)
    _ = try other.refresh()
    #expect(other.workspace.value(id, "notes") == nil)
    #expect(other.digest == store.digest && other.restriction == nil)
    try TestOffice.set("city", .text("Ash"), of: id, in: other, minute: 10)
    try TestOffice.set("city", .text("Birch"), of: id, in: store, minute: 11)
    #expect(try other.refresh().count == 1)
    #expect(try TestOffice.open(disk).verify().isSound)
  }

  @Test("who read the text before leaves no cache with it behind")
  func staleCache() throws {
    let (disk, store, id) = try office()
    let before = try TestOffice.open(disk)
    let between = try TestOffice.open(disk)
    let made = try store.history(record: id).last?.id ?? LineID("", 0)
    try store.redact(.reason(made), reason: "spill", TestOffice.occasion(8))
    try between.refresh()
    try store.redact(.field(id, "notes"), reason: "spill", TestOffice.occasion(9))
    for other in [before, between] {
      #expect(throws: StoreError.self) { try other.writeCache() }
      #expect(try holds(disk, Self.spill) == [])
      // It catches up, and then its cache is as good as another's.
      try other.refresh()
      try other.writeCache()
      #expect(try holds(disk, Self.spill) == [])
      #expect(try TestOffice.open(disk).digest == store.digest)
    }
  }

  @Test("a redaction while a cache is being written, and one that finds a draft left behind")
  func cacheUnderWay() throws {
    let (disk, store, id) = try office()
    disk.meanwhile(synchronized: "cache/state.jsonl.new") {
      _ = try? self.redact(id, in: TestOffice.open(disk))
    }
    #expect(throws: StoreError.self) { try store.writeCache() }
    #expect(try holds(disk, Self.spill) == [])

    let (second, other, again) = try office()
    second.put(Array(Self.spill.utf8), at: "cache/state.jsonl.new")
    try redact(again, in: other)
    #expect(try holds(second, Self.spill) == [])
  }

  @Test("no cache is made while a redaction is under way")
  func cacheAndMark() throws {
    let (disk, store, _) = try office()
    try disk.remove(StateCache.file)
    let line = store.tails.values.map { LineID($0.writer, $0.number) }[0]
    disk.put(Array("{\"w\":\"\(line.writer)\",\"n\":\(line.number)}\n".utf8), at: "local/redacting")
    #expect(throws: StoreError.self) { try store.writeCache() }
    #expect(disk.paths(under: "cache/") == [])
  }

  @Test("what holds nothing of it is refused, and nothing is written")
  func nothing() throws {
    let (disk, store, id) = try office()
    let before = disk.bytes(disk.paths(under: "journal/")[0])
    #expect(throws: CommitFailure.refused(.nothingToDo("the journal holds nothing of that"))) {
      try store.redact(.field(id, "city"), reason: "?", TestOffice.occasion(9))
    }
    #expect(disk.bytes(disk.paths(under: "journal/")[0]) == before)
  }

  @Test("u passes over a redaction")
  func undo() throws {
    let (_, store, id) = try office()
    try store.redact(.field(id, "notes"), reason: "spill", TestOffice.occasion(9))
    let undone = try store.undo(nil, TestOffice.occasion(10))
    #expect(undone.taken.command == "record.create")
    #expect(store.workspace.count(.partner) == 1)
  }

  @Test("an operation that is gone without a redaction is found")
  func unnamed() throws {
    let (disk, _, _) = try office()
    let path = disk.paths(under: "journal/")[0]
    let whole = String(decoding: disk.bytes(path), as: UTF8.self)
    let start = try #require(whole.range(of: #"{"k":"why""#)).lowerBound
    let end = try #require(whole[start...].firstIndex(of: "}"))
    let digest = LineHash(of: Array(whole[start...end].utf8)).text
    disk.put(
      Array((whole[..<start] + "\"\(digest)\"" + whole[whole.index(after: end)...]).utf8), at: path)
    let report = try TestOffice.open(disk, usingCache: false).verify()
    #expect(!report.isSound)
    #expect(report.problems.map(\.sentence).joined().contains("no change says by whom"))
  }

  @Test("the power goes at any call", arguments: ForgetfulDisk.Memory.allCases)
  func powerCut(_ memory: ForgetfulDisk.Memory) throws {
    for call in 0..<60 {
      let disk = ForgetfulDisk()
      _ = try Store.create(on: disk, office: "Test office", zone: "UTC", seed: 7)
      let store = try TestOffice.open(disk)
      let id = try TestOffice.addPartner("Ash County", to: store)
      try TestOffice.set("notes", .text(Self.spill), of: id, in: store, minute: 1)
      try store.writeCache()
      disk.cutPower(after: call)
      let isDone =
        (try? store.redact(.field(id, "notes"), reason: "spill", TestOffice.occasion(9))) != nil
      let wasCut = disk.isOff
      let later = disk.afterPowerCut(memory)
      if isDone { #expect(try holds(later, Self.spill) == [], "call \(call), \(memory)") }
      let opened = try TestOffice.open(later)
      #expect(opened.restriction == nil, "call \(call)")
      #expect(opened.workspace.value(id, "name") == .text("Ash County"), "call \(call)")
      if isDone { #expect(opened.workspace.value(id, "notes") == nil, "call \(call)") }
      // Whatever was left undone is done by the next change, or by redacting again.
      try TestOffice.addPartner("Birch County", to: opened, minute: 20)
      if opened.workspace.value(id, "notes") != nil {
        try opened.redact(.field(id, "notes"), reason: "spill", TestOffice.occasion(21))
      }
      #expect(opened.workspace.value(id, "notes") == nil)
      let report = try TestOffice.open(later).verify()
      #expect(
        report.isSound || report.problems.allSatisfy { $0.sentence.contains("redact it again") },
        "call \(call), \(memory): \(report.problems)")
      if !wasCut { return }
    }
    Issue.record("a redaction of more than 60 calls")
  }

  @Test("any one call fails: the text is gone after the next change, or after redacting again")
  func failure() throws {
    for call in 0..<80 {
      let disk = ForgetfulDisk()
      _ = try Store.create(on: disk, office: "Test office", zone: "UTC", seed: 7)
      let store = try TestOffice.open(disk)
      let id = try TestOffice.addPartner("Ash County", to: store)
      try TestOffice.set("notes", .text(Self.spill), of: id, in: store, minute: 1)
      try store.writeCache()
      let calls = disk.calls
      disk.fail(after: call)
      let isDone =
        (try? store.redact(.field(id, "notes"), reason: "spill", TestOffice.occasion(9))) != nil
      let isOver = disk.calls - calls <= call
      disk.fail(after: 1 << 40)
      if isDone { #expect(try holds(disk, Self.spill) == [], "call \(call)") }
      // This process goes on, or where it cannot any more, another.
      let next = store.restriction == nil ? store : try TestOffice.open(disk)
      #expect(next.restriction == nil, "call \(call)")
      try TestOffice.addPartner("Birch County", to: next, minute: 20)
      if next.workspace.value(id, "notes") != nil {
        try next.redact(.field(id, "notes"), reason: "spill", TestOffice.occasion(21))
      }
      #expect(try holds(disk, Self.spill) == [], "call \(call)")
      let opened = try TestOffice.open(disk)
      #expect(opened.digest == next.digest, "call \(call)")
      let report = try opened.verify()
      #expect(
        report.isSound || report.problems.allSatisfy { $0.sentence.contains("redact it again") },
        "call \(call): \(report.problems)")
      if isOver { return }
    }
    Issue.record("a redaction of more than 80 calls")
  }
}
