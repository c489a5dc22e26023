import ConcordCanvas
import ConcordDashboard
import ConcordModel
import ConcordTerminal

/// The dashboard as lines: the whole screen first and at ^L, then what each key has changed.
package final class LineDisplay: Display {
  private let terminal: LineTerminal
  private var speech = LinearSpeech()
  /// Whether letters stand on the last line, so that another line begins anew.
  private var isInLine = false

  package init(_ terminal: LineTerminal) { self.terminal = terminal }

  /// Not the window's: lines are as long as they are.
  package var size: Size { LinearScreen.size }
  package var glyphs: GlyphSet { .unicode }
  package var keySequences: [([UInt8], Key)] { [] }
  package var inputDescriptor: Int32 { terminal.inputDescriptor }
  package var signalDescriptor: Int32 { terminal.signalDescriptor }

  package func show(_ state: DashboardState, _ workspace: Workspace) {
    var text = ""
    for piece in speech.next(LinearScreen(state, workspace)) {
      switch piece {
      case .line(let line):
        // The prompt's line stays open for what is typed into it.
        text += (isInLine ? "\n" : "") + Text.visible(line)
        isInLine = true
      case .echo(let letters): text += Text.visible(letters)
      }
    }
    // Where nothing is being typed the line ends, so that a reader reads it at once.
    if state.layer == nil, isInLine, !text.isEmpty {
      text += "\n"
      isInLine = false
    }
    guard !text.isEmpty else { return }
    let isASCII = !terminal.isUTF8 || state.glyphs.isASCII
    terminal.write(isASCII ? TextMeasure.folded(text) : text)
  }

  package func hear(_ key: Key) {
    if case .focus = key { return }
    speech.hearKey()
  }

  package func redraw() { speech.askForAll() }
  package func read() -> [UInt8]? { terminal.read() }
  package func resized() -> Size { size }
  package func wear(_ appearance: Appearance) {}
  package func useMouse(_ isOn: Bool) {}

  package func send(_ sequence: String) { terminal.send(sequence) }

  package func lend<Result>(_ body: () -> Result) -> Result {
    endLine()
    defer { speech.askForAll() }
    return terminal.lend(body)
  }

  package func recover() {
    terminal.recover()
    endLine()
    speech.askForAll()
  }

  package func stopProcess() -> Signal? {
    endLine()
    speech.askForAll()
    return terminal.stopProcess()
  }

  package func stop() {
    endLine()
    terminal.stop()
  }

  private func endLine() {
    if isInLine { terminal.write("\n") }
    isInLine = false
  }
}
