import ConcordCanvas
import ConcordDashboard
import ConcordJSON
import ConcordModel
import ConcordStore
import ConcordTerminal

/// The dashboard on a terminal: one poll over keys, signals, the store and the turn of the day.
public final class DashboardProgram {
  /// What the command line asks of the dashboard.
  public struct Options: Sendable {
    /// The screen in front; nil for the first.
    public var screen: String?
    /// A filter for it.
    public var filter: String?
    /// Lines one after the other instead of a picture.
    public var isLinear = false
    /// Lines and marks in ASCII.
    public var isASCII = false
    /// dark, light or high-contrast.
    public var theme: String?
    /// Whether the mouse reports to the dashboard.
    package var usesMouse = true
    /// The file that keys are taken down in.
    public var keyLog: String?

    /// The usual ones.
    public init() {}

    /// The same with what the user has chosen for good, where nothing else is asked.
    package func with(_ settings: UserSettings) -> Options {
      var options = self
      options.theme = theme ?? settings.theme?.rawValue
      options.isASCII = isASCII || settings.isASCII ?? false
      options.usesMouse = settings.usesMouse ?? true
      return options
    }
  }

  let session: Session
  let display: any Display
  var runner: StoreRunner
  private let workers = DashboardWorkers()
  private let preparation = PreparationWorker()
  private let rules = DayWorker()
  let programs = UserPrograms()
  /// Nil where nothing may be written.
  private let keepsakes: KeepsakeFile?
  private var clicks = ClickCounter()
  private var ahead = TypeAhead()
  var state: DashboardState
  private var decoder: KeyDecoder
  private var escape = EscapeWait()
  private var poller: Poller
  private let watch: StoreWatch?
  private let timer: WallTimer?
  /// What the command line asks; the user's own settings stand behind it.
  private let asked: Options
  private let own: UserSettingsKeeper
  private let log: KeyLog?
  private var isLogFailureTold = false
  var exitStatus: Int32?

  private init(
    _ session: Session, _ display: any Display, _ asked: Options, _ surroundings: Surroundings
  ) {
    self.session = session
    self.asked = asked
    own = surroundings.own
    log = surroundings.log
    let options = asked.with(own.settings)
    self.display = display
    runner = StoreRunner(session, workers)
    let isKept = session.store.restriction == nil && session.settings.asOf == nil
    let file = KeepsakeFile(store: session.settings.store)
    keepsakes = isKept ? file : nil
    let keepsake = session.settings.asOf == nil ? file.read() : nil
    decoder = KeyDecoder(extra: display.keySequences)
    poller = Poller(input: display.inputDescriptor, signals: display.signalDescriptor)
    watch = try? session.store.watch()
    // What came after the journals were read and before anybody watched them.
    _ = try? session.store.refresh()
    state = FirstState.make(
      session, options, own.settings, size: display.size, glyphs: display.glyphs,
      keepsake: keepsake, work: ThreadedWork())
    state.pager = programs.pager
    if state.message == nil { state.message = surroundings.message }
    timer = WallTimer()
    for descriptor in workers.descriptors { poller.watch(descriptor) }
    poller.watch(preparation.descriptor)
    poller.watch(rules.descriptor)
    if own.descriptor >= 0 { poller.watch(own.descriptor) }
    if let watch { poller.watch(watch.descriptor) }
    if let timer, session.settings.frozen == nil {
      timer.set(second: session.clock.nextMidnight(after: session.settings.now))
      poller.watch(timer.descriptor)
    }
    log?.begin(header(keepsake))
  }

  /// What the first picture came from.
  private func header(_ keepsake: Keepsake?) -> KeyLogHeader {
    var header = KeyLogHeader(
      size: state.size, now: session.settings.now, seed: session.settings.seed,
      author: session.settings.author, store: session.store.identity.id,
      marks: session.store.marks, settings: own.settings.json)
    header.kept = keepsake.flatMap { try? JSONValue.parse(KeepsakeDocument($0).bytes) }
    header.writer = session.store.ownWriter
    header.isReadOnly = session.settings.isReadOnly
    header.asOf = session.settings.asOf
    header.screen = asked.screen
    header.filter = asked.filter
    header.isASCII = asked.isASCII || display.glyphs.isASCII
    return header
  }

