import CNcurses
import CPlatform
import ConcordCanvas
import Glibc

/// The terminal that standard input and output are connected to, while the dashboard has it.
///
/// From ``start(_:)`` to ``stop()`` faults, `exit` and `fatalError` restore it, and standard error is
/// kept until then.
package final class Terminal: HeldTerminal {
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

  private let handle: OpaquePointer
  private let colours: Int
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
    super.init(signals: signals)
  }

  /// Takes the terminal: alternate screen, every key as bytes, mouse and bracketed paste.
  /// - Throws: ``TerminalError``; then the terminal is as it was.
  package static func start(_ options: Options) throws(TerminalError) -> Terminal {
    let name = try checkedName()
    let isUTF8 = cp_use_locale() != 0
    use_env(false)
    use_tioctl(true)
    // Before curses, which leaves alone the signals that have a handler.
    let signals = try begin(restore: restoreSequence())
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
    try checkStreams()
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
    guard isHeld, let window = cp_curses_screen() else { return }
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
    if isHeld { Self.put(isOn ? Self.mouseOn : Self.mouseOff) }
  }

  /// The bytes that have been typed; empty when none are there, nil when the terminal is gone.
  package func read() -> [UInt8]? {
    guard let bytes = readBytes() else { return nil }
    guard !bytes.isEmpty else { return [] }
    #if DEBUG
      FaultRehearsal.begin(typed: bytes)
    #endif
    return answered(bytes)
  }

  /// Sends a control sequence that draws nothing, as for the clipboard (OSC 52).
  package func send(_ sequence: String) {
    if isHeld { Self.put(sequence) }
  }

  override func restore() {
    awaitAnswer()
    Self.put(Self.mouseOff + Self.pasteOff)
    endwin()
  }

  override func takeBack() {
    reset_prog_mode()
    _ = resized()
    prepareScreen()
  }

  override func release() { delscreen(handle) }
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
    Self.put(PageQuestion.text)
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

  private func prepareScreen() {
    raw()
    noecho()
    nonl()
    keypad(cp_curses_screen(), true)
    showsCursor = nil
    redraw()
    Self.put(Self.pasteOn + (usesMouse ? Self.mouseOn : ""))
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
