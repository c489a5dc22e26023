import Testing

@testable import ConcordInterchange

@Suite("Delimited text")
struct DelimitedReaderTests {
  @Test(
    "RFC 4180, and what files make of it",
    arguments: [
      ("plain", "a,b\n1,2\n", [["1", "2"]]),
      ("no line end at the end", "a,b\n1,2", [["1", "2"]]),
      ("CRLF", "a,b\r\n1,2\r\n3,4\r\n", [["1", "2"], ["3", "4"]]),
      ("CR", "a,b\r1,2\r3,4\r", [["1", "2"], ["3", "4"]]),
      ("quotes", "a,b\n\"1\",\"2\"\n", [["1", "2"]]),
      ("doubled quotes", "a,b\n\"say \"\"hi\"\"\",2\n", [["say \"hi\"", "2"]]),
      ("separator in quotes", "a,b\n\"1,5\",2\n", [["1,5", "2"]]),
      ("line end in quotes", "a,b\n\"1\r\n5\",2\n", [["1\r\n5", "2"]]),
      ("quote inside a word", "a,b\n5\" pipe,2\n", [["5\" pipe", "2"]]),
      ("spaces around quotes", "a,b\n \"1\" , 2 \n", [["1", "2"]]),
      ("empty cells", "a,b,c\n,,3\n\"\",2,\n", [["", "", "3"], ["", "2", ""]]),
      ("blank lines", "\n\na,b\n\n1,2\n\n,\n \n3,4\n\n", [["1", "2"], ["3", "4"]]),
      ("end of file mark", "a,b\n1,2\n\u{1A}", [["1", "2"]]),
      ("padding and no-break spaces", "a,b\n\u{A0} 1\t ,\u{3000}2\u{2003}\n", [["1", "2"]]),
      ("absent words", "a,b\n(blank),NA\n", [["", "NA"]]),
      ("separator at the end of lines", "a,b,\n1,2,\n", [["1", "2"]]),
    ])
  func accepted(name: String, text: String, rows: [[String]]) throws {
    let reading = try Reading(text)
    #expect(reading.texts == rows)
    #expect(reading.refusals.isEmpty)
  }

  @Test(
    "The separator is found out",
    arguments: [
      ("a,b,c\n1,2;5,3\n", Separator.comma), ("a;b;c\n1,5;2,5;3,5\n", .semicolon),
      ("a\tb\tc\nx, y\tz, w\t2\n", .tab), ("a|b\n1,2|3,4\n", .pipe),
      ("name\nOne\nTwo\n", .comma),
      ("name;note\n\"a,b,c\";\"d,e\"\n\"f\";g\n", .semicolon),
    ])
  func separators(text: String, separator: Separator) throws {
    #expect(Separator.detect(in: Array(text.utf8)) == separator)
    let table = try SourceTable.open(SourceFile(name: "t.csv", bytes: Array(text.utf8)))
    #expect(table.separator == separator)
  }

  @Test("Lines are counted through line ends inside quotes")
  func lineNumbers() throws {
    let reading = try Reading("a,b\n\"1\n\r\n\rx\",2\n3,4\r\n\r\n5,6\n")
    #expect(reading.lines == [2, 6, 8])
  }

