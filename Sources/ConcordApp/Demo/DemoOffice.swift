import ConcordModel
import ConcordStore
import Glibc

/// A fictional office with eighteen months of history, made by the commands that people use:
/// `concord demo`.
public struct DemoOffice: Sendable {
  /// Partners, 10 to 100,000.
  public var partners = 120
  /// What chance goes by; nil for that of the environment, or 1.
  public var seed: UInt64?
  /// Where it is made; nil for `concord-demo` beside the default store.
  public var path: String?
  /// Whether the dashboard opens on it.
  public var isOpened = true

  /// The usual demo.
  public init() {}

  /// How many partners a demo may have.
  public static let sizes = 10...100_000

  /// Makes it, and opens the dashboard on it where there is a terminal.
  /// - Returns: the exit status.
  public func run(_ common: CommonOptions) throws(CommandLineFailure) -> Int32 {
    guard Self.sizes.contains(partners) else {
      throw CommandLineFailure(
        .usage, "--partners is \(partners): expected a number from 10 to 100000")
    }
    guard !common.isReadOnly else {
      throw CommandLineFailure(.failed, "--readonly: the demo was not made")
    }
    var settings = try common.settings(needsStore: path == nil)
    settings.store = path ?? common.store ?? Self.standardPath(settings)
    try make(settings)
    guard isOpened, isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      StandardOutput.say("open it with: concord --store \(settings.store)")
      return 0
    }
    return try DashboardStart.run(settings, DashboardProgram.Options())
  }

  /// Beside the default store, so that the real one is never touched.
  package static func standardPath(_ settings: Settings) -> String {
    settings.store + "-demo"
  }

  /// Makes the store beside its place, and renames it once it is whole.
  package func make(_ settings: Settings) throws(CommandLineFailure) {
    let path = settings.store
    let draft = path + ".part"
    for taken in [path, draft] where access(taken, F_OK) == 0 {
      throw CommandLineFailure(
        .failed,
        taken == path
          ? "there is something at \(Text.visible(path)) already: open it with concord --store, "
            + "remove it, or say --at DIR"
          : "\(Text.visible(draft)) is left from a demo that was broken off: remove it, then try again"
      )
    }
    let data = try DemoData()
    let seed = seed ?? settings.seed ?? 1
    do throws(CommandLineFailure) {
      try make(settings, data, seed, draft)
    } catch {
      NewOffice.remove(draft)
      throw error
    }
  }

  private func make(
    _ settings: Settings, _ data: DemoData, _ seed: UInt64, _ draft: String
  ) throws(CommandLineFailure) {
    let path = settings.store
    let office = NewOffice(path: draft, name: data.office, zone: data.zone)
    try office.make(settings, seed: seed)
    let clock = OfficeClock(zone: data.zone)
    let today = clock.day(settings.now)
    let numbers = try write(draft, settings, data, seed, today)
    try NewOffice.put(draft, at: path)
    StandardOutput.say("\(data.office), fictional: \(numbers) in \(path)")
  }

  /// The rules look at the day, as they do when a dashboard opens.
  private func askRules(
    _ store: Store, _ settings: Settings, _ seed: UInt64, _ today: Day
  ) throws(CommandLineFailure) {
    let context = CommandContext(
      now: settings.now, today: today, author: settings.author, account: settings.account,
      ids: .seeded(seed, position: 0))
    let occasion = Occasion(
      author: settings.author, account: settings.account, now: settings.now, today: today,
      seed: seed)
    do {
      _ = try store.commit(RuleDay(store.workspace, context), occasion)
    } catch {
      throw CommandLineFailure(error)
    }
  }

  /// Writes all of its history.
  private func write(
    _ path: String, _ settings: Settings, _ data: DemoData, _ seed: UInt64, _ today: Day
  ) throws(CommandLineFailure) -> String {
    let progress = ProgressLine()
    defer { progress.end() }
    let store: Store
    let disk = DeferredDisk(root: path)
    do {
      store = try Store.open(on: disk, today: today)
    } catch {
      throw CommandLineFailure(error)
    }
    let cast = DemoCast(data, author: settings.author, account: settings.account)
    let plan = DemoPlan(
      count: partners, seed: seed, data: data, cast: cast, calendar: DemoCalendar(today: today),
      catalogues: store.workspace.catalogues)
    var writer = DemoWriter(store, plan, progress: progress)
    try writer.write()
    store.turn(to: today)
    try askRules(store, settings, seed, today)
    do {
      try store.writeCache()
      try disk.settle()
    } catch {
      throw CommandLineFailure(error)
    }
    let workspace = store.workspace
    return "\(workspace.count(.partner)) partners, \(workspace.count(.flag)) flags, "
      + "\(workspace.count(.vettingCase)) vetting cases, \(workspace.count(.decision)) decisions"
  }
}
