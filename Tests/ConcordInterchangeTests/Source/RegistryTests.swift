import Testing

@testable import ConcordInterchange

@Suite("Public registers", .enabled(if: Registry.isPresent, "needs ../shared/real/registry"))
struct RegistryTests {
  @Test(
    "Every register is read without a word from the user",
    arguments: [
      ("dotgov_current-full.csv", 7, 16_539, 0), ("dotgov_agencies-and-subs.csv", 2, 341, 0),
      ("world_universities_and_domains.json", 6, 10_247, 4), ("tribes.csv", 18, 587, 0),
      ("state_emergency_agencies.csv", 3, 55, 0), ("sp500_constituents.csv", 8, 503, 0),
      ("fusion_centers.csv", 5, 80, 0), ("riss_centers.csv", 6, 6, 0),
      ("country-codes.csv", 56, 249, 0), ("wgi_2023.csv", 8, 214, 0),
      ("messy_org_names.csv", 4, 2_316, 7), ("sbir_phase3_contracts.csv", 12, 49, 0),
    ])
  func registers(name: String, columns: Int, rows: Int, refused: Int) throws {
    let table = try SourceTable.open(Registry.file(name))
    let reading = Reading(table)
    #expect(table.columns.count == columns)
    #expect(reading.rows.count == rows)
    #expect(reading.refusals.count == refused, "\(reading.refusals.prefix(3))")
  }

  @Test("(blank), padding and Namibia are what they are")
  func cells() throws {
    let dotgov = Reading(try SourceTable.open(Registry.file("dotgov_current-full.csv")))
    #expect(
      dotgov.texts.allSatisfy { row in row.allSatisfy { $0 != "(blank)" && $0.first != " " } })
    let countries = Reading(try SourceTable.open(Registry.file("country-codes.csv")))
    let code = try #require(countries.columns.firstIndex(of: "ISO3166-1-Alpha-2"))
    #expect(countries.texts.contains { $0[code] == "NA" })
  }
}
