import ConcordStore
import Testing

@testable import ConcordInterchange
@testable import ConcordModel

@Suite("Rows that are read at the same time")
struct ParallelImportTests {
  /// A register of several reports of progress: rows that share names, domains, pages and parts over
  /// thousands of lines, and rows that are refused for all kinds of reasons, blank lines between them.
  static func register(_ seed: Int, rows: Int = 2_700) -> String {
    var source = IDSource.seeded(UInt64(seed), position: 0)
    func number(_ count: Int) -> Int { Int(source.next64() % UInt64(count)) }
    func pick(_ words: [String]) -> String { words[number(words.count)] }
    var text = "Domain name,Domain type,Organization name,Suborganization name,City,State,Note,id\n"
    for row in 0..<rows {
      let name =
        pick(["City of", "Town of", "County of", "The", ""]) + " Alpha \(number(rows / 3)) "
        + pick(["County", "Texas", "Office", ""])
      let cells = [
        pick([
          "a\(row).gov", "b\(number(rows)).gov", "http://www.c\(number(90)).gov/x\(number(9))",
          "www.d\(number(500)).gov", "",
        ]),
        pick(["City", "County - Election", "Tribal", "Federal", "State or territory", "City"]),
        number(60) == 0 ? "" : name,
        pick(["", "", "", "Alpha \(number(40))"]),
        pick(["Rome", "Oslo", ""]), pick(["TX", "NY", "Texas", "GU", ""]), "note \(number(9))",
        number(50) == 0 ? RecordID(.partner, bits: UInt64(number(40) + 1)).text : "",
      ]
      text += cells.joined(separator: ",") + "\n"
      switch number(120) {
      case 0: text += "ragged,City\n"
      case 1: text += "e.gov,No such type,Beta,,,,,\n"
      case 2: text += "not a host,City,Beta,,,,,\n"
      case 3: text += "\"f.gov,City,Beta,,,,,\n"
      case 4: text += "\n , ,\n"
      case 5: text += "g.gov,City,Be\u{1B}ta,,,,,\n"
      default: break
      }
    }
    return text
  }

  struct Account: Equatable {
    var operations: [Operation] = []
    var refusals: [RowRefusal] = []
    var cells: [[String]] = []
    var counts: [Int] = []
    var newRecords: [RecordID] = []
    var progress: [Progress] = []
  }

  static func account(
    _ bench: ImportBench, _ file: SourceFile, _ options: ImportOptions, _ work: some ParallelWork
  ) throws -> Account {
    var account = Account()
    let result = try bench.dryRun(file, options, work: work) {
      account.progress.append($0)
      return true
    }
    account.operations = result.operations
    account.refusals = result.refusals
    account.cells = result.report.refusals.map(\.cells)
    account.counts = result.counts + [result.report.review]
    account.newRecords = result.newRecords
    return account
  }

  @Test(
    "Threads, in whatever order they come to it, give what one after another gives",
    arguments: 1...4)
  func sameOperations(seed: Int) throws {
    var bench = ImportBench()
    var options = ImportOptions()
    options.preset = "dotgov"
    // The second file meets partners on record, and the third changes them.
    for turn in 0..<3 {
      options.updates = turn == 2
      if turn == 0, seed % 2 == 0 {
        options.adoption = Adoption(stage: "active", reason: "known for years", spreadMonths: 7)
      }
      let file = SourceFile(name: "t.csv", bytes: Array(Self.register(seed * 10 + turn).utf8))
      let expected = try Self.account(bench, file, options, OneByOne())
      #expect(expected.operations.count > 1_000)
      #expect(expected.refusals.count > 50)
      #expect(expected.progress.count == 3)
      #expect(expected.counts[5] > 0)
      #expect(try Self.account(bench, file, options, ThreadedWork()) == expected)
      #expect(try Self.account(bench, file, options, Backwards()) == expected)
      try bench.run(file, options)
    }
  }

  @Test("Documents are read in parts as delimited text is")
  func documents() throws {
    let rows = (0..<1_130).map {
      "{\"name\": \"Alpha \($0 / 2)\", \"kind\": \"\($0 % 100 == 7 ? "none" : "company")\"}"
    }
    let file = SourceFile(name: "t.jsonl", bytes: Array(rows.joined(separator: "\n").utf8))
    let bench = ImportBench()
    let expected = try Self.account(bench, file, ImportOptions(), OneByOne())
    #expect(expected.refusals.map(\.line) == stride(from: 8, to: 1_131, by: 100).map { $0 })
    #expect(expected.counts[0] == 565)
    #expect(try Self.account(bench, file, ImportOptions(), ThreadedWork()) == expected)
    #expect(try Self.account(bench, file, ImportOptions(), Backwards()) == expected)
  }

  @Test(
    "Progress is told after each thousand rows, at the byte behind them, to the last of them",
    arguments: [999, 1_000, 1_001, 2_000])
  func progress(rows: Int) throws {
    let lines = (0..<rows).map { "Alpha \($0),company\n\n" }
    let text = "name,kind\n" + lines.joined()
    let file = SourceFile(name: "t.csv", bytes: Array(text.utf8))
    let account = try Self.account(ImportBench(), file, ImportOptions(), ThreadedWork())
    let places = account.progress.dropLast().map(\.done)
    let expected = stride(from: 1_000, through: rows, by: 1_000).map { count in
      // The blank line behind the last row is met with the row after it.
      10 + lines[..<count].reduce(0) { $0 + $1.utf8.count } - 1
    }
    #expect(places == expected)
    #expect(account.counts == [rows, 0, 0, 0, 0, 0])
  }

  @Test("More fields than are looked through keep their order and their values")
  func manyFields() {
    var list = FieldList<[String]>()
    for round in 0..<2 {
      for number in 0..<40 {
        let isFirst = list.add("\(round)", to: "field \(number)")
        let isSecond = list.add("\(round)", to: "field \(number)")
        #expect(isFirst && !isSecond)
      }
    }
    #expect(list.items.map(\.name) == (0..<40).map { "field \($0)" })
    #expect(list.items.allSatisfy { $0.value == ["0", "1"] })
    list.set("field 39", ["x"])
    list.set("field 3", ["y"])
    #expect(list["field 39"] == ["x"])
    #expect(list["field 3"] == ["y"])
    #expect(list["field 40"] == nil)
    #expect(list.items.count == 40)
  }

  @Test("The order of one record's fields is not taken for that of others")
  func fieldOrder() {
    var order = FieldOrder()
    for text in ["ba", "ba", "ab", "cab", "cba", "b", ""] {
      let names = text.map { String($0) }
      var list = FieldList<FieldValue>()
      for name in names { list.set(name, .text(name + "!")) }
      let ordered = order.ordered(list)
      #expect(ordered == names.sorted().map { NamedValue($0, .text($0 + "!")) })
    }
  }
}
