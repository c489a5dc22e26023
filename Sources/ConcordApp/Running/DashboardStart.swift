import ConcordModel
import ConcordStore
import ConcordTerminal
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
    if let opening = try opening(settings) { return try run(opening, options) }
    guard common.store == nil, !settings.isReadOnly, isAtTerminal else {
      throw CommandLineFailure(.failed, FirstRun.words(store: settings.store))
    }
    guard let store = try FirstQuestion(common, settings).ask() else { return 0 }
    settings.store = store
    return try run(settings, options)
  }

  /// Runs the dashboard on a store that is there.
  /// - Returns: the exit status.
  package static func run(
    _ settings: Settings, _ options: DashboardProgram.Options
  ) throws(CommandLineFailure) -> Int32 {
    guard let opening = try opening(settings) else {
      throw CommandLineFailure(.failed, FirstRun.words(store: settings.store))
    }
    return try run(opening, options)
  }

  /// Begins to open the store; nil where there is none.
  private static func opening(
    _ settings: Settings
  ) throws(CommandLineFailure) -> SessionOpening? {
    do {
      return try SessionOpening(settings)
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

  /// An opening that takes no more milliseconds draws no frame of its own: two pictures in so short a
  /// time would only flicker.
  private static let shortOpening = 50

  private static func run(
    _ opening: SessionOpening, _ asked: DashboardProgram.Options
  ) throws(CommandLineFailure) -> Int32 {
    let own = UserSettingsKeeper(opening.settings.userSettings)
    let news = own.start()
    let options = asked.with(own.settings)
    var log: KeyLog?
    if let path = asked.keyLog { log = try KeyLog(path, opening.settings) }
    guard isAtTerminal else {
      // What is wrong with the store or the filter goes before.
      _ = try session(opening, options)
      throw CommandLineFailure(
        .failed,
        "the dashboard needs a terminal; concord list, show, heatmap and screenshot --linear do "
          + "without (concord --help)")
    }
    if options.isLinear {
      let session = try session(opening, options)
      let display = LineDisplay(try lineTerminal(options))
      return DashboardProgram.run(
        session, asked, display, Surroundings(own: own, log: log, message: news.message))
    }
    if opening.wait(milliseconds: shortOpening) { _ = try session(opening, options) }
    let terminal = try terminal(options, opening.settings)
    defer { terminal.stop() }
    if case .left(let status) = OpeningProgram(opening, terminal, options).run() { return status }
    return DashboardProgram.run(
      try session(opening, options), asked, terminal,
      Surroundings(own: own, log: log, message: news.message))
  }

  /// The session, once its store is open and the filter makes sense in it.
  private static func session(
    _ opening: SessionOpening, _ options: DashboardProgram.Options
  ) throws(CommandLineFailure) -> Session {
    do {
      let session = try opening.session()
      if let filter = options.filter { try check(filter, session) }
      return session
    } catch let error as SessionError {
      throw CommandLineFailure(.failed, error.sentence)
    } catch let failure as CommandLineFailure {
      throw failure
    } catch {
      throw CommandLineFailure(.failed, "\(error)")
    }
  }

  private static func lineTerminal(
    _ options: DashboardProgram.Options
  ) throws(CommandLineFailure) -> LineTerminal {
    try named(options)
    do {
      return try LineTerminal.start()
    } catch {
      throw CommandLineFailure(.failed, "\(error)")
    }
  }

  /// Refuses a screen or a theme that is none.
  private static func named(
    _ options: DashboardProgram.Options
  ) throws(CommandLineFailure) {
    do {
      try DashboardProgram.check(options)
    } catch {
      throw CommandLineFailure(.usage, error.sentence)
    }
  }

  private static func terminal(
    _ options: DashboardProgram.Options, _ settings: Settings
  ) throws(CommandLineFailure) -> Terminal {
    do {
      return try DashboardProgram.terminal(options, settings)
    } catch {
      switch error {
      case .terminal: throw CommandLineFailure(.failed, error.sentence)
      case .unknownScreen, .unknownTheme: throw CommandLineFailure(.usage, error.sentence)
      }
    }
  }
}
