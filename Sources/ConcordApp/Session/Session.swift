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

  /// Opens the store of `settings`.
  /// - Throws: ``SessionError``
  public init(_ settings: Settings) throws(SessionError) {
    var settings = settings
    do {
      if let day = settings.asOf {
        var moment: Instant?
        store = try Store.open(at: settings.store, asOf: day) { office in
          let end = OfficeClock(zone: office.zone).end(of: day)
          moment = end
          return end
        }
        settings.frozen = moment
      } else {
        store = try Store.open(
          at: settings.store, access: settings.isReadOnly ? .readOnly : .write,
          today: settings.now.day())
      }
      clock = OfficeClock(zone: store.identity.office.zone)
    } catch {
      throw .store(error)
    }
    self.settings = settings
    store.turn(to: clock.day(settings.now))
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
    guard store.restriction == nil, store.cacheIsWorthWriting else { return }
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
