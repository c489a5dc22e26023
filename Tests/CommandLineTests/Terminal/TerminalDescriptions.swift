import Foundation
import Testing

/// Terminal descriptions that not every system has, after those of ncurses' `ncurses-term`.
enum TerminalDescriptions {
  private static let source = #"""
    xterm-direct|xterm with direct colours,
      RGB, ccc@, initc@, colors#0x1000000, pairs#0x7FFF,
      op=\E[39;49m,
      setab=\E[%?%p1%{8}%<%t4%p1%d%e48:2::%p1%{65536}%/%d:%p1%{256}%/%{255}%&%d:%p1%{255}%&%d%;m,
      setaf=\E[%?%p1%{8}%<%t3%p1%d%e38:2::%p1%{65536}%/%d:%p1%{256}%/%{255}%&%d:%p1%{255}%&%d%;m,
      use=xterm-256color,
    xterm-16color|xterm with 16 colours,
      ccc@, initc@, colors#16, pairs#256,
      setab=\E[%?%p1%{8}%<%t%p1%{40}%+%e%p1%{92}%+%;%dm,
      setaf=\E[%?%p1%{8}%<%t%p1%{30}%+%e%p1%{82}%+%;%dm,
      use=xterm,
    """#

  /// Puts them where the program's user keeps descriptions of his own.
  static func install(_ program: Program) throws {
    let file = program.path("descriptions.ti")
    let lines = source.replacingOccurrences(of: "\n  ", with: "\n\t")
    try Data((lines + "\n").utf8).write(to: URL(fileURLWithPath: file))
    let run = try program.shell("tic -x -o $HOME/.terminfo \(file)")
    try #require(run.status == 0, "\(run.words)")
  }
}
