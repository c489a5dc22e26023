import Foundation
import Testing

/// The file of settings while the dashboard is open on a real terminal.
@Suite(.enabled(if: TmuxTerminal.isInstalled, "tmux is not installed")) struct LiveSettingsTests {
  private func office() throws -> Program {
    let program = try Program()
    try program.office()
    try program.county()
    program.environment["F"] = program.path(".config/concord/config.json")
    return program
  }

  private func open(_ program: Program) throws -> TmuxTerminal {
    let terminal = try TmuxTerminal(program, width: 100, height: 30)
    try terminal.type("./concord; echo left-$((40+1))")
    try terminal.press("Enter")
    try terminal.expect("Heron Bay County")
    return terminal
  }

  @Test("the file is read anew when it is made, put in place by an editor, broken, and taken away")
  func liveReload() throws {
    let program = try office()
    let terminal = try open(program)
    // Not even the folder of all settings is there.
    try program.shell("mkdir .config; mkdir .config/concord")
    try program.shell(#"echo '{"keys": {"always": {"ctrl-t": "help"}}}' > $F"#)
    try terminal.expect("config.json read anew")
    try terminal.press("C-t")
    try terminal.expect("j k scroll")
    try terminal.press("Escape")
    try terminal.expect("help gone") { !terminal.screen.contains("j k scroll") }
    // As editors do it.
    try program.shell(#"echo '{"keys": {"always": {"T": "palette"}}}' > $F.new; mv $F.new $F"#)
    try terminal.expect("config.json read anew")
    try terminal.type("T")
    try terminal.expect("Go to or do")
    try terminal.press("Escape")
    try terminal.expect("the palette gone") { !terminal.screen.contains("Go to or do") }
    try program.shell(#"printf '{"keys": {\n "always": {"T": "palete", "K": "help"}}}' > $F"#)
    try terminal.expect(
      "config.json, line 2, column 18: no action is called “palete”: do you mean palette?")
    // The rest of it holds.
    try terminal.type("K")
    try terminal.expect("j k scroll")
    try terminal.press("Escape")
    try terminal.expect("help gone") { !terminal.screen.contains("j k scroll") }
    // Half of a file, as it is while it is written: what held goes on to hold.
    try program.shell(#"printf '{"keys": {"always": {"B": "he' > $F"#)
    try terminal.expect("config.json, line 1")
    try terminal.type("K")
    try terminal.expect("j k scroll")
    try terminal.press("Escape")
    try terminal.expect("help gone") { !terminal.screen.contains("j k scroll") }
    try program.shell("rm $F")
    try terminal.expect("config.json is gone: the usual keys hold")
    try terminal.type("K")
    try terminal.expect("K does nothing here")
    try terminal.type("Q")
    try terminal.expect("left-41")
  }

  @Test(
    "a link to a file elsewhere is followed, and a fault is told at the start, and stops nothing")
  func link() throws {
    let program = try office()
    try program.shell(
      #"mkdir -p .config/concord dotfiles; echo '{"theme": "lihgt"}' > dotfiles/c.json"#
        + "; ln -s ../../dotfiles/c.json $F")
    let terminal = try open(program)
    try terminal.expect("config.json, line 1, column 11: there is no theme “lihgt”")
    try program.shell(#"echo '{"ascii": true, "mouse": false}' > dotfiles/c.json"#)
    try terminal.expect("config.json read anew")
    try terminal.expect("+- Partners")
    try terminal.type("Q")
    try terminal.expect("left-41")
  }

  @Test("without a file nothing is said, and without a home nothing is missed")
  func nothing() throws {
    let program = try office()
    program.environment["HOME"] = nil
    let terminal = try open(program)
    #expect(!terminal.screen.contains("config.json"))
    try terminal.type("Q")
    try terminal.expect("left-41")
  }
}
