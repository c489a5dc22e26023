import Foundation
import Testing

/// `concord doctor`, in pipes and on a terminal.
struct DoctorTests {
  private func office(_ variables: [String: String] = [:]) throws -> Program {
    let program = try Program()
    program.environment.merge(variables) { $1 }
    try program.office()
    try program.county()
    return program
  }

  @Test("in a pipe it says that there is no terminal, and looks at the rest")
  func pipe() throws {
    let program = try office(["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"])
    let run = try program.run("doctor")
    #expect(run.status == 0 && run.words == "", "\(run.words)")
    for words in [
      "terminal\n", "  type              xterm-256color\n", "standard output is not a terminal",
      "colours\n", "  depth             256 colours\n", "▁ very low", "█ very high",
      "widths\n", "C.UTF-8, UTF-8", "  this terminal     was not asked: input or output",
      "Préfecture Łódź",
      "speed\n", " microseconds a name\n", " ms, 1 partner\n", "store\n",
    ] {
      #expect(run.output.contains(words), "\(words)\n\(run.output)")
    }
    #expect(!run.output.holdsControls)
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 || $0.contains("/") })
    #expect(run.output.hasSuffix(": nothing to mend\n"))
  }

  @Test("its JSON has the same, under keys that stay")
  func json() throws {
    let program = try office(["TERM": "vt100", "LC_ALL": "C", "NO_COLOR": "1"])
    let run = try program.run("doctor", "--json")
    #expect(run.status == 0 && run.lines.count == 1)
    let found = try Program.json(run.output)
    #expect(
      Set(found.keys)
        == ["version", "terminal", "colours", "widths", "speed", "store", "findings"])
    let terminal = try #require(found["terminal"] as? [String: Any])
    #expect(
      Set(terminal.keys)
        == ["type", "input", "output", "columns", "rows", "abilities", "hindrance"])
    #expect(terminal["type"] as? String == "vt100")
    #expect(terminal["output"] as? Bool == false)
    #expect(terminal["columns"] is NSNull)
    let abilities = try #require(terminal["abilities"] as? [String: Bool])
    #expect(
      abilities == [
        "places-cursor": true, "hides-cursor": false, "alternate-screen": false,
        "colours": false, "mouse": false, "tells-cursor": true,
      ])
    let colours = try #require(found["colours"] as? [String: Any])
    #expect(Set(colours.keys) == ["described", "used", "no-color", "theme"])
    #expect(colours["used"] as? Int == 0 && colours["no-color"] as? Bool == true)
    let widths = try #require(found["widths"] as? [String: Any])
    #expect(Set(widths.keys) == ["locale", "utf-8", "library", "samples"])
    #expect(widths["utf-8"] as? Bool == false)
    let samples = try #require(widths["samples"] as? [[String: Any]])
    #expect(samples.count > 10 && samples.allSatisfy { $0["terminal"] is NSNull })
    let speed = try #require(found["speed"] as? [String: Any])
    #expect(Set(speed.keys) == ["answer-ms", "open-ms", "frame-ms", "count-us", "partners"])
    #expect(speed["answer-ms"] is NSNull)
    #expect((speed["open-ms"] as? Double ?? 0) > 0 && (speed["frame-ms"] as? Double ?? 0) > 0)
    let store = try #require(found["store"] as? [String: Any])
    #expect(Set(store.keys) == ["path", "failure"] && store["failure"] is NSNull)
    #expect((found["findings"] as? [Any])?.isEmpty == true)
  }

  @Test("without a store it still tells of the terminal, then why it failed")
  func noStore() throws {
    let program = try Program()
    let run = try program.run("doctor")
    #expect(run.status == 1)
    #expect(run.output.contains("terminal\n") && run.output.contains("there is none to open"))
    #expect(run.words.contains(program.path("store")), "\(run.words)")
    let json = try program.run("doctor", "--json")
    #expect(json.status == 1)
    let store = try #require(try Program.json(json.output)["store"] as? [String: Any])
    #expect((store["failure"] as? String)?.contains(program.path("store")) == true)
  }

  @Test("a terminal's name that a terminal would obey is made visible")
  func strangeName() throws {
    let program = try office(["TERM": "x\u{1B}[31m\u{9B}y", "LC_ALL": "C.UTF-8"])
    for options in [["doctor"], ["doctor", "--json"]] {
      let run = try program.run(Program.binary(), options, input: "")
      #expect(run.status == 0 && !run.output.holdsControls, "\(run.output)")
    }
  }

  @Test(
    "on a terminal it counts columns, and leaves the line as it was",
    .enabled(if: TmuxTerminal.isInstalled, "tmux is not installed"))
  func terminal() throws {
    let program = try office()
    let terminal = try TmuxTerminal(program, width: 120, height: 60)
    try terminal.mark()
    try terminal.start("doctor", "TERM=tmux-256color COLORFGBG='0;15'")
    try terminal.expect("left-0-41")
    let screen = terminal.screen
    #expect(screen.contains("120 columns, 60 rows") && screen.contains("opens here"))
    #expect(screen.contains("counts 15 of 15 samples as Concord does"), "\(screen)")
    #expect(screen.contains(" ms until the terminal's came"))
    #expect(screen.contains("light; another by"))
    // The bars at the samples' ends, as the terminal counts columns.
    let ends = screen.split(separator: "\n").filter { $0.hasSuffix("|") }
    #expect(ends.count == 16)
    try terminal.expectAsBefore()
  }

  @Test(
    "in the background the terminal is not asked",
    .enabled(if: TmuxTerminal.isInstalled, "tmux is not installed"))
  func background() throws {
    let program = try office()
    let terminal = try TmuxTerminal(program, width: 120, height: 60)
    try terminal.mark()
    // In the background a program that asks would be stopped.
    let binary = try Program.binary().path(percentEncoded: false)
    try terminal.type("\(binary) doctor & wait; echo left-$((40+1))")
    try terminal.press("Enter")
    try terminal.expect("left-41")
    #expect(terminal.screen.contains("gave no answer"))
    try terminal.expectAsBefore()
  }
}
