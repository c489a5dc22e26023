import OfficeInMemory
import Testing

@testable import ConcordModel

/// Who types a state or a kind and finds nothing is told how to look there.
@Suite struct FilterAdviceTests {
  private func office() throws -> MemoryOffice {
    var office = MemoryOffice()
    _ = try office.make("partner", "name=Ash Police", "kind=police", "state=LA", "city=Marisol")
    _ = try office.make("partner", "name=Birch University", "kind=academic", "state=TX")
    return office
  }

  @Test(
    "words that are values of a field",
    arguments: [
      ("tx", ["state:tx"]), ("academic", ["kind:academic"]), ("marisol", ["city:marisol"]),
      ("la academic", ["state:la", "kind:academic"]),
    ])
  func values(_ text: String, _ terms: [String]) throws {
    let workspace = try office().workspace
    let found = FilterAdvice.terms(Filter(text), kind: .partner, in: workspace)
    for term in terms { #expect(found.contains(term), "\(found)") }
    let sentence = try #require(
      FilterAdvice.sentence(Filter(text), kind: .partner, in: workspace))
    #expect(sentence.contains("Do you mean \(found[0])"))
  }

  @Test("a term is only named where something has it, and nothing is said without words")
  func others() throws {
    let workspace = try office().workspace
    #expect(FilterAdvice.terms(Filter("vendor wy"), kind: .partner, in: workspace) == [])
    #expect(
      FilterAdvice.sentence(Filter("vendor"), kind: .partner, in: workspace)?
        .hasPrefix("Words look for names;") == true)
    #expect(FilterAdvice.sentence(Filter("kind:vendor"), kind: .partner, in: workspace) == nil)
  }
}