  /// Takes the terminal for a dashboard.
  /// - Throws: ``DashboardError`` where the terminal cannot show it, or there is no such screen or
  ///   theme.
  package static func terminal(
    _ options: Options, _ settings: Settings
  ) throws(DashboardError) -> Terminal {
    try check(options)
    return try start(
      Terminal.Options(
        appearance: try appearance(options.theme), paintsPage: options.theme != nil,
        asksPage: options.theme == nil && !Appearance.isTold(Settings.environment),
        depth: settings.isColourless ? ColourDepth.none : nil, usesMouse: options.usesMouse))
  }

  /// Refuses a screen or a theme that is none.
  package static func check(_ options: Options) throws(DashboardError) {
    if let screen = options.screen, ScreenCatalogue.place(screen) == nil {
      throw .unknownScreen(screen, known: ScreenCatalogue.screens.map { $0.row.name })
    }
    _ = try appearance(options.theme)
  }

  /// Runs the dashboard until its user leaves it, and gives the terminal back.
  /// - Returns: the exit status.
  package static func run(
    _ session: Session, _ options: Options, _ display: any Display, _ surroundings: Surroundings
  ) -> Int32 {
    let program = DashboardProgram(session, display, options, surroundings)
    let status = program.loop()
    display.stop()
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

  // MARK: The loop

  private func loop() -> Int32 {
    preparation.start(state, runner.workspace)
    while exitStatus == nil {
      perform(Dashboard.wants(&state))
      display.show(state, runner.workspace)
      session.store.keepCache()
      keep()
      let events = poller.wait(milliseconds: escape.milliseconds(decoder))
      for event in events where exitStatus == nil { handle(event) }
      if escape.isOver(decoder) { take(decoder.timeout()) }
    }
    return exitStatus ?? 0
  }

  private func handle(_ event: PollEvent) {
    switch event {
    case .input:
      guard let bytes = display.read() else {
        exitStatus = 128 + Signal.hangup.number
        return
      }
      take(decoder.feed(bytes))
      escape.begin()
    case .hangup:
      exitStatus = 128 + Signal.hangup.number
    case .signal(let signal):
      handle(signal)
    case .ready(let descriptor):
      if descriptor == watch?.descriptor {
        if watch?.drain() ?? false { send(runner.news()) }
      } else if let news = workers.news(of: descriptor) {
        send(news)
      } else if descriptor == preparation.descriptor {
        preparation.take()?.adopt(into: &state, runner.workspace)
        askRules()
      } else if descriptor == rules.descriptor {
        if let day = rules.take() { take(day) }
      } else if descriptor == own.descriptor {
        configure(own.refresh())
      } else {
        timer?.clear()
        turnDay()
      }
    }
  }

  private func handle(_ signal: Signal) {
    switch signal {
    case .resize: send([.resized(display.resized())])
    case .terminate, .hangup, .interrupt: exitStatus = 128 + signal.number
    case .stop: suspend()
    case .goOn:
      display.recover()
      send([.resized(display.size)] + runner.news())
      turnDay()
    }
  }

  /// Takes the user's settings as they are now. What the command line asks goes before them.
  private func configure(_ news: UserSettingsKeeper.News) {
    if let before = news.before {
      let options = asked.with(own.settings)
      if own.settings.theme != before.theme,
        let theme = options.theme.flatMap({ Appearance(rawValue: $0) })
      {
        display.wear(theme)
      }
      // What was switched by a key stays until the file says otherwise.
      if own.settings.usesMouse != before.usesMouse, state.usesMouse != options.usesMouse {
        state.usesMouse = options.usesMouse
        display.useMouse(options.usesMouse)
      }
      note(.settings(own.settings.json))
      send([
        .configured(
          Keymap.standard.with(own.settings.keys), options.isASCII ? .ascii : display.glyphs)
      ])
    }
    if let message = news.message { send([.message(message)]) }
  }

  private func suspend() {
    if let ending = display.stopProcess() {
      exitStatus = 128 + ending.number
    } else {
      send([.resized(display.size)] + runner.news())
      turnDay()
    }
  }

  func turnDay() {
    let now = session.settings.now
    let day = session.clock.day(now)
    if session.settings.frozen == nil {
      timer?.set(second: session.clock.nextMidnight(after: now))
    }
    state.zoneOffset = session.clock.offset(now)
    guard day != state.actor.today else { return }
    session.store.turn(to: day)
    send([.dayTurned(day)])
    askRules()
  }

  /// Lets the rules look at the day; where nothing can be written, to say what they would do.
  private func askRules() {
    guard session.settings.asOf == nil else { return }
    rules.start(runner.workspace, session.previewContext)
  }

  private func take(_ day: RuleDay) {
    guard runner.letsRulesWrite else {
      if let sentence = RuleNews(day.operations).sentence, state.message == nil {
        send([.message(Message(.plain, "not written, for this is read-only: \(sentence)"))])
      }
      return
    }
    if !day.operations.isEmpty { note(.rules) }
    send(runner.judge(day))
  }

  // MARK: Keys and actions

  private func take(_ keys: [Key]) {
    // Into a line a long run of letters goes as one: each by itself would be looked up.
    for key in state.layer == nil ? keys : KeyRuns.gathered(keys) where exitStatus == nil {
      let now = MonotonicClock.milliseconds
      let key = clicks.counted(key, at: now)
      guard !isLeftOut(key, at: now) else { continue }
      note(.key(key))
      display.hear(key)
      let before = (state.refusals, state.decisions)
      perform(Dashboard.key(key, &state, runner.workspace))
      if state.refusals > before.0 {
        ahead.begin(.refusal, at: now)
      } else if key == .enter, state.decisions > before.1 {
        ahead.begin(.decision, at: now)
      }
    }
  }

  /// Whether a key was typed behind a command that was refused or is done already, and meant for that.
  private func isLeftOut(_ key: Key, at now: Int) -> Bool {
    guard state.layer == nil else { return false }
    var isMove = false
    if case .move = state.keymap.binding(key, in: state.contexts)?.action { isMove = true }
    return ahead.leavesOut(key, isMove: isMove, at: now)
  }

  /// Takes down what is about to act. A log that cannot be gone on with is told once.
  private func note(_ event: KeyLogEvent) {
    guard let log else { return }
    log.note(event)
    guard !isLogFailureTold, let failure = log.failure else { return }
    isLogFailureTold = true
    send([.message(Message(.warning, failure))])
  }

  func send(_ actions: [Action]) {
    for action in actions {
      if case .resized(let size) = action { note(.size(size)) }
      perform(Dashboard.update(action, &state, runner.workspace))
    }
  }

  /// Milliseconds that leaving waits for what is kept for the next day.
  private static let longestKeeping = 200

  /// Keeps what is not on record: views, how lists are narrowed, an open form.
  private func keep(isLast: Bool = false) {
    guard let keepsakes else { return }
    var keepsake = Dashboard.keepsake(state, runner.workspace)
    // While a filter is being typed the one before it counts.
    if state.layer != nil, !isLast { keepsake.layouts = keepsakes.layouts }
    // Who is cut off has not looked at the end of it.
    if isLast && exitStatus == 0 && state.hasLookedBack || state.beginsToLook {
      keepsake.looked = runner.lastLook
    }
    keepsakes.keep(keepsake)
    if isLast { keepsakes.finish(within: Self.longestKeeping) }
  }

  private func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .quit: exitStatus = 0
      case .redraw: display.redraw()
      case .suspend: suspend()
      case .useMouse(let isOn): display.useMouse(isOn)
      case .copy(let text):
        display.send(ClipboardSequence.of(text, isInTmux: programs.isInTmux))
      case .pipe(let kind, let records, let program): pipe(kind, records, to: program)
      case .editText(let record, let field): edit(field, of: record)
      case .shell: runShell()
      default: send(runner.run(effect))
      }
    }
  }
}
