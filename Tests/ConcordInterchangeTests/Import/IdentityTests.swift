import Testing

@testable import ConcordInterchange
@testable import ConcordModel

@Suite("Identity on import")
struct IdentityTests {
  static let header = "Domain name,Domain type,Organization name,Suborganization name,City,State"

  @discardableResult
  static func dotgov(_ bench: inout ImportBench, _ rows: String...) throws -> ImportResult {
    try bench.run(([header] + rows).joined(separator: "\n") + "\n")
  }

  @Test("Rows of one body become one partner with its domains, and the first of its kinds")
  func oneBody() throws {
    var bench = ImportBench()
    let result = try Self.dotgov(
      &bench, "a.gov,City,Jefferson County,,Golden,CO",
      "b.gov,County - Election,JEFFERSON  COUNTY,,Golden,CO",
      "c.gov,Special district,Jefferson County ,,Golden,CO")
    #expect(result.preset == "dotgov")
    #expect(result.counts == [1, 0, 2, 0, 0])
    #expect(bench.workspace.count(.partner) == 1)
    #expect(bench.value("Jefferson County", "domains") == .texts(["a.gov", "b.gov", "c.gov"]))
    #expect(bench.value("Jefferson County", "kind") == .text("county"))
    #expect(bench.value("Jefferson County", "class") == .text("sltt"))
    #expect(bench.value("Jefferson County", "country") == .text("US"))
    #expect(bench.value("Jefferson County", "stage") == .text("prospect"))
    #expect(bench.value("Jefferson County", "tier") == nil)
  }

  @Test("The same name elsewhere is another partner, and no doubt")
  func elsewhere() throws {
    var bench = ImportBench()
    let result = try Self.dotgov(
      &bench, "a.gov,County,Jefferson County,,Golden,CO",
      "b.gov,County,Jefferson County,,Boulder,MT",
      "c.gov,City,Town of Clayton,,Larson,WI", "d.gov,City,Town of Clayton,,Soldiers Grove,WI",
      "e.gov,City,Jackson Township,,Myerstown,PA", "f.gov,City,Jackson Township,,Reeders,PA",
      "g.gov,City,Georgetown,,North,TX", "h.gov,City,Georgetown,,South,TX")
    #expect(result.counts == [7, 0, 1, 0, 0])
    #expect(result.report.review == 0)
    #expect(bench.partners(named: "Georgetown").count == 1)
  }

  @Test(
    "The kind is the first of the order, whatever the order of the rows",
    arguments: [
      (["City", "Tribal"], "tribal"), (["School district", "Interstate"], "school"),
      (["Special district", "City"], "city"), (["County", "State or territory"], "state"),
      (["Interstate", "Special district - Election"], "special-district"),
      (["City - Election", "County"], "county"),
    ])
  func kinds(types: [String], kind: String) throws {
    for order in [types, types.reversed()] {
      var bench = ImportBench()
      try Self.dotgov(
        &bench, "a.gov,\(order[0]),Body,,X,TX", "b.gov,\(order[1]),Body,,X,TX")
      #expect(bench.value("Body", "kind") == .text(kind))
    }
  }

  @Test("A state body in a territory is territorial")
  func territories() throws {
    var bench = ImportBench()
    try Self.dotgov(&bench, "a.gov,State or territory,Guam Customs,,Hagatna,GU")
    #expect(bench.value("Guam Customs", "kind") == .text("territorial"))
  }

