import ConcordModel
import ConcordStore

/// An open store with the person and the clock: what the command line and the dashboard work with.
public final class Session {
  /// What the environment says.
  public let settings: Settings
  /// The office's clock.
  public let clock: OfficeClock
  package let store: Store
  /// What was said when the store was opened: why it can only be read.
  package var said: String?

  /// A session on an open store.
  init(_ start: SessionStart, _ store: Store) {
    var settings = start.settings
    // Whoever writes their name otherwise is no other person.
    settings.author = store.workspace.author(called: settings.author)
    self.settings = settings
    clock = start.clock
    self.store = store
    store.turn(to: clock.day(settings.now))
  }

  /// Opens the store of `settings`.
  /// - Throws: ``SessionError``
  public convenience init(_ settings: Settings) throws(SessionError) {
    let start = try SessionStart(settings)
    do {
      self.init(start, try start.open())
    } catch {
      throw .store(error)
    }
  }

  /// The state.
  public var workspace: Workspace { store.workspace }

  /// The civil day in the office's zone.
  public var today: Day { clock.day(settings.now) }

  /// Who acts.
  public var actor: Actor {
    Actor(
      person: workspace.person(handle: settings.author), author: settings.author, today: today)
  }

  package var occasion: Occasion {
    let now = settings.now
    return Occasion(
      author: settings.author, account: settings.account, now: now, today: clock.day(now),
      seed: settings.seed)
  }

  /// What a command gets that is looked at before anything is written: its ids come by chance.
  package var previewContext: CommandContext {
    let now = settings.now
    return CommandContext(
      now: now, today: clock.day(now), author: settings.author, account: settings.account,
      ids: .random)
  }

  /// What the rules make of today, worked out now.
  package var day: RuleDay { RuleDay(workspace, previewContext) }

  /// Runs a command: checked, written, applied.
  public func run(_ invocation: Invocation) throws(CommitFailure) -> Transaction {
    try store.commit(invocation, occasion)
  }

  /// Why a change was not made; what was said when the store was opened is not said again.
  package func failure(_ error: CommitFailure) -> CommandLineFailure {
    guard let said, error == .store(said) else { return CommandLineFailure(error) }
    return CommandLineFailure(.failed, "")
  }

  /// Leaves a cache behind where the next start would gain by it. Failing is no harm: it is a cache.
  public func leaveCache() {
    guard store.cacheIsWorthWriting else { return }
    try? store.writeCache()
  }
}

/// Why there is no session.
public enum SessionError: Error, Sendable {
  /// The store could not be opened.
  case store(StoreError)

  /// What happened and what to do.
  public var sentence: String {
    switch self {
    case .store(let error): error.sentence
    }
  }
}
