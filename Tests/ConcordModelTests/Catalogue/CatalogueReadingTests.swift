import Testing

@testable import ConcordModel

@Suite("Reading catalogues")
struct CatalogueReadingTests {
  private static func document(_ name: String, _ rows: String) -> String {
    "{\"catalogue\": \"\(name)\", \"words\": \"Mine\", \"entries\": [\n\(rows)\n]}\n"
  }

  private func read(_ text: String) throws(CatalogueError) -> Catalogues {
    let mine = DataFile(name: "mine.json", bytes: Array(text.utf8))
    return try Catalogues.read(DataFile.embedded(under: "catalogues/") + [mine])
  }

  @Test("An office changes and extends a catalogue; what it leaves out stays")
  func extended() throws {
    let text = Self.document(
      "kinds",
      """
      {"key": "fire", "words": "fire brigade", "class": "sltt", "code": "FI", "vetting": [1]},
      {"key": "port-authority", "words": "port authority", "short": "port", "class": "sltt", "code": "PA", "vetting": []}
      """)
    let catalogues = try read(text)
    let standard = Catalogues.standard[.kinds].keys
    #expect(catalogues[.kinds].keys == standard + ["port-authority"])
    #expect(catalogues[.kinds]["fire"]?.short == "fire")
    #expect(catalogues.needsVetting(kind: "fire", tier: 1))
    #expect(catalogues.shortKind("port-authority") == "port")
    #expect(catalogues.checklist(kind: "port-authority", tier: 1).count >= 4)
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let catalogue: String
    let rows: String
    let place: String
    let sentence: String

    var testDescription: String { sentence }

    init(_ catalogue: String, _ rows: String, _ place: String, _ sentence: String) {
      self.catalogue = catalogue
      self.rows = rows
      self.place = place
      self.sentence = sentence
    }
  }

  @Test(
    "What is wrong is refused with line, column, field and what to do",
    arguments: [
      Refusal(
        "flavours", "", "line 1, column 15, \"catalogue\"",
        "\"flavours\" is not known here; "
          + "write one of 44 keys such as classes, kinds, missions, stages"),
      Refusal(
        "offices", #"{"words": "x"}"#, "line 2, column 1, \"key\"",
        "this field is missing; add it"),
      Refusal(
        "offices", #"{"key": "Field Office", "words": "x"}"#, "line 2, column 9, \"key\"",
        "\"Field Office\" is no key; write lower-case letters, digits and hyphens, or two capitals"),
      Refusal(
        "offices", #"{"key": "north-", "words": "x"}"#, "line 2, column 9, \"key\"",
        "\"north-\" is no key; write lower-case letters, digits and hyphens, or two capitals"),
      Refusal(
        "offices", #"{"key": "north", "words": " "}"#, "line 2, column 27, \"words\"",
        "this text is empty; write words"),
      Refusal(
        "offices", #"{"key": "north", "words": 7}"#, "line 2, column 27, \"words\"",
        "this has to be a text"),
      Refusal(
        "offices", #"{"key": "a", "words": "a"},"# + "\n" + #"{"key": "a", "words": "b"}"#,
        "line 3, column 9, \"key\"",
        "\"a\" stands in an earlier row already; remove one of them"),
      Refusal(
        "offices", #"{"key": "a", "word": "a"}"#, "line 2, column 14, \"word\"",
        "no such field; this row may hold key, words, short, code, names, explains"),
      Refusal(
        "offices", #"{"key": "a", "words": "a", "short": "ten letters"}"#,
        "line 2, column 37, \"short\"",
        "\"ten letters\" is longer than 9 characters; add a \"short\" that is not"),
      Refusal(
        "offices", #"{"key": "north-and-south", "words": "North and South"}"#,
        "line 2, column 37, \"words\"",
        "\"North and South\" is longer than 9 characters; add a \"short\" that is not"),
      Refusal(
        "kinds", #"{"key": "a", "words": "a", "class": "forein", "vetting": []}"#,
        "line 2, column 37, \"class\"",
        "\"forein\" is not known here; "
          + "write one of foreign, sltt, federal, private, academic"),
      Refusal(
        "kinds", #"{"key": "a", "words": "a", "class": "sltt", "vetting": [4]}"#,
        "line 2, column 57, \"vetting\"", "4 is out of range; write 1 to 3"),
      Refusal(
        "kinds", #"{"key": "a", "words": "a", "class": "sltt", "vetting": [], "exercise": [12]}"#,
        "line 2, column 72, \"exercise\"", "this list has 1 elements and needs 3"),
      Refusal(
        "kinds",
        #"{"key": "a", "words": "a", "class": "sltt", "vetting": [], "exercise": [0, 9, 121]}"#,
        "line 2, column 79, \"exercise\"", "121 is out of range; write 0 to 120"),
      Refusal(
        "categories", #"{"key": "weather", "words": "Weather"}"#, "line 2, column 9, \"key\"",
        "the keys of this catalogue are fixed: security, insider, inequity, control, legal; "
          + "only their words can change"),
      Refusal(
        "offices", #"{"key": "a" "words": "a"}"#, "line 2, column 13",
        "expected , or } but found \"\"\""),
    ])
  func refusals(_ refusal: Refusal) throws {
    let error = try #require(throws: CatalogueError.self) {
      try read(Self.document(refusal.catalogue, refusal.rows))
    }
    #expect("\(error)" == "mine.json, \(refusal.place): \(refusal.sentence)")
  }

  @Test("A missing catalogue and too many entries")
  func missingAndMany() throws {
    let error = try #require(throws: CatalogueError.self) { try Catalogues.read([]) }
    #expect("\(error)" == "catalogues/classes.json: the file is missing")
    let rows = (0..<255).map { "{\"key\": \"k\($0)\", \"words\": \"w\"}" }
    let many = try #require(throws: CatalogueError.self) {
      try read(Self.document("offices", rows.joined(separator: ",\n")))
    }
    #expect(many.reason == .tooMany(limit: 254))
  }
}
