import CNcurses
import CPlatform
import ConcordCanvas
import Glibc

/// The terminal that standard input and output are connected to, while the dashboard has it.
///
/// There is one, and only the thread that started it may use it. From ``start(_:)`` to ``stop()``
/// faults, `exit` and `fatalError` restore it, and standard error is kept until then.
package final class Terminal {
  /// What is asked of the terminal.
  package struct Options: Hashable, Sendable {
    /// Which palette.
    package var appearance: Appearance
    /// Whether the page behind everything has the palette's colour, as when its user has chosen the
    /// palette; if not, the terminal keeps its own.
    package var paintsPage: Bool
    /// Whether the terminal is asked if its own page is light or dark, and gets the palette for it.
    package var asksPage: Bool
    /// The most colours to use, as when the user asks for none; nil for all the terminal has.
    package var depth: ColourDepth?
    /// Whether the mouse reports to the dashboard; if not, the terminal selects text with it.
    package var usesMouse: Bool

    /// Options.
    package init(
      appearance: Appearance = .dark, paintsPage: Bool = false, asksPage: Bool = false,
      depth: ColourDepth? = nil, usesMouse: Bool = true
    ) {
      self.appearance = appearance
      self.paintsPage = paintsPage
      self.asksPage = asksPage
      self.depth = depth
      self.usesMouse = usesMouse
    }
  }

  /// Columns and rows, as of the start or the last ``resized()``.
  package private(set) var size: Size
  /// The theme that is drawn with.
  package private(set) var theme: Theme
  /// The signs that the locale can show.
  package let glyphs: GlyphSet
  /// What the terminal's own keys send, for ``KeyDecoder``.
  package let keySequences: [([UInt8], Key)]
  /// The descriptor to wait for input on.
  package let inputDescriptor: Int32 = STDIN_FILENO
  /// The descriptor that becomes readable when a signal has come, for ``Poller``.
  package let signalDescriptor: Int32

  private enum State { case drawing, suspended, stopped }

  private let handle: OpaquePointer
  private let colours: Int
  private var state = State.drawing
  private var usesMouse: Bool
  private var paintBox: PaintBox
  private var writer: RowWriter
  private var shown: Canvas?
  private var showsCursor: Bool?
  private var question: PageQuestion?

  private init(
    handle: OpaquePointer, signals: Int32, isUTF8: Bool, colours: Int, options: Options
  ) {
    self.handle = handle
    signalDescriptor = signals
    glyphs = isUTF8 ? .unicode : .ascii
    keySequences = Capabilities().keys
    self.colours = colours
    usesMouse = options.usesMouse
    let depth = ColourDepth(count: colours)
    theme = Theme(
      options.appearance, depth: min(depth, options.depth ?? depth),
      paintsPage: options.paintsPage)
    paintBox = PaintBox(theme: theme)
    writer = RowWriter(isUTF8: isUTF8)
    size = Self.windowSize()
  }

  /// Takes the terminal: alternate screen, every key as bytes, mouse and bracketed paste.
  /// - Throws: ``TerminalError``; then the terminal is as it was.
  package static func start(_ options: Options) throws(TerminalError) -> Terminal {
    let name = try checkedName()
    let isUTF8 = cp_use_locale() != 0
    use_env(false)
    use_tioctl(true)
    let restore = restoreSequence()
    guard cp_guard_prepare(STDOUT_FILENO, restore, restore.count) == 0 else {
      throw .system(call: "tcgetattr", code: errno)
    }
    // Before curses, which leaves alone the signals that have a handler.
    let signals = cp_signals_start()
    guard signals >= 0 else {
      cp_guard_remove()
      throw .system(call: "pipe2", code: errno)
    }
    cp_guard_arm()
    guard let handle = newterm(name, cp_stdout(), cp_stdin()) else {
      cp_guard_disarm()
      cp_guard_remove()
      cp_signals_stop()
      throw .unknownType(name)
    }
    let colours = startColours()
    let terminal = Terminal(
      handle: handle, signals: signals, isUTF8: isUTF8, colours: colours, options: options)
    terminal.prepareScreen()
    if options.asksPage { terminal.askPage() }
    return terminal
  }

  /// The terminal's name, where a full screen can be had of it.
  static func checkedName() throws(TerminalError) -> String {
    guard isatty(STDIN_FILENO) == 1 else { throw .notATerminal(stream: "input") }
    guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal(stream: "output") }
    guard let name = getenv("TERM").map({ String(cString: $0) }), !name.isEmpty else {
      throw .noType
    }
    // Asked first because newterm only says that something failed.
    var status: Int32 = 0
    guard setupterm(name, STDOUT_FILENO, &status) == OK else { throw .unknownType(name) }
    guard Capabilities().string("cup") != nil, Capabilities().string("clear") != nil else {
      throw .incapable(name, capability: "cup")
    }
    return name
  }

  /// Shows a canvas. Curses sends what differs from what is on the screen.
  package func present(_ canvas: Canvas) {
    guard state == .drawing, let window = cp_curses_screen() else { return }
    if shown == nil {
      clearok(window, true)
      werase(window)
    }
    let height = min(canvas.height, size.height)
    let isComparable = shown?.size == canvas.size
    for y in 0..<height {
      if isComparable, let shown, shown.row(y) == canvas.row(y) { continue }
      writer.write(canvas.row(y).prefix(size.width), y: y, to: window, with: &paintBox)
    }
    place(canvas.cursor, in: window)
    wnoutrefresh(window)
    doupdate()
    shown = canvas
  }

  /// Draws everything anew at the next ``present(_:)``, as when other output has spoiled the screen.
  package func redraw() { shown = nil }

  /// Takes note of a new window size, as after ``Signal/resize``.
  package func resized() -> Size {
    size = Self.windowSize()
    resizeterm(Int32(size.height), Int32(size.width))
    redraw()
    return size
  }

  /// Changes the palette.
  package func use(_ appearance: Appearance) {
    theme = Theme(appearance, depth: theme.depth, paintsPage: theme.paintsPage)
    paintBox = PaintBox(theme: theme)
    redraw()
  }

  /// Switches the mouse on or off.
  package func useMouse(_ isOn: Bool) {
    usesMouse = isOn
    if state == .drawing { Self.write(isOn ? Self.mouseOn : Self.mouseOff) }
  }

  /// The bytes that have been typed; empty when none are there, nil when the terminal is gone.
  package func read() -> [UInt8]? {
    var status = pollfd(fd: inputDescriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&status, 1, 0) > 0 else { return [] }
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, initialized in
      count = Glibc.read(inputDescriptor, buffer.baseAddress, buffer.count)
      initialized = max(0, count)
    }
    if count > 0 {
      #if DEBUG
        FaultRehearsal.begin(typed: bytes)
      #endif
      return answered(bytes)
    }
    return count < 0 && (errno == EINTR || errno == EAGAIN) ? [] : nil
  }

  /// Sends a control sequence that draws nothing, as for the clipboard (OSC 52).
  package func send(_ sequence: String) {
    if state == .drawing { Self.write(sequence) }
  }

  /// Lends the terminal, as it was before, to a program that runs in it.
  package func suspend() {
    guard state == .drawing else { return }
    awaitAnswer()
    state = .suspended
    Self.write(Self.mouseOff + Self.pasteOff)
    endwin()
    cp_guard_disarm()
  }

  /// Takes the terminal back.
  package func resume() {
    guard state == .suspended else { return }
    state = .drawing
    cp_guard_arm()
    reset_prog_mode()
    _ = resized()
    prepareScreen()
  }

  /// Lends the terminal to another program for as long as `body` takes.
  package func lend<Result>(_ body: () -> Result) -> Result {
    suspend()
    defer { resume() }
    return body()
  }

  /// Sets the terminal up again after the process was stopped and continued from outside.
  package func recover() {
    guard state == .drawing else { return }
    suspend()
    resume()
  }

  /// Stops the process as ^Z does, and goes on when it is in the foreground again.
  /// - Returns: the signal that asks the process to end instead; the terminal then stays suspended.
  package func stopProcess() -> Signal? {
    suspend()
    if let ending = Signal(number: cp_stop_self(inputDescriptor)) { return ending }
    resume()
    return nil
  }

  /// Gives the terminal back for good, as it was before.
  package func stop() {
    guard state != .stopped else { return }
    suspend()
    state = .stopped
    delscreen(handle)
    cp_guard_remove()
    cp_signals_stop()
  }
}

