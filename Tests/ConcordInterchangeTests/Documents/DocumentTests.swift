import Testing

@testable import ConcordInterchange

@Suite("JSON and JSON Lines")
struct DocumentTests {
  @Test(
    "A list, an object that holds one, lines and a lone object are tables",
    arguments: [
      ("[{\"name\":\"A\",\"n\":1},{\"name\":\"B\",\"n\":2}]", SourceFormat.json),
      ("{\"meta\":{\"v\":1},\"data\":[{\"name\":\"A\",\"n\":1},{\"name\":\"B\",\"n\":2}]}", .json),
      ("{\"name\":\"A\",\"n\":1}\n{\"name\":\"B\",\"n\":2}\n", .jsonLines),
      ("\n{\"name\":\"A\",\"n\":1}\r\n\r\n{\"name\":\"B\",\"n\":2}", .jsonLines),
    ])
  func shapes(text: String, format: SourceFormat) throws {
    let table = try SourceTable.open(SourceFile(name: "t.json", bytes: Array(text.utf8)))
    #expect(table.format == format)
    let reading = Reading(table)
    #expect(reading.columns == ["name", "n"])
    #expect(reading.texts == [["A", "1"], ["B", "2"]])
  }

  @Test("Nulls are absent, lists are several values, objects are flattened, numbers are text")
  func values() throws {
    let reading = try Reading(
      """
      [
        {"name": " A ", "domains": ["a.org", null, "b.org"], "state": null, "one": ["x"]},
        {"address": {"city": "Rome", "geo": {"lat": 1.50}}, "name": "B", "open": true,
         "none": [], "deep": [{"k": 1}], "state": ""}
      ]
      """)
    #expect(
      reading.columns == [
        "name", "domains", "state", "one", "address.city", "address.geo.lat", "open", "none",
        "deep",
      ])
    #expect(reading.lines == [2, 3])
    #expect(reading.rows[0][0] == .text("A"))
    #expect(reading.rows[0][1] == .list(["a.org", "b.org"]))
    #expect(reading.rows[0][2] == .absent)
    #expect(reading.rows[0][3] == .list(["x"]))
    #expect(
      reading.texts[1] == ["B", "", "", "", "Rome", "1.50", "true", "", "{\"k\": 1}"])
  }

  @Test(
    "Broken JSON stops at its line and column",
    arguments: [
      ("[{\"name\":\"A\"},\n {\"name\":}]", 2, 10), ("[{\"name\":\"A\"}", 1, 14),
      ("[\n{\"a\":1} {\"a\":2}]", 2, 9), ("[{\"a\":1}]x", 1, 10), ("{\"a\":[{]}", 1, 8),
    ])
  func broken(text: String, line: Int, column: Int) {
    let failure = Reading.failure(text)
    #expect(failure?.line == line)
    guard case .json(let at, _)? = failure?.reason else {
      Issue.record("not a JSON failure: \(failure.map(\.description) ?? "none")")
      return
    }
    #expect(at == column)
  }

  @Test("A broken line of JSON Lines is a refused row; the others are read")
  func brokenLine() throws {
    let reading = try Reading(
      "{\"name\":\"A\"}\n{\"name\":\n[1]\n{\"name\":\"B\"} 5\n{\"name\":\"C\"}\n")
    #expect(reading.texts == [["A"], ["C"]])
    #expect(reading.refusals.map(\.line) == [2, 3, 4])
    #expect(reading.refusals.map(\.raw) == ["{\"name\":", "[1]", "{\"name\":\"B\"} 5"])
    #expect(reading.refusals[1].reason == .notAnObject)
  }

  @Test("JSON nested too deep is refused: a document at its place, a line as a row")
  func deep() throws {
    let nested = String(repeating: "[", count: 100_000)
    guard case .json(_, let message)? = Reading.failure("[{\"a\":" + nested)?.reason else {
      Issue.record("deep JSON was not refused")
      return
    }
    #expect(message == "more than 32 arrays and objects stand inside one another")
    let objects = String(repeating: "{\"a\":", count: 100_000)
    let reading = try Reading("{\"name\":\"A\"}\n\(objects)\n")
    #expect(reading.refusals.map(\.reason) == [.tooDeep(limit: 32)])
  }

  @Test("What is no list of objects is refused")
  func noRecords() {
    #expect(Reading.failure("{\"data\":[]}")?.reason == .noRecords)
    #expect(Reading.failure("{}")?.reason == .noRecords)
    for value in ["42", " -1.5e3\n", "true", "null\n"] {
      #expect(Reading.failure(value)?.reason == .noRecords, "\(value)")
    }
    #expect(
      Reading.failure("{\"a\":[{\"x\":1}],\"b\":[{\"x\":1}]}")?.reason
        == .severalLists(names: ["a", "b"]))
  }

  @Test("A row that is no object, has a key twice, a huge text or a control is refused alone")
  func refusedRows() throws {
    let huge = String(repeating: "x", count: 10_000_000)
    let reading = try Reading(
      "[1,{\"a\":1,\"a\":2},\n{\"a\":\"\(huge)\"},\n{\"a\":\"x\\u001b[m\"},{\"a\":\"ok\"}]")
    #expect(reading.texts == [["ok"]])
    #expect(
      reading.refusals.map(\.reason) == [
        .notAnObject, .duplicateKey, .cellTooLarge(bytes: 10_000_000, limit: 65_536),
        .forbiddenCharacter(.init(codePoint: 0x1B)),
      ])
    #expect(reading.refusals.map(\.line) == [1, 1, 2, 3])
  }
}
