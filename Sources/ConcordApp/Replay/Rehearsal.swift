import ConcordCanvas
import ConcordDashboard
import ConcordModel
import Glibc

/// The dashboard without a terminal: the same keys and the same effects, one after the other. What
/// is read of the journal is there by the next picture.
package struct Rehearsal {
  private let session: Session
  private var runner: StoreRunner
  private let workers = DashboardWorkers(waits: true)
  private let mayWrite: Bool
  package private(set) var state: DashboardState
  /// Whether its user has left.
  package private(set) var isOver = false
  /// Whether a key wanted to change something that may not be changed here.
  package private(set) var wantedToWrite = false

  /// - Parameters:
  ///   - mayWrite: whether changes are written into the session's store; where not, the first of
  ///     them is noted and left.
  ///   - isReadOnly: whether keys are told that nothing can be changed; nil where the store says so.
  package init(
    _ session: Session, _ options: DashboardProgram.Options, _ own: UserSettings, size: Size,
    mayWrite: Bool, isReadOnly: Bool? = nil, keepsake: Keepsake? = nil
  ) {
    self.session = session
    runner = StoreRunner(session, workers)
    self.mayWrite = mayWrite
    state = FirstState.make(
      session, options, own, size: size, glyphs: .unicode, isReadOnly: isReadOnly,
      keepsake: keepsake)
    settle()
  }

  /// Takes one thing that came.
  /// - Parameter isASCII: whether the command line asked for ASCII.
  package mutating func take(_ event: KeyLogEvent, isASCII: Bool = false) {
    guard !isOver else { return }
    switch event {
    case .key(let key): perform(Dashboard.key(key, &state, runner.workspace))
    case .size(let size): send(.resized(size))
    case .settings(let value):
      let own = UserSettings(value)
      send(
        .configured(
          Keymap.standard.with(own.keys), isASCII || own.isASCII ?? false ? .ascii : .unicode))
    case .rules:
      guard mayWrite else { break }
      for action in runner.judge(session.day) { send(action) }
    }
    settle()
  }

  /// Makes ready what the dashboard makes ready after its first picture.
  package mutating func prepare() {
    Preparation(state, runner.workspace).adopt(into: &state, runner.workspace)
    settle()
  }

  /// The records that it shows.
  package var workspace: Workspace { runner.workspace }

  /// The picture.
  package var canvas: Canvas { Frame.canvas(state, runner.workspace) }

  private mutating func settle() {
    perform(Dashboard.wants(&state))
  }

  /// Waits for what is read on a thread: the next key finds it there.
  private mutating func awaitPreview(_ effect: Effect) {
    switch effect {
    case .previewFile, .previewCells: break
    default: return
    }
    let end = ContinuousClock.now + Self.longestReading
    while ContinuousClock.now < end {
      for case .importPreview(let preview) in workers.imports.news() {
        return send(.importPreview(preview))
      }
      var entry = pollfd(fd: workers.imports.descriptor, events: Int16(POLLIN), revents: 0)
      poll(&entry, 1, 100)
    }
  }

  /// A file that takes longer to read is gone on without.
  private static let longestReading = Duration.seconds(60)

  private mutating func send(_ action: Action) {
    perform(Dashboard.update(action, &state, runner.workspace))
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects where !isOver {
      switch effect {
      case .quit: isOver = true
      // What the terminal or another program would do has no place here.
      case .redraw, .suspend, .useMouse, .copy, .pipe, .editText, .shell: break
      case .commit, .undo, .redo, .takeImport:
        guard mayWrite else {
          wantedToWrite = true
          continue
        }
        for action in runner.run(effect) { send(action) }
      default:
        for action in runner.run(effect) { send(action) }
        for action in workers.settledNews() { send(action) }
        awaitPreview(effect)
      }
    }
  }
}
