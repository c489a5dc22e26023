import ConcordCanvas
import ConcordDashboard
import ConcordModel

/// A picture of a screen without a terminal: `concord screenshot`. Nothing is written into the store,
/// whatever keys are typed: what they change is changed in a copy that nobody keeps.
public struct Screenshot: Sendable {
  /// What the picture is made of.
  public enum Format: String, CaseIterable, Sendable {
    /// Characters only.
    case text
    /// With the escape sequences of ECMA-48, to be shown by a terminal.
    case ansi
    /// A page.
    case html
  }

  /// The screen in front.
  public var screen: String
  /// Columns and rows, as `120x40`.
  public var size = "120x40"
  /// What the picture is made of.
  public var format = Format.text
  /// Keys that are typed first.
  public var keys = ""
  /// A filter for the screen.
  public var filter: String?
  /// dark, light or high-contrast.
  public var theme: String?
  /// Lines to be read one after the other instead of a picture.
  public var isLinear = false
  /// Lines and marks in ASCII.
  public var isASCII = false

  /// A picture of a screen.
  public init(screen: String) { self.screen = screen }

  /// Writes it on standard output.
  public func write(_ common: CommonOptions) throws(CommandLineFailure) {
    let size = try parsedSize()
    let script = try KeyScript(keys)
    guard ScreenCatalogue.place(screen) != nil else {
      let known = ScreenCatalogue.screens.map { $0.row.name }
      throw CommandLineFailure(.usage, DashboardError.unknownScreen(screen, known: known).sentence)
    }
    let appearance: Appearance
    if let theme {
      guard let named = Appearance(rawValue: theme) else {
        let known = Appearance.allCases.map(\.rawValue)
        throw CommandLineFailure(.usage, DashboardError.unknownTheme(theme, known: known).sentence)
      }
      appearance = named
    } else {
      appearance = .dark
    }
    var reading = common
    reading.isReadOnly = true
    let session = try reading.session()
    if let filter { try DashboardStart.check(filter, session) }
    let shown = try rehearsed(isLinear ? LinearScreen.size : size, script, session, common)
    var output = StandardOutput.output
    let depth: ColourDepth = session.settings.isColourless ? .none : .trueColour
    if isLinear {
      for line in LinearScreen(shown.state, shown.workspace).lines {
        try output.line(isASCII ? TextMeasure.folded(line) : line)
      }
      return try output.flush()
    }
    let canvas = shown.canvas
    switch format {
    case .text: for line in canvas.textLines() { try output.line(line) }
    case .ansi:
      let theme = Theme(appearance, depth: depth, paintsPage: self.theme != nil)
      try output.bytes(canvas.ansi(theme).utf8)
    case .html: try output.bytes(canvas.html(Theme(appearance, depth: depth)).utf8)
    }
    try output.flush()
  }

  private func rehearsed(
    _ size: Size, _ script: KeyScript, _ session: Session, _ common: CommonOptions
  ) throws(CommandLineFailure) -> Rehearsal {
    // Without --readonly it looks as the dashboard would, though this process reads only.
    let isReadOnly = common.isReadOnly || common.asOf != nil
    let looking = typed(
      script,
      Rehearsal(
        session, options, UserSettings(), size: size, mayWrite: false,
        isReadOnly: isReadOnly ? nil : false))
    guard looking.wantedToWrite else { return looking }
    let copy = try PrivateCopy(of: session.settings.store)
    defer { copy.remove() }
    var settings = session.settings
    settings.store = copy.store
    settings.isReadOnly = false
    return typed(
      script,
      Rehearsal(
        try copy.session(settings), options, UserSettings(), size: size, mayWrite: true))
  }

  private func typed(_ script: KeyScript, _ rehearsal: Rehearsal) -> Rehearsal {
    var rehearsal = rehearsal
    for key in script.keys { rehearsal.take(.key(key)) }
    return rehearsal
  }

  private var options: DashboardProgram.Options {
    var options = DashboardProgram.Options()
    options.screen = screen
    options.filter = filter
    options.isASCII = isASCII
    return options
  }

  private func parsedSize() throws(CommandLineFailure) -> Size {
    let parts = size.lowercased().split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, let width = Int(parts[0]), let height = Int(parts[1]),
      (1...1000).contains(width), (1...1000).contains(height)
    else {
      throw CommandLineFailure(
        .usage, "--size is “\(Text.visible(size))”: expected columns x rows, such as 120x40")
    }
    return Size(width: width, height: height)
  }
}
