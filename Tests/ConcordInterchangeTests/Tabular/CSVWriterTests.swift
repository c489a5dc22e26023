import Testing

@testable import ConcordInterchange

@Suite("CSV that a spreadsheet may open")
struct CSVWriterTests {
  static func written(_ cells: [String]) -> String {
    var writer = CSVWriter()
    writer.row(cells)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(
    "Cells are quoted where RFC 4180 asks, guarded where a spreadsheet would run them",
    arguments: [
      ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
      ("two\nlines", "\"two\nlines\""), (" padded ", "\" padded \""),
      ("=1+2", "\"'=1+2\""), ("+1 202 555", "\"'+1 202 555\""), ("-2", "\"'-2\""),
      ("@SUM(A1)", "\"'@SUM(A1)\""), ("\tx", "\"'\tx\""), ("'=x", "\"''=x\""),
      ("'tis", "'tis"), ("\u{FF1D}1", "\"'\u{FF1D}1\""), ("a=b", "a=b"),
      ("\u{1B}[31m", "\\u{1B}[31m"), ("a\u{202E}b", "a\\u{202E}b"), ("a\0", "a\\u{0}"),
      ("\r", "\\u{D}"),
    ])
  func cells(text: String, written: String) {
    #expect(Self.written([text, "x"]) == written + ",x\r\n")
  }

  @Test("Numbers stand as they are")
  func numbers() {
    var writer = CSVWriter(separator: .semicolon)
    writer.cell(-5)
    writer.cell("a;b")
    writer.endRow()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "-5;\"a;b\"\r\n")
  }

  @Test("What we write we read back as it was")
  func roundTrip() throws {
    let cells = [
      "=x", "'=x", "''+", "a,b", "q\"q", "two\nlines", "-1", "@", "'", "O'Brien", "\u{FF0B}",
    ]
    var writer = CSVWriter()
    writer.row(cells.indices.map { "c\($0)" })
    writer.row(cells)
    #expect(try Reading(bytes: writer.bytes).texts == [cells])
  }
}
