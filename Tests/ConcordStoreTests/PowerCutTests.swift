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
      try? store.writeCache()
      store = try open(disk)
      attempt { _ = try $0.undo(nil, TestOffice.occasion($1)) }
      attempt { try TestOffice.addPartner("Date County", to: $0, minute: $1) }
      try? store.writeCache()
    } catch {
      #expect(disk.isOff || note.digests.isEmpty || note.acknowledged > 0, "\(error)")
    }
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
    #expect(note.acknowledged == 6)
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
}
