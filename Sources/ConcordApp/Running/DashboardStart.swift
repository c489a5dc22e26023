import ConcordModel
import ConcordStore
import Glibc

/// Opens the dashboard on a store: `concord open`.
public enum DashboardStart {
  /// Runs the dashboard; someone without a store is asked at a terminal how to begin, and reads it
  /// elsewhere.
  /// - Returns: the exit status.
  public static func run(
    _ options: DashboardProgram.Options, _ common: CommonOptions
  ) throws(CommandLineFailure) -> Int32 {
    var settings = try common.settings()
    if let session = try session(settings) { return try run(session, options) }
    guard common.store == nil, !settings.isReadOnly, isAtTerminal else {
      throw CommandLineFailure(.failed, FirstRun.words(store: settings.store))
    }
    guard let store = try FirstQuestion(common, settings).ask() else { return 0 }
    settings.store = store
    guard let session = try session(settings) else {
      throw CommandLineFailure(.failed, FirstRun.words(store: store))
    }
    return try run(session, options)
  }

  /// The open store; nil where there is none.
  private static func session(_ settings: Settings) throws(CommandLineFailure) -> Session? {
    do {
      return try Session(settings)
    } catch {
      if case .store(.missing) = error { return nil }
      throw CommandLineFailure(.failed, error.sentence)
    }
  }

  private static var isAtTerminal: Bool {
    isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
  }

  /// What is wrong with a filter that the screens of partners are to begin with.
  package static func check(_ filter: String, _ session: Session) throws(CommandLineFailure) {
    let plan = FilterPlan(
      Filter(filter), kind: .partner, in: session.workspace, me: session.actor.person)
    if let problem = plan.problems.first { throw CommandLineFailure(problem) }
  }

  package static func run(
    _ session: Session, _ options: DashboardProgram.Options
  ) throws(CommandLineFailure) -> Int32 {
    if let filter = options.filter { try check(filter, session) }
    guard isAtTerminal else {
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
