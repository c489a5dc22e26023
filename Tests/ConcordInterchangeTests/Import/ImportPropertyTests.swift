import Testing

@testable import ConcordInterchange
@testable import ConcordModel

@Suite("What holds for any file")
struct ImportPropertyTests {
  /// A register of rows that share names, places, domains and types in every way.
  static func register(_ source: inout IDSource) -> String {
    func pick(_ words: [String]) -> String { words[Int(source.next64() % UInt64(words.count))] }
    var text = "Domain name,Domain type,Organization name,Suborganization name,City,State,Note\n"
    for _ in 0..<14 {
      let cells = [
        pick(["a.gov", "b.gov", "c.gov", "www.d.gov", "http://e.gov/", "", "", ""]),
        pick([
          "City", "County - Election", "Tribal", "Federal", "Federal", "State or territory", "",
        ]),
        pick(["Alpha", "ALPHA", "Alpha County", "County of Alpha", "Town of Beta", "Beta", ""]),
        pick(["", "", "Alpha", "Office"]), pick(["Rome", "Oslo", ""]),
        pick(["TX", "NY", "Texas", ""]),
        pick(["x", "y", ""]),
      ]
      text += cells.joined(separator: ",") + "\n"
    }
    return text
  }

  @Test("Counts add up, and a second run changes nothing, with --update or not", arguments: 1...60)
  func idempotence(seed: Int) throws {
    var source = IDSource.seeded(UInt64(seed), position: 0)
    var bench = ImportBench()
    var options = ImportOptions()
    options.preset = "dotgov"
    for _ in 0..<3 {
      let text = Self.register(&source)
      let first = try bench.run(text, options)
      #expect(first.addsUp)
      let second = try bench.run(text, options)
      #expect(second.addsUp)
      #expect(second.changesNothing, "\(text)\n\(second.operations)")
      let updating = options.with { $0.updates = true }
      #expect(try bench.run(text, updating).addsUp)
      let again = try bench.run(text, updating)
      #expect(again.changesNothing, "\(text)\n\(again.operations)")
    }
  }

  @Test(
    "Any text is read to its end: rows and refusals in order, each line once", arguments: 1...200)
  func anyText(seed: Int) {
    var source = IDSource.seeded(UInt64(seed), position: 1)
    let signs = Array("ab,,;\"\"\"\n\n\r\t |\0\u{E9}".utf8)
    let bytes = (0..<400).map { _ in signs[Int(source.next64() % UInt64(signs.count))] }
    for separator in Separator.allCases {
      var reader = DelimitedReader(bytes, separator: separator.rawValue)
      var row = DelimitedRow()
      var line = 0
      var end = 0
      while true {
        let step = reader.next(into: &row)
        if step == .end { break }
        #expect(row.line > line)
        #expect(row.range.lowerBound >= end)
        line = row.line
        end = row.range.upperBound
        for cell in row.cells where step == .row { #expect(cell.start <= cell.end) }
      }
      #expect(reader.offset == bytes.count)
    }
  }

  @Test("What the writer writes, the reader reads", arguments: 1...200)
  func roundTrip(seed: Int) throws {
    var source = IDSource.seeded(UInt64(seed), position: 2)
    let signs = ["a", "=", "+", "-", "@", "'", "\"", ",", ";", "\n", "b c", "\u{E9}", "\u{FF1D}"]
    let rows = (0..<5).map { _ in
      (0..<4).map { _ in
        "x"
          + (0..<source.next64() % 6).map { _ in
            signs[Int(source.next64() % UInt64(signs.count))]
          }.joined() + "x"
      }.map { source.next64() % 2 == 0 ? String($0.dropFirst()) : $0 }
    }
    var writer = CSVWriter()
    writer.row(["one", "two", "three", "four"])
    for row in rows { writer.row(row) }
    var options = SourceOptions()
    options.separator = .comma
    let trimmed = rows.map { row in
      row.map { Text.trimmed($0) }
    }
    #expect(try Reading(bytes: writer.bytes, options).texts == trimmed)
  }
}
