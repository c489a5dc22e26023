import ConcordModel
import ConcordStore
import Glibc

/// A store of a wanted size for measuring: `concord bench generate`. Its records are plausible and
/// come from a seed; they are written by the store's own commits, without commands and rules.
public struct BenchOffice: Sendable {
  /// Partners.
  public var partners = 10_000
  /// Flags, on partners at random.
  public var flags = 50_000
  /// Tasks of vetting cases.
  public var tasks = 30_000
  /// What chance goes by.
  public var seed: UInt64 = 1
  /// Where it is made: a directory that does not exist.
  public var path: String

  /// An office at `path`.
  public init(at path: String) { self.path = path }

  /// How many records of a kind there may be.
  public static let sizes = 1...5_000_000

  /// Makes the store beside its place, and renames it once it is whole.
  public func run(_ common: CommonOptions) throws(CommandLineFailure) {
    for (option, count) in [("partners", partners), ("flags", flags), ("tasks", tasks)]
    where !Self.sizes.contains(count) {
      throw CommandLineFailure(
        .usage, "--\(option) is \(count): expected a number from 1 to \(Self.sizes.upperBound)")
    }
    guard !common.isReadOnly else {
      throw CommandLineFailure(.failed, "--readonly: the store was not made")
    }
    let settings = try common.settings(needsStore: false)
    let draft = path + ".part"
    for taken in [path, draft] where access(taken, F_OK) == 0 {
      throw CommandLineFailure(.failed, "there is something at \(Text.visible(taken)) already")
    }
    let data = try DemoData()
    try NewOffice(path: draft, name: "Bench office", zone: "UTC").make(settings, seed: seed)
    let numbers: String
    do throws(CommandLineFailure) {
      numbers = try write(draft, settings, data)
      try NewOffice.put(draft, at: path)
    } catch {
      NewOffice.remove(draft)
      throw error
    }
    StandardOutput.say("\(numbers) in \(path)")
  }

  private func write(
    _ draft: String, _ settings: Settings, _ data: DemoData
  ) throws(CommandLineFailure) -> String {
    let progress = ProgressLine()
    defer { progress.end() }
    let disk = DeferredDisk(root: draft)
    do {
      let store = try Store.open(on: disk, today: settings.now.day())
      var writer = BenchWriter(store, self, data: data, settings: settings, progress: progress)
      try writer.write()
      try store.writeCache()
      try disk.settle()
      let workspace = store.workspace
      return "\(workspace.count(.partner)) partners, \(workspace.count(.flag)) flags, "
        + "\(workspace.count(.task)) tasks"
    } catch let failure as CommandLineFailure {
      throw failure
    } catch let error as StoreError {
      throw CommandLineFailure(error)
    } catch {
      throw CommandLineFailure(.failed, "\(error)")
    }
  }
}
