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
    do {
      var settings = try Settings(Settings.environment)
      if let store {
        guard !store.isEmpty else { throw SettingsError.emptyStore }
        settings.store = store
      }
      settings.isReadOnly = isReadOnly
      return settings
    } catch {
      throw CommandLineFailure(.usage, error.sentence)
    }
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
