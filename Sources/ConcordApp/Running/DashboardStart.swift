import ConcordModel
import ConcordStore
import Glibc

/// Opens the dashboard on a store: `concord open`.
public enum DashboardStart {
  /// Runs the dashboard; someone without a store reads how to begin.
  /// - Returns: the exit status.
  public static func run(
    _ options: DashboardProgram.Options, _ common: CommonOptions
  ) throws(CommandLineFailure) -> Int32 {
    let settings = try common.settings()
    let session: Session
    do {
      session = try Session(settings)
    } catch {
      if case .store(.missing) = error {
        throw CommandLineFailure(.failed, FirstRun.words(store: settings.store))
      }
      throw CommandLineFailure(.failed, error.sentence)
    }
    return try run(session, options)
  }

  package static func run(
    _ session: Session, _ options: DashboardProgram.Options
  ) throws(CommandLineFailure) -> Int32 {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw CommandLineFailure(
        .failed,
        "the dashboard needs a terminal; concord list, show and heatmap do without "
          + "(concord --help)")
    }
    do {
      return try DashboardProgram.run(session, options)
    } catch {
      switch error {
      case .terminal: throw CommandLineFailure(.failed, error.sentence)
      case .unknownScreen, .unknownTheme: throw CommandLineFailure(.usage, error.sentence)
      }
    }
  }
}
