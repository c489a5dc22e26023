import Foundation
import Testing

/// Names on real curses, held cell by cell against the canvas: nothing moves a column.
@Suite(.enabled(if: TmuxTerminal.isInstalled, "tmux is not installed"))
struct NameCellsTests {
  /// What is on the terminal's screen where it differs from the canvas.
  private struct Difference: CustomStringConvertible {
    let expected: String
    let shown: String

    var description: String {
      "expected \(Self.scalars(expected))\n     got \(Self.scalars(shown))"
    }

    private static func scalars(_ text: String) -> String {
      text.unicodeScalars.map {
        $0.isASCII ? String($0) : "{" + String($0.value, radix: 16) + "}"
      }.joined()
    }
  }

  /// What came of drawing names.
  private struct Drawn {
    var pages = 0
    /// Rows that are not as they ought to be.
    var differences: [Difference] = []
    /// Rows with signs that the C library counts otherwise, for which a fixed sign stands.
    var standIns = Set<String>()
  }

  private func draw(
    _ names: [UInt8], width: Int, height: Int, environment: [String: String] = [:]
  ) throws -> Drawn {
    let program = try Program()
    program.environment.merge(environment) { $1 }
    try Data(names).write(to: URL(fileURLWithPath: program.path("names")))
    let pages = URL(fileURLWithPath: program.path("pages"))
    try FileManager.default.createDirectory(at: pages, withIntermediateDirectories: true)
    let terminal = try TmuxTerminal(program, width: width, height: height)
    let tool = try Program.binary().deletingLastPathComponent()
      .appending(path: "canvas-on-curses").path(percentEncoded: false)
    try terminal.type("LC_ALL=${NAMES_LOCALE:-C.UTF-8} \(tool) names pages")
    try terminal.press("Enter")
    var drawn = Drawn()
    while true {
      for turn in 0...1 {
        let name = "page-\(drawn.pages)-\(turn)"
        var screen = ""
        try terminal.expect(name) {
          screen = terminal.screen
          return screen.hasSuffix(name + "\n") || screen.contains("drawn\n")
        }
        if screen.contains("drawn\n") { return drawn }
        let expected = try Self.lines(of: pages.appending(path: name))
        let shown = Self.lines(screen)
        #expect(expected.count == shown.count)
        for (expected, shown) in zip(expected, shown) where !expected.elementsEqual(shown) {
          drawn.differences.append(
            Difference(expected: Self.text(expected), shown: Self.text(shown)))
        }
        if let canvas = try? Self.lines(of: pages.appending(path: name + "-canvas")), turn == 0 {
          for (canvas, expected) in zip(canvas, expected) where !canvas.elementsEqual(expected) {
            drawn.standIns.insert(Self.text(canvas))
          }
        }
        try terminal.type("x")
      }
      drawn.pages += 1
    }
  }

  // By scalars: for Swift a composed and a decomposed letter are the same, and a line feed may be
  // part of a character.
  private static func lines(_ text: String) -> [Substring.UnicodeScalarView] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Substring($0).unicodeScalars }
  }

  private static func lines(of file: URL) throws -> [Substring.UnicodeScalarView] {
    lines(try String(contentsOf: file, encoding: .utf8))
  }

  private static func text(_ line: Substring.UnicodeScalarView) -> String {
    String(String.UnicodeScalarView(line))
  }

  private static var difficult: [UInt8] {
    // A line feed ends a name here.
    Array(DifficultNames.all.map { $0.bytes.filter { $0 != 0x0A } }.joined(separator: [0x0A]))
  }

  @Test("difficult names", arguments: [(120, 24), (40, 10), (200, 60)])
  func difficultNames(width: Int, height: Int) throws {
    let drawn = try draw(Self.difficult, width: width, height: height)
    #expect(drawn.pages == (DifficultNames.all.count + height - 2) / (height - 1))
    #expect(drawn.differences.isEmpty, "\(drawn.differences)")
    // Only of signs that older C libraries do not know: nothing that a name needs.
    #expect(drawn.standIns.allSatisfy { $0.contains("䷀") }, "\(drawn.standIns)")
  }

  @Test("difficult names without UTF-8")
  func difficultNamesInASCII() throws {
    let drawn = try draw(
      Self.difficult, width: 120, height: 24, environment: ["NAMES_LOCALE": "C"])
    #expect(drawn.pages == (DifficultNames.all.count + 22) / 23)
    #expect(drawn.differences.isEmpty, "\(drawn.differences)")
  }

  /// Files whose lines, cut at commas, are names, with colons between.
  private static let files = ProcessInfo.processInfo.environment["CONCORD_TEST_NAMES"]

  @Test(
    "the names of files of one's own (CONCORD_TEST_NAMES=FILE[:FILE])",
    .enabled(if: files != nil))
  func ownNames() throws {
    for file in (Self.files ?? "").split(separator: ":") {
      let data = try Data(contentsOf: URL(fileURLWithPath: String(file)))
      // Cells of a CSV, each a name of its own; quotes and commas inside do no harm here.
      var names = Set<[UInt8]>()
      for line in data.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
        for cell in line.split(separator: UInt8(ascii: ",")) { names.insert(Array(cell)) }
      }
      let sorted = names.sorted { $0.lexicographicallyPrecedes($1) }
      let drawn = try draw(Array(sorted.joined(separator: [0x0A])), width: 200, height: 60)
      print(
        "\(file): \(names.count) names, \(drawn.differences.count) rows differ, "
          + "\(drawn.standIns.count) with stand-ins: \(Array(drawn.standIns.prefix(9)))")
      #expect(drawn.differences.isEmpty, "\(drawn.differences.prefix(20))")
    }
  }

  @Test("an office of difficult names on the dashboard", arguments: [(120, 40), (80, 24)])
  func office(width: Int, height: Int) throws {
    let program = try Program()
    try program.office()
    var csv = Array("name\n".utf8)
    // Stand-ins are held against the canvas above.
    for name in DifficultNames.all where !name.why.contains("hexagrams") {
      csv += [0x22] + name.bytes.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] } + [0x22, 0x0A]
    }
    try Data(csv).write(to: URL(fileURLWithPath: program.path("names.csv")))
    let run = try program.run(
      "import", program.path("names.csv"), "--set", "kind=county", "--json")
    #expect(run.status == 0, "\(run.words)")
    let created = try #require(try Program.json(run.output)["created"] as? Int)
    #expect(created > DifficultNames.all.count / 2, "\(run.words)")

    let terminal = try TmuxTerminal(program, width: width, height: height)
    try terminal.mark()
    try terminal.start("open --screen partners")
    func expectPicture(_ keys: String) throws {
      let picture = try program.run(
        "screenshot", "--screen", "partners", "--size", "\(width)x\(height)", "--keys", keys)
      try terminal.expect(picture.output) {
        terminal.screen.unicodeScalars.elementsEqual(picture.output.unicodeScalars)
      }
    }
    try expectPicture("")
    try terminal.type("G")
    try expectPicture("G")
    try terminal.press("C-u")
    try terminal.type("k")
    try expectPicture("G<^U>k")
    try terminal.type("/港")
    try expectPicture("G<^U>k/港")
    try terminal.press("Escape")
    try expectPicture("G<^U>k/港<Esc>")
    try terminal.type("Q")
    try terminal.expect("left-0-41")
    try terminal.expectAsBefore()
  }
}
