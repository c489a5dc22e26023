import Foundation
import Testing

/// A window that gets every size there is, one after another.
@Suite(.enabled(if: TmuxTerminal.isInstalled, "tmux is not installed"))
struct ResizeStormTests {
  @Test("after 500 sizes the dashboard lives, and draws what it draws on a calm terminal")
  func storm() throws {
    let program = try Program()
    try program.office()
    for name in ["Heron Bay County", "Saltmarsh Police", "北京市公安局"] {
      try program.county(name)
    }
    let terminal = try TmuxTerminal(program, width: 120, height: 40)
    try terminal.mark()
    try terminal.start()
    try terminal.expect("Heron Bay County")
    let process = try #require(
      pid_t(
        String(contentsOfFile: program.path("pid"), encoding: .utf8)
          .trimmingCharacters(in: .whitespacesAndNewlines)))

    let line = try Line(terminal, program)
    var random = Seeded(state: 20261121)
    for number in 1...500 {
      // The corners of what there is, too.
      let size =
        switch number {
        case 1: (1, 1)
        case 2: (200, 60)
        case 3: (1, 60)
        case 4: (200, 1)
        default: (random.below(200) + 1, random.below(60) + 1)
        }
      try line.resize(size.0, size.1)
      #expect(kill(process, 0) == 0, "dead after size \(number), \(size)")
    }
    try terminal.resize(100, 30)
    let calm = try program.run("screenshot", "--screen", "overview", "--size", "100x30")
    try terminal.expect(calm.output) { terminal.screen == calm.output }
    try terminal.resize(1, 1)
    try terminal.resize(80, 24)
    let small = try program.run("screenshot", "--screen", "overview", "--size", "80x24")
    try terminal.expect(small.output) { terminal.screen == small.output }
    try terminal.type("Q")
    try terminal.expect("left-0-41")
    #expect(terminal.modes == .untouched)
    try terminal.type("clear; echo here-$((40+2)); stty rows 24 columns 80; stty -a > before")
    try terminal.press("Enter")
    try terminal.expect("here-42")
    try terminal.expectAsBefore()
  }

  /// The terminal's line, whose size is set without its window: tmux would leave out most of them.
  private final class Line {
    private let descriptor: Int32
    private let output: String
    private var seen = 0

    init(_ terminal: TmuxTerminal, _ program: Program) throws {
      let name = try terminal.tmux("display", "-p", "#{pane_tty}")
        .trimmingCharacters(in: .newlines)
      descriptor = open(name, O_RDWR | O_NOCTTY)
      try #require(descriptor >= 0, "\(name): \(errno)")
      output = program.path("output")
      try Data().write(to: URL(fileURLWithPath: output))
      try terminal.tmux("pipe-pane", "-O", "cat > \(output)")
    }

    deinit { close(descriptor) }

    /// Sets a size and waits until the program has drawn.
    func resize(_ width: Int, _ height: Int) throws {
      var size = winsize(
        ws_row: UInt16(height), ws_col: UInt16(width), ws_xpixel: 0, ws_ypixel: 0)
      try #require(ioctl(descriptor, UInt(TIOCSWINSZ), &size) == 0)
      let deadline = Date(timeIntervalSinceNow: 20)
      while true {
        let count = try FileManager.default.attributesOfItem(atPath: output)[.size] as? Int ?? 0
        if count > seen {
          seen = count
          return
        }
        try #require(Date() < deadline, "nothing was drawn at \(width)x\(height)")
        usleep(500)
      }
    }
  }

  /// A sequence that is the same in every run.
  private struct Seeded {
    var state: UInt64

    // Knuth's MMIX generator.
    mutating func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
  }
}
