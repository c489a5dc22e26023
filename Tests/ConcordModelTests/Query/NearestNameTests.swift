import ConcordModel
import Testing

/// What is near a name.
@Suite struct NearestNameTests {
  @Test("a megabyte that was pasted into a field is near nothing, and is found so at once")
  func pasted() {
    let names = (0..<5_000).map { "name-\($0)" }
    #expect(NearestName.of(String(repeating: "name-1 ", count: 150_000), among: names) == nil)
    #expect(NearestName.of("nmae-17", among: names) != nil)
    #expect(NearestName.of("nam", among: names) == "name-0")
  }
}
