import ConcordCanvas
import ConcordDashboard
import ConcordModel

/// A picture of a screen without a terminal: `concord screenshot`. Nothing is written, whatever keys
/// are typed.
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
  /// Lines and marks in ASCII.
  public var isASCII = false

  /// A picture of a screen.
  public init(screen: String) { self.screen = screen }

  /// Writes it on standard output.
  public func write(_ common: CommonOptions) throws(CommandLineFailure) {
    let size = try parsedSize()
    let script = try KeyScript(keys)
    guard let place = ScreenCatalogue.place(screen) else {
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
    let canvas = picture(place, size, script, session, isReadOnly: common.isReadOnly)
    var output = StandardOutput.output
    let depth: ColourDepth = session.settings.isColourless ? .none : .trueColour
    switch format {
    case .text: for line in canvas.textLines() { try output.line(line) }
    case .ansi:
      let theme = Theme(appearance, depth: depth, paintsPage: self.theme != nil)
      try output.bytes(canvas.ansi(theme).utf8)
    case .html: try output.bytes(canvas.html(Theme(appearance, depth: depth)).utf8)
    }
    try output.flush()
  }

  private func picture(
    _ place: Int, _ size: Size, _ script: KeyScript, _ session: Session, isReadOnly: Bool
  ) -> Canvas {
    let workspace = session.workspace
    var state = DashboardState(
      size: size, actor: session.actor, isReadOnly: isReadOnly,
      glyphs: isASCII ? .ascii : .unicode)
    state.asOf = session.settings.asOf
    _ = Dashboard.update(.resized(size), &state, workspace)
    _ = Dashboard.update(.screen(place), &state, workspace)
    if let filter { _ = Dashboard.update(.setFilter(filter), &state, workspace) }
    for key in script.keys {
      // Effects reach for the store or the terminal; a picture has neither.
      _ = Dashboard.key(key, &state, workspace)
    }
    return Frame.canvas(state, workspace)
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
