import Testing

@testable import ConcordCanvas

/// Long runs of letters are pasted text, short ones are typed.
@Suite struct KeyRunsTests {
  private func letters(_ count: Int) -> [Key] {
    Array(repeating: .character("z"), count: count)
  }

  @Test func aLongRunIsOnePaste() {
    let keys = letters(100) + [.enter] + letters(3)
    #expect(
      KeyRuns.gathered(keys)
        == [.paste(String(repeating: "z", count: 100)), .enter] + letters(3))
  }

  @Test func whatAPersonTypesStaysAsItIs() {
    let keys = letters(KeyRuns.shortest - 1) + [.escape]
    #expect(KeyRuns.gathered(keys) == keys)
    #expect(KeyRuns.gathered([]).isEmpty)
  }
}
