import Testing

@testable import ConcordInterchange
@testable import ConcordModel

@Suite("Adopting old partners")
struct AdoptionTests {
  static let companies =
    "name,kind\n" + (1...6).map { "Company \($0),company\n" }.joined() + "Harris County,county\n"

  static func options(months: Int?, tier: Int? = nil) -> ImportOptions {
    ImportOptions().with {
      $0.adoption = Adoption(
        stage: "active", reason: "worked with since 2019", spreadMonths: months)
      $0.tier = tier
    }
  }

  @Test("They come in active, with a reason, and their first cases are spread over the months")
  func spread() throws {
    var bench = ImportBench()
    let result = try bench.run(Self.companies, Self.options(months: 6, tier: 1))
    #expect(result.operations.contains(.why("worked with since 2019")))
    let days = (1...6).compactMap { bench.value("Company \($0)", "vetting-planned")?.text }
    #expect(
      days == ["2026-12-21", "2027-01-20", "2027-02-19", "2027-03-21", "2027-04-20", "2027-05-21"])
    for name in ["Company 1", "Harris County"] {
      #expect(bench.value(name, "stage") == .text("active"))
      #expect(bench.value(name, "active-since") == .text("2026-11-21"))
      #expect(bench.value(name, "tier") == .integer(1))
    }
    #expect(bench.value("Harris County", "vetting-planned") == nil)
  }

  @Test("Without months the interval of their tier is the spread")
  func tierInterval() throws {
    var bench = ImportBench()
    try bench.run(Self.companies, Self.options(months: nil, tier: 1))
    #expect(bench.value("Company 6", "vetting-planned") == .text("2027-11-21"))
  }

  @Test("Partners on record keep their stage, and nothing new leaves no reason")
  func onRecord() throws {
    var bench = ImportBench()
    try bench.run(Self.companies)
    let result = try bench.run(Self.companies, Self.options(months: 6))
    #expect(result.changesNothing)
    #expect(bench.value("Company 1", "stage") == .text("prospect"))
  }
}
