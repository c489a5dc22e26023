import ConcordCanvas
import ConcordDashboard
import ConcordModel
import ConcordStore
import ConcordTerminal
import Glibc

/// The dashboard on a terminal: one poll over keys, signals, the store and the turn of the day.
public final class DashboardProgram {
  /// What the command line asks of the dashboard.
  public struct Options: Sendable {
    /// The screen in front; nil for the first.
    public var screen: String?
    /// A filter for it.
    public var filter: String?
    /// Lines and marks in ASCII.
    public var isASCII = false
    /// dark, light or contrast.
    public var theme: String?

    /// The usual ones.
    public init() {}
  }

  private let session: Session
  private let terminal: Terminal
  private var runner: StoreRunner
  private let journal: JournalWorker
  private let preparation = PreparationWorker()
  private let imports = ImportWorker()
  private let programs = UserPrograms()
  /// Nil where nothing may be written.
  private let keepsakes: KeepsakeFile?
  private var clicks = ClickCounter()
  private var state: DashboardState
  private var decoder: KeyDecoder
  private var poller: Poller
  private let watch: StoreWatch?
  private let timer: WallTimer?
  private var exitStatus: Int32?

  private init(_ session: Session, _ terminal: Terminal, _ options: Options) {
    self.session = session
    self.terminal = terminal
    journal = JournalWorker()
    runner = StoreRunner(session, journal, imports)
    let isKept = session.store.restriction == nil && session.settings.asOf == nil
    keepsakes = isKept ? KeepsakeFile(store: session.settings.store) : nil
    state = DashboardState(
      size: terminal.size, actor: session.actor, isReadOnly: session.store.restriction != nil,
      glyphs: options.isASCII ? .ascii : terminal.glyphs)
    state.zoneOffset = session.clock.offset(session.settings.now)
    state.asOf = session.settings.asOf
    state.work = ThreadedWork()
    state.pager = programs.pager
    decoder = KeyDecoder(extra: terminal.keySequences)
    poller = Poller(input: terminal.inputDescriptor, signals: terminal.signalDescriptor)
    watch = try? session.store.watch()
    // What came after the journals were read and before anybody watched them.
    _ = try? session.store.refresh()
    timer = WallTimer()
    poller.watch(journal.descriptor)
    poller.watch(preparation.descriptor)
    poller.watch(imports.descriptor)
    if let watch { poller.watch(watch.descriptor) }
    if let timer, session.settings.frozen == nil {
      timer.set(second: session.clock.nextMidnight(after: session.settings.now))
      poller.watch(timer.descriptor)
    }
    prepare(options)
  }

  /// Takes the terminal for a dashboard.
  /// - Throws: ``DashboardError`` where the terminal cannot show it, or there is no such screen or
  ///   theme.
  package static func terminal(
    _ options: Options, _ settings: Settings
  ) throws(DashboardError) -> Terminal {
    if let screen = options.screen, ScreenCatalogue.place(screen) == nil {
      throw .unknownScreen(screen, known: ScreenCatalogue.screens.map { $0.row.name })
    }
    return try start(
      Terminal.Options(
        appearance: try appearance(options.theme), paintsPage: options.theme != nil,
        asksPage: options.theme == nil && !Appearance.isTold(Settings.environment),
        depth: settings.isColourless ? ColourDepth.none : nil))
  }

  /// Runs the dashboard until its user leaves it, and gives the terminal back.
  /// - Returns: the exit status.
  package static func run(_ session: Session, _ options: Options, _ terminal: Terminal) -> Int32 {
    let program = DashboardProgram(session, terminal, options)
    let status = program.loop()
    terminal.stop()
    program.keep(isLast: true)
    session.store.keepCache()
    session.store.endWriting(within: longestWait)
    return status
  }

  /// Milliseconds that its user waits for a cache that is being written; else the one before stays.
  private static let longestWait = 50

