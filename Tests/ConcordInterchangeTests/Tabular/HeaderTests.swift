import Testing

@testable import ConcordInterchange

@Suite("Headers and empty files")
struct HeaderTests {
  @Test(
    "A file without rows is refused in a sentence",
    arguments: [
      ("", ImportFailure.Reason.empty), ("\u{FEFF}", .empty), (" \n\r\n\n", .empty),
      ("\u{1A}", .empty), ("name,city\n", .headerOnly), ("name,city", .headerOnly),
      ("name,city\n,\n\n", .headerOnly), ("[]", .headerOnly), ("\n\nname,city\r\n", .headerOnly),
    ])
  func withoutRows(text: String, reason: ImportFailure.Reason) {
    #expect(Reading.failure(text)?.reason == reason)
  }

  @Test("An empty file and a lone header say so")
  func sentences() {
    #expect(Reading.failure("")?.description == "t.csv: the file is empty.")
    #expect(Reading.failure("a,b\n")?.description == "t.csv: the file has a header but no rows.")
  }

  @Test("Two columns of one name are refused, whatever their case")
  func duplicates() {
    let failure = Reading.failure("\nName,city, name \nA,B,C\n")
    #expect(failure?.line == 2)
    #expect(failure?.reason == .duplicateColumn(name: "name", first: 1, second: 3))
    #expect(
      failure?.description
        == "t.csv, line 2: columns 1 and 3 are both called \u{201C}name\u{201D}; rename one.")
  }

  @Test("A list without a header says so, and is read when told that there is none")
  func absentHeader() throws {
    let text = "36,\"AEROCARIBBEAN AIRLINES\",-0- ,\"CUBA\"\n173,\"ANGLO\",-0- ,\"CUBA\"\n"
    #expect(Reading.failure(text)?.reason == .noHeader)
    var options = SourceOptions()
    options.header = .absent
    options.absentWords = ["-0-"]
    let reading = try Reading(text, options)
    #expect(reading.columns == ["1", "2", "3", "4"])
    #expect(reading.texts.first == ["36", "AEROCARIBBEAN AIRLINES", "", "CUBA"])
  }

  @Test("A header may be called one, whatever it looks like")
  func presentHeader() throws {
    var options = SourceOptions()
    options.header = .present
    #expect(try Reading("1,2\n3,4\n", options).columns == ["1", "2"])
    #expect(try Reading("name,2022,2023\nA,1,2\n").columns == ["name", "2022", "2023"])
    #expect(try Reading(",name\n1,A\n").columns == ["column 1", "name"])
  }

  @Test("Nameless columns at the end count where a row fills them")
  func namelessAtTheEnd() throws {
    let filled = try Reading("name,,kind,\nA,1,company,2\nB,,vendor,\n")
    #expect(filled.columns == ["name", "column 2", "kind", "column 4"])
    #expect(filled.texts == [["A", "1", "company", "2"], ["B", "", "vendor", ""]])
    #expect(try Reading("name,kind,,\nA,company,,\nB,vendor\n").columns == ["name", "kind"])
    #expect(try Reading("name,kind,,\nA,company,,\nB,vendor\n").refusals.isEmpty)
  }

  @Test("A header that cannot be read stops the file at its line")
  func brokenHeader() {
    #expect(Reading.failure("a,\"b\n1,2\n")?.reason == .headerRefused(.unclosedQuote))
    #expect(Reading.failure("a,b\0\n1,2\n")?.reason == .headerRefused(.nulByte))
    #expect(
      Reading.failure("a,b\u{202E}\n1,2\n")?.reason
        == .headerRefused(.forbiddenCharacter(.init(codePoint: 0x202E))))
  }

  @Test("A workbook is told from text")
  func workbook() {
    #expect(
      Reading.failure([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00])?.description
        == "t.csv: this is a ZIP archive, as a workbook is, not text; save it as CSV or JSON.")
  }
}
