import ConcordModel
import ConcordStore
import Testing

/// A scripted run on a disk that forgets what was not synchronised, cut or failing at each of its
/// calls in turn: what was acknowledged is there afterwards, and nothing else is half there.
@Suite struct PowerCutTests {
  /// What a run knows of its changes.
  private struct Run {
    /// The digest after each acknowledged change, the empty store's first.
    var digests: [String] = []
    var acknowledged = 0
  }

  /// A new store, changes from two handles, a segment that is sealed, a torn tail set aside, a cache,
  /// an undo. Ends at the first call that cannot work any more.
  private func run(on disk: ForgetfulDisk, _ note: inout Run) {
    do {
      _ = try Store.create(on: disk, office: "Test office", zone: "UTC", seed: 7)
      var store = try open(disk)
      note.digests.append(store.digest)
      var minute = 0
      func attempt(_ body: (Store, Int) throws -> Void) {
        for _ in 0..<3 where !disk.isOff {
          minute += 1
          do {
            try body(store, minute)
            note.digests.append(store.digest)
            note.acknowledged += 1
            return
          } catch {
            // What was refused has changed nothing.
            #expect(disk.isOff || store.digest == note.digests.last, "\(error)")
            if store.restriction != nil, let again = try? open(disk) { store = again }
          }
        }
      }
      attempt { try TestOffice.addPartner("Ash County", to: $0, minute: $1) }
      attempt { try TestOffice.addPartner("Birch County", to: $0, minute: $1) }
      attempt { _ = try LongChange.commit(to: $0, minute: $1, size: 60_000) }
      attempt { try TestOffice.addPartner("Cedar County", to: $0, minute: $1) }
      tear(disk)
      attempt { try TestOffice.addPartner("Cypress County", to: $0, minute: $1) }
      try? store.writeCache()
      store = try open(disk)
      attempt { _ = try $0.undo(nil, TestOffice.occasion($1)) }
      attempt { try TestOffice.addPartner("Date County", to: $0, minute: $1) }
      try? store.writeCache()
    } catch {
      #expect(disk.isOff || note.digests.isEmpty || note.acknowledged > 0, "\(error)")
    }
  }

  /// What a process leaves that is killed in the middle of its write.
  private func tear(_ disk: ForgetfulDisk, _ bytes: String = "{\"v\":1,\"w\":\"") {
    guard let writer = try? disk.list("journal").last,
      let segment = try? disk.list("journal/\(writer)").last,
      let file = try? disk.open("journal/\(writer)/\(segment)", .write)
    else { return }
    defer { disk.close(file) }
    guard let size = try? disk.status(of: file).size else { return }
    try? disk.write(Array(bytes.utf8), to: file, at: size)
    try? disk.synchronize(file)
  }

  private func open(_ disk: ForgetfulDisk) throws -> Store {
    let store = try TestOffice.open(disk)
    store.sealedSize = 40_000
    return store
  }

  /// How many calls a run makes that nothing disturbs.
  private func length() -> Int {
    let disk = ForgetfulDisk()
    var note = Run()
    run(on: disk, &note)
    #expect(note.acknowledged == 7)
    let aside = try? disk.list("local/quarantine")
    #expect(aside?.count == 1)
    return disk.calls
  }

  /// The store after the power came back: all that was acknowledged, and at most the change that was
  /// under way.
  private func check(_ disk: ForgetfulDisk, _ note: Run, _ words: String) throws {
    guard try disk.status(StoreIdentity.file) != nil else {
      #expect(note.digests.isEmpty, "\(words): the store is gone")
      return
    }
    let store = try TestOffice.open(disk)
    #expect(store.restriction == nil, "\(words): \(store.restriction?.sentence ?? "")")
    let report = try store.verify()
    #expect(report.isSound, "\(words): \(report.problems)")
    #expect(
      report.changes == note.acknowledged || report.changes == note.acknowledged + 1,
      "\(words): \(report.changes) changes, \(note.acknowledged) acknowledged")
    if report.changes == note.acknowledged, let last = note.digests.last {
      #expect(store.digest == last, "\(words)")
    }
    #expect(try TestOffice.open(disk, usingCache: false).digest == store.digest, "\(words)")
    // It goes on.
    try TestOffice.addPartner("Elder County", to: store, minute: 99)
    #expect(try TestOffice.open(disk).digest == store.digest, "\(words)")
  }

  @Test("the power goes at any call", arguments: ForgetfulDisk.Memory.allCases)
  func powerCut(_ memory: ForgetfulDisk.Memory) throws {
    for call in 0..<length() {
      let disk = ForgetfulDisk()
      disk.cutPower(after: call)
      var note = Run()
      run(on: disk, &note)
      #expect(disk.isOff)
      try check(disk.afterPowerCut(memory), note, "cut at call \(call), \(memory)")
    }
  }

  @Test(
    "any one call fails, and the power goes at the end", arguments: ForgetfulDisk.Memory.allCases)
  func failure(_ memory: ForgetfulDisk.Memory) throws {
    for call in 0..<length() {
      let disk = ForgetfulDisk()
      disk.fail(after: call)
      var note = Run()
      run(on: disk, &note)
      try check(disk.afterPowerCut(memory), note, "call \(call) failed, \(memory)")
    }
  }

  @Test("a last line that is not what was written is set aside, and the power goes at any call")
  func badLastLine() throws {
    let garbage = "{\"v\":1,\"w\":\"none of ours\"}\n"
    for memory in ForgetfulDisk.Memory.allCases {
      for isCut in [true, false] {
        for call in 0..<80 {
          let disk = ForgetfulDisk()
          _ = try Store.create(on: disk, office: "Test office", zone: "UTC", seed: 7)
          var store = try TestOffice.open(disk)
          try TestOffice.addPartner("Ash County", to: store)
          let before = store.digest
          tear(disk, garbage)
          store = try TestOffice.open(disk)
          #expect(store.restriction == nil && store.digest == before)
          let calls = disk.calls
          if isCut { disk.cutPower(after: call) } else { disk.fail(after: call) }
          let isDone = (try? TestOffice.addPartner("Birch County", to: store, minute: 1)) != nil
          let isOver = disk.calls - calls <= call
          let later = disk.afterPowerCut(memory)
          let opened = try TestOffice.open(later)
          let words = "call \(call), \(isCut ? "cut" : "failed"), \(memory)"
          #expect(opened.restriction == nil, "\(words): \(opened.restriction?.sentence ?? "")")
          let count = opened.workspace.count(.partner)
          #expect(count == 2 || !isDone && count == 1, "\(words)")
          try TestOffice.addPartner("Cedar County", to: opened, minute: 2)
          let report = try TestOffice.open(later).verify()
          #expect(report.isSound && report.changes == count + 1, "\(words): \(report.problems)")
          let aside = try later.list("local/quarantine").map { name in
            try String(decoding: later.contents(of: "local/quarantine/" + name), as: UTF8.self)
          }
          #expect(aside.contains(garbage), "\(words): \(aside)")
          if isOver { break }
          #expect(call < 79)
        }
      }
    }
  }
}