  private static func appearance(_ name: String?) throws(DashboardError) -> Appearance {
    guard let name else { return Appearance(environment: Settings.environment) }
    guard let appearance = Appearance(rawValue: name) else {
      throw .unknownTheme(name, known: Appearance.allCases.map(\.rawValue))
    }
    return appearance
  }

  private static func start(_ options: Terminal.Options) throws(DashboardError) -> Terminal {
    do throws(TerminalError) {
      return try Terminal.start(options)
    } catch {
      throw DashboardError.terminal("\(error)")
    }
  }

  private func prepare(_ options: Options) {
    _ = Dashboard.update(.resized(terminal.size), &state, runner.workspace)
    let place = options.screen.flatMap { ScreenCatalogue.place($0) } ?? 0
    _ = Dashboard.update(.screen(place), &state, runner.workspace)
    if let keepsakes {
      Dashboard.restore(keepsakes.read(), &state, runner.workspace)
    }
    if let filter = options.filter {
      _ = Dashboard.update(.setFilter(filter), &state, runner.workspace)
    }
    if let restriction = session.store.restriction {
      _ = Dashboard.update(.restricted(restriction.sentence), &state, runner.workspace)
    } else if let hindrance = session.store.hindrances.first {
      state.message = Message(.warning, hindrance.warning)
    } else if let held = session.store.heldChanges.first {
      state.message = Message(.warning, held)
    } else if session.workspace.conflictCount > 0 {
      state.message = Message(
        .warning,
        "values written at the same time stand in "
          + "\(Counted.words(session.workspace.conflictCount, "field")): concord settle lists them")
    }
  }

  // MARK: The loop

  private func loop() -> Int32 {
    preparation.start(state, runner.workspace)
    while exitStatus == nil {
      perform(Dashboard.wants(&state))
      terminal.present(Frame.canvas(state, runner.workspace))
      session.store.keepCache()
      keep()
      let wait = decoder.hasPendingEscape ? 25 : nil
      let events = poller.wait(milliseconds: wait)
      if events.isEmpty { take(decoder.timeout()) }
      for event in events where exitStatus == nil { handle(event) }
    }
    return exitStatus ?? 0
  }

  private func handle(_ event: PollEvent) {
    switch event {
    case .input:
      guard let bytes = terminal.read() else {
        exitStatus = 128 + Signal.hangup.number
        return
      }
      take(decoder.feed(bytes))
    case .hangup:
      exitStatus = 128 + Signal.hangup.number
    case .signal(let signal):
      handle(signal)
    case .ready(let descriptor):
      if descriptor == watch?.descriptor {
        if watch?.drain() ?? false { send(runner.news()) }
      } else if descriptor == journal.descriptor {
        send(journal.pages().map { .journal($0) })
      } else if descriptor == preparation.descriptor {
        preparation.take()?.adopt(into: &state, runner.workspace)
      } else if descriptor == imports.descriptor {
        let news = imports.news()
        send(news.preview.map { [.importPreview($0)] } ?? [.running(news.running)])
      } else {
        timer?.clear()
        turnDay()
      }
    }
  }

  private func handle(_ signal: Signal) {
    switch signal {
    case .resize: send([.resized(terminal.resized())])
    case .terminate, .hangup, .interrupt: exitStatus = 128 + signal.number
    case .stop: suspend()
    case .goOn:
      terminal.recover()
      send([.resized(terminal.size)] + runner.news())
      turnDay()
    }
  }

  private func suspend() {
    if let ending = terminal.stopProcess() {
      exitStatus = 128 + ending.number
    } else {
      send([.resized(terminal.size)] + runner.news())
      turnDay()
    }
  }

  private func turnDay() {
    let now = session.settings.now
    let day = session.clock.day(now)
    if session.settings.frozen == nil {
      timer?.set(second: session.clock.nextMidnight(after: now))
    }
    state.zoneOffset = session.clock.offset(now)
    guard day != state.actor.today else { return }
    session.store.turn(to: day)
    send([.dayTurned(day)])
  }

  // MARK: Keys and actions

