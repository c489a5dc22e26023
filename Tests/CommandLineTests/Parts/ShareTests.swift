import Testing

@testable import ConcordApp

/// Shares as people read them.
struct ShareTests {
  @Test(arguments: [
    (85, 120, 71), (0, 120, 0), (1, 1000, 1), (999, 1000, 99), (1000, 1000, 100), (1, 2, 50),
    (1, 8, 13), (0, 0, 0), (1, 3, 33), (2, 3, 67),
  ])
  func roundedAndHonestAtTheEnds(_ part: Int, _ whole: Int, _ percent: Int) {
    #expect(Share.percent(part, of: whole) == percent)
  }
}
