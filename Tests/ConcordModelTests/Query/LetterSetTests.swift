import OfficeInMemory
import Testing

@testable import ConcordModel

/// The letters of names let a filter pass over most of them: never over one that fits.
@Suite struct LetterSetTests {
  @Test("a text has the letters of each of its parts, and lacks those it does not have")
  func holding() {
    let name = LetterSet(Array("harbor city 9".utf8))
    #expect(name.holds(LetterSet(Array("cry".utf8))) && name.holds(LetterSet()))
    #expect(!name.holds(LetterSet(Array("harbour".utf8))))
    #expect(!name.holds(LetterSet(Array("8".utf8))))
    let both = LetterSet(Array("ab".utf8)).union(LetterSet(Array("cd".utf8)))
    #expect(both == LetterSet(Array("dcba".utf8)))
  }

  @Test(
    "all that a pattern ranks has its letters: random names and words of few letters, any bytes")
  func neverPassesOverWhatFits() {
    var random = SystemRandomNumberGenerator()
    let letters = Array("abcé9-\n ".utf8)
    var ranked = 0
    for _ in 0..<20_000 {
      let name = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        letters.randomElement(using: &random) ?? 97
      }
      let word = String(
        (0..<Int.random(in: 1...4, using: &random)).map { _ -> Character in
          "abcé9-".randomElement(using: &random) ?? "a"
        })
      let pattern = FuzzyPattern(word, isPhrase: Bool.random(using: &random))
      let rank = name.withUnsafeBufferPointer { pattern.rank(in: $0) }
      guard rank != nil else { continue }
      ranked += 1
      #expect(LetterSet(name).holds(pattern.letters), "\(word) in \(name)")
    }
    #expect(ranked > 500)
  }

  @Test("a name that was changed is found by its new letters")
  func changed() throws {
    var office = MemoryOffice()
    let id = try office.make("partner", "name=Ash County", "kind=county")
    var edit = Invocation("record.edit", on: [id])
    edit.answers["field"] = ["name=Birch Quay"]
    _ = try office.run(edit)
    let workspace = office.workspace
    let row = try #require(workspace.row(id))
    let plan = { FilterPlan(Filter($0), kind: .partner, in: workspace, me: nil) }
    #expect(plan("quay").rank(workspace, .partner, row) != nil)
    #expect(plan("ash").rank(workspace, .partner, row) == nil)
  }
}
