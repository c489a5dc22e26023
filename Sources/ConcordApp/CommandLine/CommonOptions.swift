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
  package func session() throws(CommandLineFailure) -> Session {
    let settings = try settings()
    do {
      return try Session(settings)
    } catch {
      throw CommandLineFailure(.failed, error.sentence)
    }
  }
}