// MARK: The terminal's own page

extension Terminal {
  /// Milliseconds that an answer is waited for before the terminal is given back: whoever has it
  /// then would take the answer for keys.
  private static let patience = 100

  private func askPage() {
    let capabilities = Capabilities()
    // The consoles without a second screen know no such question either.
    guard theme.depth != .none, capabilities.has("smcup"),
      capabilities.string("u7") == TerminalProbe.question
    else { return }
    question = PageQuestion()
    Self.write(PageQuestion.text)
  }

  // What was typed, without what the terminal has answered.
  private func answered(_ bytes: [UInt8]) -> [UInt8] {
    guard var asked = question else { return bytes }
    let typed = asked.typed(bytes)
    question = asked.isOver ? nil : asked
    if let appearance = asked.page.map(Appearance.init(page:)), appearance != theme.appearance {
      use(appearance)
    }
    return typed
  }

  private func awaitAnswer() {
    let end = ContinuousClock.now + .milliseconds(Self.patience)
    let poller = Poller(input: inputDescriptor)
    while question != nil {
      let left = ContinuousClock.now.duration(to: end) / .milliseconds(1)
      guard left >= 1, poller.wait(milliseconds: Int(left)) == [.input], read() != nil else {
        break
      }
    }
    question = nil
  }
}

