import Testing

@testable import ConcordInterchange
@testable import ConcordModel

@Suite(
  "Imports of public registers", .enabled(if: Registry.isPresent, "needs ../shared/real/registry"))
struct RegistryImportTests {
  @Test("dotgov: every row is in a partner, and a second run changes nothing, with --update or not")
  func dotgov() throws {
    var bench = ImportBench()
    let file = try Registry.file("dotgov_current-full.csv")
    let first = try bench.run(file)
    #expect(first.preset == "dotgov")
    #expect(first.report.read == 16_539)
    #expect(first.addsUp)
    #expect(first.counts == [14_297, 0, 2_242, 0, 0])
    // 14 federal bodies have no row of their own: their parts brought them along.
    #expect(bench.workspace.count(.partner) == 14_311)
    #expect(bench.workspace.count(.partner) == first.newRecords.count)
    #expect(first.report.review == bench.links("possible-same").count)
    #expect((50...100).contains(first.report.review))

    let jefferson =
      bench.partners(named: "Jefferson County") + bench.partners(named: "JEFFERSON COUNTY")
    let states = jefferson.compactMap { bench.workspace.value($0, "state")?.text }
    #expect(states.sorted() == ["AR", "CO", "MT", "NY", "OK", "PA", "TX", "WA", "WI"])

    var domains: Set<String> = []
    for row in bench.workspace.rows(.partner) {
      let id = bench.workspace[.partner].id(row)
      if case .texts(let own)? = bench.workspace.value(id, "domains") {
        #expect(domains.isDisjoint(with: own))
        domains.formUnion(own)
      }
    }
    #expect(domains.count == 16_539)

    for updates in [false, true] {
      let again = try bench.dryRun(file, ImportOptions(updates: updates))
      #expect(again.changesNothing, "\(again.operations.prefix(3))")
      #expect(again.counts == [0, 0, 0, 16_539, 0])
    }
  }

  @Test(
    "Every register is recognised, imported, and the second time nothing changes",
    arguments: [
      ("world_universities_and_domains.json", "universities", 10_251, 10_224, 4),
      ("tribes.csv", "tribes", 587, 587, 0), ("sp500_constituents.csv", "sp500", 503, 500, 0),
      ("fusion_centers.csv", "fusion", 80, 80, 0),
      ("state_emergency_agencies.csv", "state-emergency", 55, 55, 0),
      ("riss_centers.csv", "riss", 6, 6, 0),
      ("dotgov_agencies-and-subs.csv", "federal-agencies", 341, 343, 0),
    ])
  func others(name: String, preset: String, rows: Int, partners: Int, refused: Int) throws {
    var bench = ImportBench()
    let file = try Registry.file(name)
    let first = try bench.run(file)
    #expect(first.preset == preset)
    #expect(first.report.read == rows)
    #expect(first.report.rejected == refused)
    #expect(first.addsUp)
    #expect(bench.workspace.count(.partner) == partners)
    for updates in [false, true] {
      let again = try bench.dryRun(file, ImportOptions(updates: updates))
      #expect(again.changesNothing, "\(again.operations.prefix(3))")
      #expect(again.report.unchanged == rows - refused)
    }
  }

  @Test("State emergency agencies get their names from a template, companies their headquarters")
  func fields() throws {
    var bench = ImportBench()
    try bench.run(Registry.file("state_emergency_agencies.csv"))
    #expect(bench.value("Alabama Emergency Management", "state") == .text("AL"))
    #expect(bench.value("Alabama Emergency Management", "domains") == .texts(["ema.alabama.gov"]))
    try bench.run(Registry.file("sp500_constituents.csv"))
    #expect(bench.value("3M", "state") == .text("MN"))
    #expect(bench.value("3M", "identifiers") == .texts(["cik:66740", "ticker:MMM"]))
    #expect(bench.value("3M", "x.gics-sub-industry") == .text("Industrial Conglomerates"))
    #expect(bench.value("3M", "x.founded") == .text("1902"))
  }
}