  @Test("A federal body is its name anywhere; its parts are partners that are members of it")
  func federal() throws {
    var bench = ImportBench()
    let result = try Self.dotgov(
      &bench, "a.gov,Federal - Executive,Department of Energy,Ames Laboratory,Ames,IA",
      "b.gov,Federal - Executive,Department of Energy,,Washington,DC",
      "c.gov,Federal - Executive,DEPARTMENT OF ENERGY,Ames Laboratory,Washington,DC",
      "d.gov,Federal - Executive,Department of Defense,Office of Inspector General,Arlington,VA",
      "e.gov,Federal - Executive,Department of Energy,Office of Inspector General,Washington,DC")
    #expect(result.counts == [4, 0, 1, 0, 0])
    #expect(bench.workspace.count(.partner) == 5)
    #expect(
      bench.links("member-of") == [
        ["Ames Laboratory", "Department of Energy"],
        ["Office of Inspector General", "Department of Defense"],
        ["Office of Inspector General", "Department of Energy"],
      ])
    #expect(bench.value("Department of Energy", "domains") == .texts(["b.gov"]))
    #expect(bench.value("Department of Energy", "class") == .text("federal"))
    #expect(result.report.review == 0)
    let again = try Self.dotgov(
      &bench, "e.gov,Federal - Executive,Department of Energy,Office of Inspector General,X,DC")
    #expect(again.changesNothing)
  }

  @Test("A part of another body stays in the body; the part is kept as a field")
  func otherParts() throws {
    var bench = ImportBench()
    let result = try Self.dotgov(
      &bench, "a.gov,State or territory,State of Arizona,Department of Administration,Phoenix,AZ",
      "b.gov,State or territory,State of Arizona,Department of Health,Phoenix,AZ")
    #expect(result.counts == [1, 0, 1, 0, 0])
    #expect(
      bench.value("State of Arizona", "x.suborganization")
        == .text("Department of Administration; Department of Health"))
  }

  @Test("A domain or an identifier in common is the same partner; the other name is an alias")
  func marks() throws {
    var bench = ImportBench()
    let options = ImportOptions(map: ["uei=identifiers:uei"], set: ["kind=company"])
    let result = try bench.run(
      "name,state,domains,uei\nAlpha,TX,alpha.com,U1\nAlpha Holdings,NY,WWW.Alpha.com;b.com,\n"
        + "Beta,,,u1\nGamma,,b.com,\n", options)
    #expect(result.counts == [1, 0, 3, 0, 0])
    #expect(bench.workspace.count(.partner) == 1)
    #expect(bench.value("Alpha", "aliases") == .texts(["Alpha Holdings", "Beta", "Gamma"]))
    #expect(bench.value("Alpha", "state") == .text("TX"))
    #expect(bench.value("Alpha", "domains") == .texts(["alpha.com", "b.com"]))
    let again = try bench.run(
      "name,state,domains,uei\nAlpha,TX,alpha.com,U1\nAlpha Holdings,NY,alpha.com,\nBeta,,,u1\n",
      options)
    #expect(again.counts == [0, 0, 0, 3, 0])
    #expect(again.changesNothing)
  }

  @Test("The page of an association makes its members a doubt, not one body")
  func pages() throws {
    var bench = ImportBench()
    let options = ImportOptions(set: ["kind=tribal", "country=US"])
    let result = try bench.run(
      "name,state,domains\nNative Village of Council,AK,http://www.kawerak.org\n"
        + "Native Village of Wales,AK,http://kawerak.org/\nVillage of Council,AK,www.kawerak.org\n"
        + "Native Village of Diomede,AK,https://kawerak.org/our-region/diomede/\n", options)
    #expect(result.counts == [3, 0, 1, 0, 0])
    #expect(result.report.review == 1)
    #expect(
      bench.links("possible-same").map { Set($0) } == [
        ["Native Village of Wales", "Native Village of Council"]
      ])
    #expect(
      bench.value("Native Village of Diomede", "domains")
        == .texts(["kawerak.org/our-region/diomede"]))
  }

  @Test("A row in doubt makes its partner, and the pair goes on the review list once")
  func doubts() throws {
    var bench = ImportBench()
    let rows = [
      "a.gov,County,Uintah County,,Vernal,UT", "b.gov,County,Uintah County,,,",
      "c.gov,County,County of Boone,,Belvidere,IL", "d.gov,County,Boone County Government,,,IL",
      "e.gov,City,James Township,,Midland,MI", "f.gov,City,James Township,,,",
      "g.gov,City,City of Dallas,,Dallas,GA", "h.gov,City,\"City of Dallas, Georgia\",,Dallas,GA",
    ]
    let text = ([Self.header] + rows).joined(separator: "\n")
    let first = try bench.run(text)
    #expect(first.counts == [8, 0, 0, 0, 0])
    #expect(first.report.review == 4)
    #expect(
      bench.links("possible-same").map { Set($0) } == [
        ["Uintah County"], ["Boone County Government", "County of Boone"], ["James Township"],
        ["City of Dallas, Georgia", "City of Dallas"],
      ])
    let second = try bench.run(text)
    #expect(second.changesNothing)
    #expect(second.counts == [0, 0, 0, 8, 0])
  }

  @Test("A row with the name of one partner and the domain of another is a doubt of the two")
  func torn() throws {
    var bench = ImportBench()
    let options = ImportOptions(set: ["kind=company", "country=US"])
    try bench.run("name,domains\nAlpha,a.com\nBeta,b.com\n", options)
    let result = try bench.run("name,domains\nAlpha,b.com\n", options)
    #expect(result.report.review == 1)
    #expect(result.counts == [0, 1, 0, 0, 0])
    #expect(bench.value("Alpha", "domains") == .texts(["a.com", "b.com"]))
    #expect(bench.links("possible-same") == [["Alpha", "Beta"]])
    #expect(try bench.run("name,domains\nAlpha,b.com\n", options).changesNothing)
  }

  @Test("A pair that was settled is not asked again")
  func settled() throws {
    var bench = ImportBench()
    let options = ImportOptions(set: ["kind=company", "country=US"])
    try bench.run("name,domains\nAlpha,a.com\nBeta,b.com\n", options)
    let ids = bench.partners(named: "Alpha") + bench.partners(named: "Beta")
    try bench.run(
      "from,to,type\n\(ids[1].text),\(ids[0].text),different\n", .init(record: .link))
    #expect(bench.links("different") == [["Beta", "Alpha"]])
    #expect(try bench.run("name,domains\nAlpha,b.com\n", options).report.review == 0)
  }
}