  private func take(_ keys: [Key]) {
    for key in keys where exitStatus == nil {
      let key = clicks.counted(key, at: Self.milliseconds)
      perform(Dashboard.key(key, &state, runner.workspace))
    }
  }

  private func send(_ actions: [Action]) {
    for action in actions { perform(Dashboard.update(action, &state, runner.workspace)) }
  }

  private static var milliseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  /// Milliseconds that leaving waits for what is kept for the next day.
  private static let longestKeeping = 200

  /// Keeps what is not on record: views and open forms at once, how lists are narrowed at the end.
  private func keep(isLast: Bool = false) {
    guard let keepsakes else { return }
    var keepsake = Dashboard.keepsake(state, runner.workspace)
    if isLast {
      keepsakes.keep(keepsake)
      keepsakes.finish(within: Self.longestKeeping)
    } else {
      keepsake.layouts = keepsakes.layouts
      keepsakes.keep(keepsake)
    }
  }

  // MARK: Other programs

  private func pipe(_ kind: RecordKind, _ records: [RecordID], to command: String) {
    guard let program = ChildProgram(command) else { return }
    let text = RecordList.table(kind, records, session).joined(separator: "\n") + "\n"
    let ending = terminal.lend { program.run(input: Array(text.utf8)) }
    afterLending()
    let name = Text.visible(command)
    switch ending {
    case .exited(0): break
    case .exited(let status): say(.warning, "\(name) ended with \(status)")
    case .killed(let signal): say(.warning, "\(name) was killed by signal \(signal)")
    case .asked(let signal): exitStatus = 128 + signal
    case .failed(let code):
      let why = String(cString: strerror(code))
      say(.failed, "\(name) did not start: \(why); | takes the name of a program")
    }
  }

  private func edit(_ field: String, of record: RecordID) {
    let before = runner.workspace.value(record, field)?.text ?? ""
    let editing: TextEditing
    do {
      editing = try TextEditing(editor: programs.editor)
    } catch {
      return say(.failed, error.sentence)
    }
    let outcome = terminal.lend { editing.run(before) }
    afterLending()
    switch outcome {
    case .unchanged: say(.plain, "the note is as it was")
    case .failed(let sentence): say(.failed, sentence)
    case .changed(let text):
      let actions = runner.replace(text, in: field, of: record, before: before)
      if case .committed? = actions.first {
        editing.remove()
        send(actions)
      } else {
        send(actions)
        say(.failed, (state.message?.text ?? "") + "; your text is kept in \(editing.file)")
      }
    }
  }

  /// The window, the day and the store may have changed while another program had the terminal.
  private func afterLending() {
    send([.resized(terminal.size)] + runner.news())
    turnDay()
  }

  private func say(_ tone: Message.Tone, _ sentence: String) {
    send([.message(Message(tone, sentence))])
  }

  private func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .quit: exitStatus = 0
      case .redraw: terminal.redraw()
      case .suspend: suspend()
      case .copy(let text):
        terminal.send(ClipboardSequence.of(text, isInTmux: programs.isInTmux))
      case .pipe(let kind, let records, let program): pipe(kind, records, to: program)
      case .editText(let record, let field): edit(field, of: record)
      default: send(runner.run(effect))
      }
    }
  }
}

/// Why there is no dashboard.
public enum DashboardError: Error, Hashable, Sendable {
  /// The terminal cannot show it: a sentence.
  case terminal(String)
  /// No such screen.
  case unknownScreen(String, known: [String])
  /// No such theme.
  case unknownTheme(String, known: [String])

  /// What happened and what to do.
  public var sentence: String {
    switch self {
    case .terminal(let sentence): sentence
    case .unknownScreen(let name, let known):
      "there is no screen “\(Text.visible(name))”; screens are \(known.joined(separator: ", "))"
    case .unknownTheme(let name, let known):
      "there is no theme “\(Text.visible(name))”; themes are \(known.joined(separator: ", "))"
    }
  }
}