// MARK: Parts

extension Terminal {
  private static let mouseOn = "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h"
  private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l"
  private static let pasteOn = "\u{1B}[?2004h"
  private static let pasteOff = "\u{1B}[?2004l"

  // What a fault handler writes, since it cannot ask curses.
  private static func restoreSequence() -> [UInt8] {
    let capabilities = Capabilities()
    let own = capabilities.strings(["sgr0", "op", "rmkx", "cnorm", "rmcup"])
    // Where what was there before does not come back, words begin below what was drawn; a row that
    // is too far down is the last.
    let isCSI = capabilities.string("cup")?.starts(with: [0x1B, UInt8(ascii: "[")]) ?? false
    let below = capabilities.has("rmcup") || !isCSI ? "" : "\u{1B}[999;1H"
    return Array((mouseOff + pasteOff).utf8) + own + Array((below + "\r\n").utf8)
  }

  // The number of colours that curses can use, with the terminal's own as well.
  private static func startColours() -> Int {
    guard has_colors(), start_color() == OK, use_default_colors() == OK else { return 0 }
    return Int(cp_curses_colours())
  }

  static func windowSize() -> Size {
    var window = winsize()
    let status = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window)
    // A terminal on a serial line tells no size.
    guard status == 0, window.ws_col > 0, window.ws_row > 0 else {
      return Size(width: 80, height: 24)
    }
    return Size(width: Int(window.ws_col), height: Int(window.ws_row))
  }

  private static func write(_ sequence: String) {
    WholeWrite.write(Array(sequence.utf8), to: STDOUT_FILENO)
  }

  private func prepareScreen() {
    raw()
    noecho()
    nonl()
    keypad(cp_curses_screen(), true)
    showsCursor = nil
    redraw()
    Self.write(Self.pasteOn + (usesMouse ? Self.mouseOn : ""))
  }

  private func place(_ cursor: Cursor?, in window: UnsafeMutablePointer<WINDOW>) {
    let isVisible = cursor?.isVisible ?? false
    if let cursor, cursor.position.x >= 0, cursor.position.y >= 0 {
      wmove(
        window, Int32(min(cursor.position.y, size.height - 1)),
        Int32(min(cursor.position.x, size.width - 1)))
    }
    if showsCursor != isVisible {
      curs_set(isVisible ? 1 : 0)
      showsCursor = isVisible
    }
  }
}
