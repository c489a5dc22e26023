import ConcordCanvas
import ConcordDashboard
import ConcordModel
import ConcordTerminal

/// What shows the dashboard and gives it keys: a whole screen, or lines one after the other.
package protocol Display: AnyObject {
  /// Columns and rows of the picture.
  var size: Size { get }
  var glyphs: GlyphSet { get }
  /// What the terminal's own keys send, for `KeyDecoder`.
  var keySequences: [([UInt8], Key)] { get }
  var inputDescriptor: Int32 { get }
  var signalDescriptor: Int32 { get }

  /// Shows a state.
  func show(_ state: DashboardState, _ workspace: Workspace)

  /// A key has come, and is about to act.
  func hear(_ key: Key)

  /// Shows everything anew the next time.
  func redraw()

  /// The bytes that have been typed; nil when the terminal is gone.
  func read() -> [UInt8]?

  /// Takes note of a new window size.
  func resized() -> Size

  /// Changes the palette, where it is another.
  func wear(_ appearance: Appearance)

  /// Switches the mouse on or off.
  func useMouse(_ isOn: Bool)

  /// Sends a control sequence that draws nothing, as for the clipboard.
  func send(_ sequence: String)

  /// Lends the terminal to what runs another program in it.
  func lend<Result>(_ body: () -> Result) -> Result

  /// Sets the terminal up again after the process was stopped from outside.
  func recover()

  /// Stops the process as ^Z does; the signal that asks it to end instead.
  func stopProcess() -> Signal?

  /// Gives the terminal back for good.
  func stop()
}

extension Terminal: Display {
  package func show(_ state: DashboardState, _ workspace: Workspace) {
    present(Frame.canvas(state, workspace))
  }

  package func hear(_ key: Key) {}

  package func wear(_ appearance: Appearance) {
    if appearance != theme.appearance { use(appearance) }
  }
}
