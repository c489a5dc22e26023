import ConcordModel
import ConcordStore

/// How long a small change takes from the wish for the lock until it is safe and the lock is given
/// back, rules left out, and beside it what the disk takes at least: an append of as many bytes with
/// one fdatasync, to a file in the same directory. They take turns, so that both meet the same disk.
/// *Whole commit* also counts what follows: the change comes into memory, figures and all.
struct BenchCommit {
  let settings: Settings
  let runs: Int

  /// Commits of a run.
  private static let commits = 40

  func measure(in directory: String) throws -> [BenchResult] {
    let disk = TimedDisk(root: directory + "/commit")
    _ = try Store.create(on: disk, office: "Bench office", zone: "UTC")
    let store = try Store.open(on: disk, today: settings.now.day())
    let made = try store.commit("record.create", occasion) { workspace, context in
      var draft = Draft(workspace, context)
      draft.new(.partner, ["name": .text("Bench County"), "stage": .text("prospect")])
      return draft.operations
    }
    guard let partner = made.records.first else { return [] }
    guard let tail = store.tails.values.first else { return [] }
    let bare = LocalDisk(root: disk.root + "/" + WriterTail.directory(tail.writer))
    let file = try bare.open("bare", .write)
    defer { bare.close(file) }
    var offset: Int64 = 0
    var commits: [Double] = []
    var whole: [Double] = []
    var shares: [Double] = []
    var appends: [Double] = []
    for run in 0..<runs * Self.commits {
      let before = store.tails.values.first?.offset ?? 0
      whole.append(
        try BenchClock.milliseconds {
          try store.commit("record.edit", occasion) { workspace, context in
            var draft = Draft(workspace, context)
            draft.set(partner, "notes", .text("what was said on the telephone, call \(run)"))
            return draft.operations
          }
        })
      commits.append(disk.held)
      let size = max(1, Int((store.tails.values.first?.offset ?? 0) - before))
      let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: size)
      appends.append(
        try BenchClock.milliseconds {
          try bare.write(bytes, to: file, at: offset)
          try bare.synchronize(file)
        })
      offset += Int64(size)
      shares.append(disk.held / (appends.last ?? 1))
    }
    return [
      BenchResult("commit", commits), BenchResult("whole commit", whole),
      BenchResult("append and fdatasync", appends),
      BenchResult("commit, times the append", unit: "x", shares),
    ]
  }

  private var occasion: Occasion {
    Occasion(
      author: settings.author, account: settings.account, now: settings.now,
      today: settings.now.day())
  }
}
