import ConcordCanvas
import Glibc
import Testing

@testable import ConcordTerminal

@Suite("The canvas and the C library count the same columns")
struct LibraryWidthTests {
  /// Where they differ: the library's Unicode is older (hexagrams, counting rods), or it counts a
  /// scalar that the canvas never draws (flag letters, fillers) or draws otherwise.
  static let known: [ClosedRange<UInt32>] = [
    0x2630...0x2637, 0x268A...0x268F, 0x302E...0x302F, 0x3164...0x3164, 0x3248...0x324F,
    0xFFA0...0xFFA0, 0x1171E...0x1171E, 0x16FF0...0x16FF1, 0x1D300...0x1D376, 0x1F1E6...0x1F1FF,
  ]

  @Test("Every scalar the library knows, but for a short list")
  func agreement() throws {
    try #require(setlocale(LC_CTYPE, "C.UTF-8") != nil)
    var compared = 0
    for value in UInt32(0xA0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), case let library = RowWriter.libraryWidth(scalar),
        library >= 0, !Self.known.contains(where: { $0.contains(value) })
      else { continue }
      compared += 1
      let ours = ScalarWidth.columns(of: scalar)
      if ours != library {
        Issue.record("U+\(String(value, radix: 16)): \(ours) here, \(library) in the library")
      }
    }
    #expect(compared > 200_000)
  }
}
