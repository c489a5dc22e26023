import ConcordModel
import OfficeInMemory
import Testing

/// The filter language, on the sample office.
@Suite struct FilterTests {
  private static let office = Result { try SampleOffice.make() }

  private func names(_ text: String) throws -> [String] {
    let workspace = try Self.office.get().workspace
    let plan = FilterPlan(
      Filter(text), kind: .partner, in: workspace, me: workspace.person(handle: "a.chen"))
    #expect(plan.problems.isEmpty, "\(plan.problems)")
    let listing = Listing(.partner, SortOrder("name"), in: workspace)
    return listing.rows(plan, in: workspace).rows.map { Partner(workspace, Int($0)).name }
  }

  @Test(
    "terms and what they leave",
    arguments: [
      ("", 14), ("harbor", 1), ("harbr", 1), ("\"harbor city\"", 1), ("city -harbor", 0),
      ("kind:police", 2), ("kind:police | kind:vendor", 3), ("class:sltt", 7), ("-class:sltt", 7),
      ("risk>=high", 3), ("risk:none", 6), ("risk<moderate", 2), ("flags>1", 1), ("flags:0", 6),
      ("tier:1 state:LA", 2), ("tier<=2 -risk:none", 8), ("due<30d", 1), ("due:none", 13),
      ("stage:vetting", 1), ("owner:none", 14), ("city:\"harbor city\"", 2), ("assessed:yes", 8),
      ("standing:none", 8), ("country:US", 14), ("x.nothing:any", 0), ("ministry ardania", 1),
    ])
  func leaves(_ text: String, _ count: Int) throws {
    let found = try names(text)
    #expect(found.count == count, "\(text): \(found)")
  }

  @Test("the best match of a word comes first")
  func ranking() throws {
    #expect(try names("port").first == "Port Authority of Marisol")
    #expect(try names("gulf").first == "Gulf Maritime Association")
  }

  @Test(
    "an unknown field names the nearest",
    arguments: [
      ("riks>=high", "risk"), ("knd:police", "kind"), ("stat:LA", "state"),
    ])
  func unknownField(_ text: String, _ nearest: String) throws {
    let workspace = try Self.office.get().workspace
    let plan = FilterPlan(Filter(text), kind: .partner, in: workspace, me: nil)
    guard case .unknownField(_, let found)? = plan.problems.first else {
      Issue.record("no problem found in \(text)")
      return
    }
    #expect(found == nearest)
  }

  @Test(
    "a value that cannot be is a problem, and holds nothing back",
    arguments: [
      "risk>=hgh", "tier:two", "due<someday", "kind:zzz",
    ])
  func badValue(_ text: String) throws {
    let workspace = try Self.office.get().workspace
    let plan = FilterPlan(Filter(text), kind: .partner, in: workspace, me: nil)
    #expect(plan.problems.count == 1)
    let listing = Listing(.partner, SortOrder("name"), in: workspace)
    #expect(listing.rows(plan, in: workspace).rows.count == 14)
  }

  @Test(
    "what is not whole is a problem that says what it needs, and holds nothing back",
    arguments: [
      ("risk>=", "risk>= needs a value"), ("x.grant:", "x.grant: needs a value"),
      ("|", "| needs a term before it"), ("kind:police |", "| needs a term behind it"),
      ("| harbor", "| needs a term before it"), ("a | | b", "| needs a term before it"),
      ("-", "- needs a term right behind it"), ("harbor - city", "- needs a term right behind it"),
      ("\"harbor", "\"harbor needs its closing quote"),
      ("city:\"har", "\"har needs its closing quote"),
      ("...", "... needs a letter or a digit to look for"),
    ])
  func incomplete(_ text: String, _ sentence: String) throws {
    let workspace = try Self.office.get().workspace
    let plan = FilterPlan(Filter(text), kind: .partner, in: workspace, me: nil)
    #expect(plan.problems.map(\.sentence) == [sentence])
    let flags = FilterPlan(Filter("risk>="), kind: .flag, in: workspace, me: nil)
    #expect(flags.problems.map(\.sentence) == ["risk>= needs a value"])
  }

  @Test("flags understand their partner's fields too")
  func partnerFieldsOfFlags() throws {
    let workspace = try Self.office.get().workspace
    let plan = FilterPlan(Filter("class:foreign level>=high"), kind: .flag, in: workspace, me: nil)
    #expect(plan.problems.isEmpty)
    let listing = Listing(.flag, SortOrder("level", descending: true), in: workspace)
    let titles = listing.rows(plan, in: workspace).rows.map { Flag(workspace, Int($0)).title }
    #expect(titles == ["Confirmed listing of a deputy minister"])
  }

  @Test("any text at all is read without a trap", arguments: 0..<200)
  func anyText(_ seed: Int) throws {
    var source = IDSource.seeded(UInt64(seed), position: 1)
    let letters = Array("ab:<>=|-\"  risk>=due<tag é𝔸\u{301}.,;\n\t")
    let count = Int(source.next64() % 30)
    let text = String(
      (0..<count).map { _ in letters[Int(source.next64() % UInt64(letters.count))] })
    let workspace = try Self.office.get().workspace
    let plan = FilterPlan(Filter(text), kind: .partner, in: workspace, me: nil)
    let listing = Listing(.partner, SortOrder("risk"), in: workspace)
    #expect(listing.rows(plan, in: workspace).rows.count <= 14)
  }

  @Test(
    "letter by letter, looking only at what passed before finds what looking at all does",
    arguments: ["port emer", "harbr", "gulf kind:police", "police -harbor", "ab", "aut of"])
  func narrowing(_ typed: String) throws {
    let workspace = try Self.office.get().workspace
    let listing = Listing(.partner, SortOrder("name"), in: workspace)
    var before: (filter: Filter, passed: [Int32])?
    var narrowed = 0
    for length in 0...typed.count {
      let filter = Filter(String(typed.prefix(length)))
      let plan = FilterPlan(filter, kind: .partner, in: workspace, me: nil)
      let all = listing.rows(plan, in: workspace)
      #expect(Set(all.rows) == Set(all.passed))
      if let before, filter.narrows(before.filter) {
        narrowed += 1
        #expect(listing.rows(plan, in: workspace, among: before.passed).rows == all.rows)
      }
      before = (filter, all.passed)
    }
    #expect(narrowed > 0)
  }

  @Test("a third letter may stand apart from the first two, so all are looked at again")
  func thirdLetter() {
    #expect(Filter("ha").narrows(Filter("h")))
    #expect(!Filter("hab").narrows(Filter("ha")))
    #expect(Filter("harb").narrows(Filter("har")))
    #expect(!Filter("risk>=high").narrows(Filter("risk>=")))
    #expect(!Filter("har").narrows(Filter("")))
  }
}
