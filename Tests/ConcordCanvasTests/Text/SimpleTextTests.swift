import Testing

@testable import ConcordCanvas

/// Texts of signs and letters that each take a column are drawn by a shorter way: to the same cells.
@Suite struct SimpleTextTests {
  /// All scalars that may be on the shorter way.
  private static let simple = (0x20..<0x3000).compactMap(Unicode.Scalar.init).filter {
    TextMeasure.simpleCount(of: String($0)) != nil
  }

  @Test("each such scalar is one piece of one column, drawn as it stands")
  func pieces() {
    #expect(Self.simple.count > 1_500)
    for scalar in Self.simple {
      let pieces = TextShaping.pieces(of: String(scalar), ascii: false)
      #expect(
        pieces == [TextPiece(glyph: Glyph(scalar), width: 1, startsCluster: true)], "\(scalar)")
    }
  }

  @Test("no two of them make something else together")
  func together() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let text = text(of: Int.random(in: 2...12, using: &random), &random)
      let pieces = TextShaping.pieces(of: text, ascii: false)
      #expect(pieces.map(\.glyph) == text.unicodeScalars.map { Glyph($0) })
      #expect(pieces.allSatisfy { $0.width == 1 && $0.startsCluster })
    }
  }

  @Test("cut, clipped and aligned as they should be")
  func cells() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let text = text(of: Int.random(in: 1...14, using: &random), &random)
      let room = Int.random(in: 1...16, using: &random)
      let x = Int.random(in: -4...13, using: &random)
      let scalars = Array(text.unicodeScalars)
      let isCut = scalars.count > room
      let shown = isCut ? scalars.prefix(room - 1) + ["…"] : scalars[...]
      var canvas = Canvas(width: 12, height: 1)
      #expect(canvas.put(text, x: x, y: 0, style: Style(.dim), maxWidth: room) == shown.count)
      for column in 0..<12 {
        let place = column - x
        let cell =
          shown.indices.contains(place)
          ? Cell(Glyph(shown[place]), style: Style(.dim)) : Cell.blank()
        #expect(canvas[column, 0] == cell, "\(text) in \(room) at \(x), column \(column)")
      }
      var right = Canvas(width: 12, height: 1)
      let used = right.put(text, in: right.bounds, style: Style(.dim), align: .right)
      #expect(used == min(12, scalars.count))
      #expect(
        right[12 - used, 0].glyph == Glyph(used == 1 && scalars.count > 12 ? "…" : scalars[0]))
      #expect(right[11, 0].glyph == Glyph(scalars.count > 12 ? "…" : scalars[scalars.count - 1]))
    }
  }

  @Test("what hides, joins or takes two columns is not among them, nor is anything in ASCII")
  func others() {
    for text in ["\u{AD}", "\u{200D}", "\u{202E}", "e\u{301}", "\u{231A}", "\u{25FD}", "\u{A0}"] {
      #expect(TextMeasure.simpleCount(of: text) == nil)
    }
    var canvas = Canvas(width: 4, height: 1, glyphs: .ascii)
    canvas.put("é→x", x: 0, y: 0)
    #expect(canvas.textLines() == ["e>x"])
  }

  private func text(of length: Int, _ random: inout SystemRandomNumberGenerator) -> String {
    String(
      String.UnicodeScalarView(
        (0..<length).map { _ in Self.simple.randomElement(using: &random) ?? " " }))
  }
}
