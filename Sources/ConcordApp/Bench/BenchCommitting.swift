import ConcordJSON
import ConcordModel
import ConcordStore

/// One of several processes that change the same store at once: `concord bench commit`.
///
/// Each change is timed from the moment it is asked for, the wait for the lock included, until it is
/// acknowledged.
public struct BenchCommitting: Sendable {
  /// Changes that are made one after the other.
  public var count = 500

  /// The usual number.
  public init() {}

  /// How many changes there may be.
  public static let counts = 1...1_000_000

  /// Makes the changes, and writes what they took as JSON.
  public func run(_ common: CommonOptions) throws(CommandLineFailure) {
    guard Self.counts.contains(count) else {
      throw CommandLineFailure(
        .usage,
        "--count is \(count): expected a number from 1 to \(Self.counts.upperBound)")
    }
    let settings = try common.settings()
    guard !settings.isReadOnly, settings.asOf == nil else {
      throw CommandLineFailure(
        .failed, "bench commit changes the store: nothing was done with --readonly or --as-of")
    }
    var times: [Double] = []
    let name: String
    do {
      let store = try Store.open(at: settings.store, today: settings.now.day())
      let made = try store.commit("record.create", Self.occasion(settings)) { workspace, context in
        var draft = Draft(workspace, context)
        draft.new(.partner, ["name": .text("Bench County"), "stage": .text("prospect")])
        return draft.operations
      }
      guard let partner = made.records.first else { return }
      name = partner.text
      for place in 1...count {
        let occasion = Self.occasion(settings)
        times.append(
          try BenchClock.milliseconds {
            try store.commit("record.edit", occasion) { workspace, context in
              var draft = Draft(workspace, context)
              draft.set(partner, "notes", .text("call \(place) of \(name)"))
              return draft.operations
            }
          })
      }
    } catch let error as StoreError {
      throw CommandLineFailure(error)
    } catch let failure as CommitFailure {
      throw CommandLineFailure(failure)
    } catch {
      throw CommandLineFailure(.failed, "\(error)")
    }
    try write(name, BenchResult("commit", times))
  }

  private static func occasion(_ settings: Settings) -> Occasion {
    let now = settings.now
    return Occasion(
      author: settings.author, account: settings.account, now: now, today: now.day(),
      seed: settings.seed)
  }

  private func write(_ name: String, _ times: BenchResult) throws(CommandLineFailure) {
    var json = JSONWriter()
    json.beginObject()
    json.key("record")
    json.string(name)
    json.key("commits")
    json.integer(count)
    for (key, share) in [("p50", 0.5), ("p99", 0.99), ("greatest", 1)] {
      json.key(key)
      json.raw(BenchResult.text(times.value(below: share)))
    }
    json.endObject()
    json.newline()
    var output = StandardOutput.output
    try output.bytes(json.bytes)
    try output.flush()
  }
}
