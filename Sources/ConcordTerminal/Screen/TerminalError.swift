/// Why the dashboard cannot run on this terminal.
package enum TerminalError: Error, Hashable, Sendable {
  /// The standard stream of this name (`input`, `output`) is not a terminal.
  case notATerminal(stream: String)
  /// `TERM` is not set.
  case noType
  /// The terminal database has no entry of this name.
  case unknownType(String)
  /// The terminal of this name cannot do what a full screen needs; `capability` in terminfo's words.
  case incapable(String, capability: String)
  /// A call to the system failed with this `errno`.
  case system(call: String, code: Int32)
}

extension TerminalError: CustomStringConvertible {
  /// What is wrong, and a way out.
  package var description: String {
    switch self {
    case .notATerminal(let stream):
      "standard \(stream) is not a terminal, and the dashboard needs one; "
        + "`concord list` and `concord screenshot` work in pipes and files"
    case .noType:
      "TERM is not set, so the terminal's abilities are unknown; "
        + "set it to the terminal's name, as in TERM=xterm-256color, or use "
        + "`concord open --linear`, which only writes lines"
    case .unknownType(let name):
      "this system has no description of the terminal \(name); "
        + "set TERM to one it knows, as in TERM=xterm-256color, or use `concord open --linear`, "
        + "which only writes lines"
    case .incapable(let name, let capability):
      "the terminal \(name) cannot place its cursor (terminfo's \(capability)); "
        + "set TERM to its real name, or use `concord open --linear`, which only writes lines, or "
        + "`concord list`"
    case .system(let call, let code):
      "the terminal does not answer (\(call) failed with error \(code)); try another terminal"
    }
  }
}
