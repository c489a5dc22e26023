import Testing

@testable import ConcordInterchange
@testable import ConcordModel

@Suite("Cells that hold sets")
struct ListCellTests {
  private func field(_ name: String) throws -> Field { try #require(Schema.partner.field(name)) }

  @Test(
    "Elements are written as plainly as their field can be read",
    arguments: [
      ("tags", ["a", "b c"], "a,b c"), ("tags", ["a, b", "c"], "\"a, b\",c"),
      ("missions", ["cybersecurity", "border-security"], "cybersecurity,border-security"),
      ("aliases", ["Tern, Inc."], "Tern, Inc."),
      ("aliases", ["Tern, Inc.", "TI"], "Tern, Inc.; TI"),
      ("aliases", ["A; B", "C"], "\"A; B\"; C"),
      ("aliases", ["\"Tern\" Co"], "\"\"\"Tern\"\" Co\""),
      ("aliases", [], ""),
    ])
  func writing(name: String, elements: [String], text: String) throws {
    let field = try field(name)
    #expect(ListCell.text(elements, of: field) == text)
    #expect(ListCell.parts(.text(text), of: field) == elements)
  }

  @Test(
    "Lists of other programs are read as before",
    arguments: [
      ("tags", "a, b; c", ["a", "b", "c"]), ("aliases", "Foo, Inc.", ["Foo, Inc."]),
      ("aliases", "A | B\nC;; ", ["A", "B", "C"]),
      ("domains", "a.com b.com,c.com", ["a.com", "b.com", "c.com"]),
      ("aliases", "\"Tern\" Systems; X", ["\"Tern\" Systems", "X"]),
      ("aliases", "\"Tern", ["\"Tern"]),
    ])
  func reading(name: String, text: String, elements: [String]) throws {
    #expect(ListCell.parts(.text(text), of: try field(name)) == elements)
  }

  @Test("A list of JSON holds its elements as they are")
  func json() throws {
    #expect(ListCell.parts(.list(["A; B, \"C\""]), of: try field("aliases")) == ["A; B, \"C\""])
  }

  @Test("Any set that is written is read again", arguments: 1...200)
  func roundTrip(seed: Int) throws {
    var source = IDSource.seeded(UInt64(seed), position: 3)
    let signs = ["a", "b", "\"", ",", ";", "|", " ", "\n", "é"]
    let elements = (0..<Int(source.next64() % 4)).map { _ in
      "x"
        + (0..<source.next64() % 6).map { _ in
          signs[Int(source.next64() % UInt64(signs.count))]
        }.joined() + "x"
    }.map { source.next64() % 2 == 0 ? $0 : Text.trimmed($0.dropFirst()) }
    for name in ["tags", "aliases", "domains"] {
      let field = try field(name)
      let text = ListCell.text(elements, of: field)
      #expect(ListCell.parts(.text(text), of: field) == elements, "\(name): \(text)")
    }
  }
}
