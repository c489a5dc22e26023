import ConcordModel

/// The options that every subcommand takes.
public struct CommonOptions: Hashable, Sendable {
  /// The store's directory, where it is not that of the environment.
  public var store: String?
  /// Whether nothing may be written.
  public var isReadOnly = false

  /// The day that is looked at instead of today.
  public var asOf: String?

  /// Nothing said.
  public init() {}

  /// Who, where and when, from the environment and the options.
  /// - Parameter needsStore: whether it is an error that nothing says where the store is.
  package func settings(needsStore: Bool = true) throws(CommandLineFailure) -> Settings {
    var settings: Settings
    do {
      settings = try Settings(Settings.environment)
    } catch {
      throw CommandLineFailure(.usage, error.sentence)
    }
    if let store {
      guard !store.isEmpty else {
        throw CommandLineFailure(.usage, "--store is blank: expected the store's directory")
      }
      settings.store = store
    }
    guard !needsStore || !settings.store.isEmpty else {
      throw CommandLineFailure(
        .failed,
        "HOME is not set, so there is no default store: say --store DIR, or set CONCORD_STORE")
    }
    settings.isReadOnly = isReadOnly
    settings.asOf = try pastDay(settings.now)
    return settings
  }

  private func pastDay(_ now: Instant) throws(CommandLineFailure) -> Day? {
    guard let asOf else { return nil }
    // Somewhere it is already tomorrow.
    let today = now.day()
    guard let day = DayExpression.day(asOf, today: today), day <= today.adding(days: 1) else {
      throw CommandLineFailure(
        .usage,
        "--as-of is “\(Text.visible(asOf))”: expected a day up to today, such as 2026-05-01 or yesterday"
      )
    }
    return day
  }

  /// Opens the store.
  /// - Parameter warns: whether damage is told on standard error.
  package func session(warns: Bool = true) throws(CommandLineFailure) -> Session {
    let settings = try settings()
    let session: Session
    do {
      session = try Session(settings)
    } catch {
      throw CommandLineFailure(.failed, error.sentence)
    }
    guard warns else { return session }
    // What can be read of a damaged store is shown, and never as if it were all.
    if let restriction = session.store.restriction, restriction.mayHide {
      StandardOutput.say("concord: " + restriction.sentence)
      session.said = restriction.sentence
    }
    for hindrance in session.store.hindrances {
      StandardOutput.say("concord: " + hindrance.warning)
    }
    for sentence in session.store.heldChanges { StandardOutput.say("concord: " + sentence) }
    for problem in session.workspace.policyProblems {
      StandardOutput.say("concord: what ships holds, since this cannot be used: \(problem)")
    }
    return session
  }
}
