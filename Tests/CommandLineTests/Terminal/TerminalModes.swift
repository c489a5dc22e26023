import Foundation
import Testing

/// What a program may have switched in the terminal, and must switch back.
struct TerminalModes: Hashable, CustomStringConvertible {
  let description: String

  /// What a terminal is like that no program has touched, or that was left as it was found.
  static let untouched = TerminalModes(
    description: "alternate 0 cursor 1 mouse 0 sgr 0 keypad 0 arrows 0 dead 0")

  /// What it is like while the dashboard has it.
  static let dashboard = TerminalModes(
    description: "alternate 1 cursor 0 mouse 1 sgr 1 keypad 1 arrows 1 dead 0")
}

extension TmuxTerminal {
  /// The modes as they are now.
  var modes: TerminalModes {
    let format =
      "alternate #{alternate_on} cursor #{cursor_flag} mouse #{mouse_any_flag} "
      + "sgr #{mouse_sgr_flag} keypad #{keypad_flag} arrows #{keypad_cursor_flag} "
      + "dead #{pane_dead}"
    let text = (try? tmux("display", "-p", format)) ?? ""
    return TerminalModes(description: text.trimmingCharacters(in: .newlines))
  }

  /// Gives the shell a line that says where it is, so that the screen before can be known again, and
  /// keeps what `stty` says.
  func mark() throws {
    // The shell's own wish for bracketed paste would hide who else has left it on.
    try type("bind 'set enable-bracketed-paste off'; ulimit -c 0; clear; stty -a > before")
    try press("Enter")
    try type("echo here-$((40+2))")
    try press("Enter")
    try expect("here-42")
  }

  /// Starts the program in the foreground of the shell; its process id stands in the file `pid`.
  func start(_ arguments: String = "", _ variables: String = "") throws {
    try type(
      "\(variables) sh -c 'echo $$ > pid; exec ./concord \(arguments)'; echo left-$?-$((40+1))")
    try press("Enter")
  }

  /// Pastes as a terminal does for its user: bracketed where the program has asked for it.
  func paste(_ text: String) throws {
    try tmux("set-buffer", "-b", "pasted", text)
    try tmux("paste-buffer", "-p", "-d", "-b", "pasted")
  }

  /// Holds the terminal against what ``mark()`` has seen: settings of the line, modes, and the screen
  /// that was there before.
  func expectAsBefore(
    _ modes: TerminalModes = .untouched, location: SourceLocation = #_sourceLocation
  ) throws {
    try expect("here-42", location: location)
    #expect(self.modes == modes, sourceLocation: location)
    try type("stty -a > after; cmp before after && echo same-$((2))terminal")
    try press("Enter")
    try expect("same-2terminal", location: location)
    // A paste arrives as it is where nobody has left its brackets on; `cat -v` makes them visible.
    try type("clear; echo ready-$((40+4)); cat -v")
    try press("Enter")
    try expect("ready-44", location: location)
    try paste("pa-sted")
    try press("Enter")
    try expect("pa-sted twice", location: location) {
      screen.components(separatedBy: "pa-sted").count > 2
    }
    #expect(!screen.contains("[200~"), "\(screen)", sourceLocation: location)
    try press("C-d")
  }
}
