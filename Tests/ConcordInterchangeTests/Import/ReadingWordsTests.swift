import Testing

@testable import ConcordInterchange
@testable import ConcordModel

@Suite("Words of registers")
struct ReadingWordsTests {
  @Test(
    "Web addresses are hosts, with a path where several bodies share one",
    arguments: [
      ("Example.GOV", "example.gov", false), ("https://www.example.gov/", "example.gov", true),
      ("www.Tunicabiloxi.org", "tunicabiloxi.org", true),
      ("http://www.in.gov/dhs/", "in.gov/dhs", true),
      ("https://kyem.ky.gov/Pages/default.aspx", "kyem.ky.gov", true),
      ("https://a.org:8080/x?q=1#y", "a.org/x", true), ("b\u{FC}cher.de.", "b\u{FC}cher.de", false),
    ])
  func addresses(text: String, host: String, isPage: Bool) {
    #expect(WebAddress(text)?.text == host)
    #expect(WebAddress(text)?.isPage == isPage)
  }

  @Test("What is no host is none", arguments: ["", "localhost", "a b.com", "-", "a..b", "x@y.com"])
  func noAddresses(text: String) {
    #expect(WebAddress(text) == nil)
  }

  @Test(
    "Headquarters are city and state, or city and country",
    arguments: [
      ("Saint Paul, Minnesota", "Saint Paul", "MN", "US"), ("Newtown, PA", "Newtown", "PA", "US"),
      ("Washington, D.C.", "Washington", "DC", "US"),
      ("Warmley, Bristol, United Kingdom", "Warmley", "Bristol", "GB"),
      ("Dublin, Ireland", "Dublin", nil, "IE"),
      ("Columbus, Ohio; Detroit, Michigan", "Columbus", "OH", "US"),
      ("Richmond, Virginia[2]", "Richmond", "VA", "US"),
    ])
  func places(text: String, city: String, state: String?, country: String) {
    var reading = PlaceReading(.standard)
    #expect(
      reading.place(text) == PlaceReading.Place(city: city, state: state, country: country))
    #expect(reading.place("none") == nil)
  }

  @Test("Templates name columns in braces")
  func templates() throws {
    let columns = ["A", "b c", "{x}"]
    let row = SourceRow(line: 1, cells: [.text("1"), .text("2"), .absent], range: 0..<0)
    #expect(try NameTemplate("a", columns: columns).cell(in: row) == .text("1"))
    #expect(try NameTemplate("{A}-{B C}!", columns: columns).cell(in: row) == .text("1-2!"))
    #expect(try NameTemplate("{x}", columns: columns).cell(in: row) == .absent)
    #expect(throws: NameTemplate.Problem.unknownColumn("d")) {
      try NameTemplate("{d} x", columns: columns)
    }
    for lone in ["{A} Emerg {B C", "{A", "A} {b c}", "{A} b}"] {
      #expect(throws: NameTemplate.Problem.loneBrace) {
        try NameTemplate(lone, columns: columns)
      }
    }
    #expect(ColumnAssignment("a=b=name") == ColumnAssignment(source: "a=b", field: "name"))
    #expect(ColumnAssignment("=name") == nil)
    #expect(FieldSetting("notes=a=b") == FieldSetting(field: "notes", value: "a=b"))
  }

  @Test("Every preset of the program reads, and knows its own columns")
  func presets() throws {
    let presets = try ImportPreset.standard()
    #expect(
      presets.map(\.name) == [
        "dotgov", "federal-agencies", "fusion", "riss", "sp500", "state-emergency", "tribes",
        "universities",
      ])
    for preset in presets { #expect(preset.recognises(preset.columns)) }
  }
}
