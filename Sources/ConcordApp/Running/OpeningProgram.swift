import ConcordCanvas
import ConcordDashboard
import ConcordModel
import ConcordTerminal

/// The terminal while a worker opens the store: what is known so far, and keys that leave.
final class OpeningProgram {
  /// How it ended.
  enum Outcome {
    /// The store is open, or cannot be opened.
    case over
    /// Its user has left, or the terminal has: the exit status.
    case left(Int32)
  }

  private let opening: SessionOpening
  private let terminal: Terminal
  private var state: DashboardState
  private var decoder: KeyDecoder
  private var escape = EscapeWait()
  private var poller: Poller
  private var outcome: Outcome?

  init(_ opening: SessionOpening, _ terminal: Terminal, _ options: DashboardProgram.Options) {
    self.opening = opening
    self.terminal = terminal
    let settings = opening.settings
    state = DashboardState(
      size: terminal.size,
      actor: Actor(
        person: nil, author: settings.author, today: opening.clock.day(settings.now)),
      isReadOnly: settings.isReadOnly, glyphs: options.isASCII ? .ascii : terminal.glyphs)
    state.asOf = settings.asOf
    state.front = options.screen.flatMap { ScreenCatalogue.place($0) } ?? 0
    decoder = KeyDecoder(extra: terminal.keySequences)
    poller = Poller(input: terminal.inputDescriptor, signals: terminal.signalDescriptor)
    poller.watch(opening.descriptor)
  }

  /// Draws and takes keys until the store is open.
  func run() -> Outcome {
    while true {
      if let outcome { return outcome }
      if opening.isOver { return .over }
      terminal.present(OpeningFrame.canvas(state, opening.office, opening.progress))
      let events = poller.wait(milliseconds: escape.milliseconds(decoder))
      for event in events where outcome == nil { handle(event) }
      if escape.isOver(decoder) { take(decoder.timeout()) }
    }
  }

  private func handle(_ event: PollEvent) {
    switch event {
    case .input:
      guard let bytes = terminal.read() else { return leave(for: .hangup) }
      take(decoder.feed(bytes))
      escape.begin()
    case .hangup: leave(for: .hangup)
    case .ready: opening.clear()
    case .signal(let signal):
      switch signal {
      case .resize: state.size = terminal.resized()
      case .terminate, .hangup, .interrupt: leave(for: signal)
      case .stop: suspend()
      case .goOn:
        terminal.recover()
        state.size = terminal.size
      }
    }
  }

  private func leave(for signal: Signal) { outcome = .left(128 + signal.number) }

  private func suspend() {
    if let ending = terminal.stopProcess() { leave(for: ending) }
    state.size = terminal.size
  }

  private func take(_ keys: [Key]) {
    for key in keys where outcome == nil {
      for effect in Dashboard.keyWhileOpening(key, &state) {
        switch effect {
        case .quit: outcome = .left(0)
        case .redraw: terminal.redraw()
        case .suspend: suspend()
        default: break
        }
      }
    }
  }
}
