import ConcordModel

/// The options that every subcommand takes.
public struct CommonOptions: Hashable, Sendable {
  /// The store's directory, where it is not that of the environment.
  public var store: String?
  /// Whether nothing may be written.
  public var isReadOnly = false

  /// Nothing said.
  public init() {}

  /// Who, where and when, from the environment and the options.
  package func settings() throws(CommandLineFailure) -> Settings {
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
    settings.isReadOnly = isReadOnly
    return settings
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
    // What can be read of a damaged store is shown, and never as if it were all.
    if warns, case .journal = session.store.restriction, let restriction = session.store.restriction
    {
      StandardOutput.say("concord: " + restriction.sentence)
    }
    return session
  }
}