  @Test("A ragged row is refused; its neighbours are not")
  func raggedRows() throws {
    let reading = try Reading("a,b\n1,2\n3\n4,5,6\n7,8,,\n")
    #expect(reading.texts == [["1", "2"], ["7", "8"]])
    #expect(
      reading.refusals == [
        RowRefusal(line: 3, reason: .ragged(cells: 1, columns: 2), raw: "3"),
        RowRefusal(line: 4, reason: .ragged(cells: 3, columns: 2), raw: "4,5,6"),
      ])
    #expect(reading.refusals.last?.sentence == "3 cells where the header has 2")
  }

  @Test("An unclosed quote costs its own line, not the rest of the file")
  func unclosedQuotes() throws {
    let atEnd = try Reading("a,b\n1,\"2\n3,4\n5,6\n")
    #expect(atEnd.texts == [["3", "4"], ["5", "6"]])
    #expect(
      atEnd.refusals == [
        RowRefusal(line: 2, column: "b", reason: .unclosedQuote, raw: "1,\"2")
      ])
    let beforeAnother = try Reading("a,b\n1,\"2\n3,\"four\"\n5,6\n")
    #expect(beforeAnother.texts == [["3", "four"], ["5", "6"]])
    #expect(beforeAnother.refusals.map(\.reason) == [.unclosedQuote])
    #expect(beforeAnother.refusals.map(\.line) == [2])
  }

  @Test("Text after a closing quote is refused with its column")
  func textAfterQuote() throws {
    let reading = try Reading("a,b\n\"1\"x,2\n3,4\n")
    #expect(reading.texts == [["3", "4"]])
    #expect(reading.refusals.map(\.reason) == [.textAfterQuote])
    #expect(reading.refusals.map(\.column) == ["a"])
  }

  @Test("A row with a NUL byte is refused with its column")
  func nulBytes() throws {
    let reading = try Reading("name,city\nAcme\0,Rome\nBolt,\"O\0slo\"\nCog,Bern\n")
    #expect(reading.texts == [["Cog", "Bern"]])
    #expect(reading.refusals.map(\.reason) == [.nulByte, .nulByte])
    #expect(reading.refusals.map(\.column) == ["name", "city"])
    #expect(reading.refusals.map(\.line) == [2, 3])
  }

  @Test("10 MB in one cell are refused in no time, quoted or not, closed or not")
  func hugeCell() throws {
    let huge = String(repeating: "x", count: 10_000_000)
    let clock = ContinuousClock()
    let time = try clock.measure {
      for cell in [huge, "\"\(huge)\"", "\"\(huge)"] {
        let reading = try Reading("a,b\n1,2\n3,\(cell)\n5,6\n")
        #expect(reading.texts == [["1", "2"], ["5", "6"]])
        #expect(reading.refusals.map(\.line) == [3])
        #expect(reading.refusals.allSatisfy { $0.raw.utf8.count < 2 * RowRefusal.rawLimit })
      }
    }
    #expect(time < .seconds(30), "three times 10 MB took \(time)")
  }

  @Test("A cell at the limit is taken, one byte more is refused")
  func cellLimit() throws {
    let cell = String(repeating: "x", count: 65_536)
    let reading = try Reading("a,b\n1,\(cell)\n2,\(cell)y\n")
    #expect(reading.lines == [2])
    #expect(reading.refusals.map(\.reason) == [.cellTooLarge(bytes: 65_537, limit: 65_536)])
    #expect(
      reading.refusals.first?.sentence
        == "65537 bytes in column \u{201C}b\u{201D}, where a field holds 65536 at most")
  }

  @Test(
    "A row with a control or bidi character is refused, and the code point is named",
    arguments: [
      ("\u{1B}[31mRed", "a control character (U+001B) in column \u{201C}name\u{201D}"),
      ("Bell\u{7}", "a control character (U+0007) in column \u{201C}name\u{201D}"),
      ("Del\u{7F}", "a control character (U+007F) in column \u{201C}name\u{201D}"),
      ("C1\u{9B}", "a control character (U+009B) in column \u{201C}name\u{201D}"),
      ("Co\u{202E}dab", "a bidi control character (U+202E) in column \u{201C}name\u{201D}"),
      ("Co\u{2066}x", "a bidi control character (U+2066) in column \u{201C}name\u{201D}"),
    ])
  func forbiddenCharacters(name: String, sentence: String) throws {
    let reading = try Reading("name,city\n\(name),Rome\nFine\u{E9}\u{2019}\u{627},Bern\n")
    #expect(reading.texts == [["Fine\u{E9}\u{2019}\u{627}", "Bern"]])
    #expect(reading.refusals.map(\.sentence) == [sentence])
  }
}
