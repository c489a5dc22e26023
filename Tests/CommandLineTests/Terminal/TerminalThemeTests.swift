import Foundation
import Testing

/// A theme that was asked for by name can be read whatever the terminal's own colours are.
@Suite(.enabled(if: TmuxTerminal.isInstalled, "tmux is not installed"))
struct TerminalThemeTests {
  /// How the cells of a screen are coloured.
  private struct Colouring {
    /// Cells whose ground, or the text on it, is the terminal's own.
    var own = 0
    /// Cells that have both from the theme.
    var themed = 0
    /// Grounds, as the numbers of their sequences.
    var grounds = Set<String>()
  }

  /// - Parameter page: the terminal's own page, that it tells when it is asked.
  private func colouring(
    _ variables: String, _ options: String, page: String? = nil
  ) throws -> Colouring {
    let program = try Program()
    try program.office()
    try program.county()
    try TerminalDescriptions.install(program)
    let terminal = try TmuxTerminal(program, width: 80, height: 24)
    if let page { try terminal.tmux("set", "-g", "window-style", "bg=\(page)") }
    try terminal.mark()
    try terminal.start("open \(options)", variables)
    try terminal.expect("Heron Bay County")
    try terminal.expect("? help")
    if page == "#ffffff" {
      try terminal.expect("a light bar") {
        (try? terminal.tmux("capture-pane", "-p", "-e").contains("48;5;254")) ?? false
      }
    }
    let colouring = Self.colouring(try terminal.tmux("capture-pane", "-p", "-e", "-N"))
    try terminal.type("Q")
    try terminal.expect("left-0-41")
    // Where there is but one screen, nothing of its colours stays on it.
    try terminal.type("clear; echo here-$((40+2))")
    try terminal.press("Enter")
    try terminal.expect("here-42")
    let left = Self.colouring(try terminal.tmux("capture-pane", "-p", "-e"))
    #expect(left.grounds.isEmpty, "\(left.grounds)")
    try terminal.expectAsBefore()
    return colouring
  }

  // Reads text with sequences as tmux writes them: each tells what changes.
  private static func colouring(_ text: String) -> Colouring {
    var colouring = Colouring()
    var (front, back): (String?, String?)
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\u{1B}" else {
        if scalar == "\n" { continue }
        let isOwn = back == nil || (front == nil && scalar != " ")
        if isOwn { colouring.own += 1 } else { colouring.themed += 1 }
        if let back { colouring.grounds.insert(back) }
        continue
      }
      let sequence = rest.prefix { $0 != "m" }
      rest = rest.dropFirst(sequence.count + 1)
      var numbers = String(String.UnicodeScalarView(sequence.dropFirst()))
        .split(whereSeparator: { ";:".contains($0) }).compactMap { Int($0) }[...]
      while let number = numbers.popFirst() {
        switch number {
        case 0: (front, back) = (nil, nil)
        case 38, 48:
          let count = numbers.first == 5 ? 2 : 4
          let colour = numbers.prefix(count).map(String.init).joined(separator: ";")
          numbers = numbers.dropFirst(count)
          if number == 38 { front = colour } else { back = colour }
        case 30...37, 90...97: front = "\(number)"
        case 40...47, 100...107: back = "\(number)"
        case 39: front = nil
        case 49: back = nil
        default: break
        }
      }
    }
    return colouring
  }

  @Test(
    "its own text on its own ground in every cell",
    arguments: [
      ("xterm-256color", "light", "5;231"), ("xterm-256color", "dark", "5;233"),
      ("xterm-256color", "high-contrast", "5;16"), ("xterm-direct", "light", "2;252;252;252"),
      ("xterm-16color", "light", "107"), ("linux", "light", "47"), ("linux", "dark", "40"),
    ])
  func painted(terminal: String, theme: String, ground: String) throws {
    let found = try colouring("TERM=\(terminal)", "--theme \(theme)")
    // tmux leaves out what was cleared in the ground's colour at the ends of rows.
    #expect(found.own == 0, "\(found)")
    #expect(found.themed > 79 * 22, "\(found)")
    #expect(found.grounds.contains(ground), "\(found.grounds)")
  }

  @Test("without a name the page is the terminal's own, light where it says so")
  func unpainted() throws {
    let dark = try colouring("TERM=xterm-256color", "")
    #expect(dark.own > 1000 && dark.themed > 0)
    #expect(dark.grounds.contains("5;236") && !dark.grounds.contains("5;233"), "\(dark.grounds)")
    let light = try colouring("TERM=xterm-256color COLORFGBG='0;15'", "")
    #expect(light.own > 1000)
    #expect(light.grounds.contains("5;254") && !light.grounds.contains("5;231"))
  }

  @Test(
    "a terminal that tells its own page gets the palette that suits it",
    arguments: [
      ("#ffffff", "5;254"), ("#101010", "5;236"),
    ])
  func asked(page: String, bar: String) throws {
    let found = try colouring("TERM=xterm-256color", "", page: page)
    #expect(found.own > 1000, "\(found)")
    #expect(found.grounds.contains(bar), "\(found)")
  }

  @Test("whoever leaves before the answer has come does not get it in the shell")
  func leftAtOnce() throws {
    let program = try Program()
    try program.office()
    let terminal = try TmuxTerminal(program, width: 80, height: 24)
    try terminal.tmux("set", "-g", "window-style", "bg=#ffffff")
    try terminal.mark()
    // Ends at the first thing that is drawn.
    try terminal.start("open", "TERM=xterm-256color")
    try terminal.type("QQQ")
    try terminal.expect("left-0-41") {
      if terminal.screen.contains("left-0-41") { return true }
      if terminal.modes == .dashboard { try? terminal.type("Q") }
      return false
    }
    #expect(!terminal.screen.contains("rgb"), "\(terminal.screen)")
    try terminal.press("C-u")
    try terminal.expectAsBefore()
  }

  @Test("NO_COLOR and a terminal without colours have none, whatever theme is asked for")
  func colourless() throws {
    for variables in ["NO_COLOR=1", "TERM=vt100"] {
      let found = try colouring(variables, "--theme light")
      #expect(found.themed == 0 && found.grounds.isEmpty, "\(variables): \(found.grounds)")
    }
  }
}
