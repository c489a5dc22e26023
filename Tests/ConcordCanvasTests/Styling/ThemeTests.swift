import ConcordCanvas
import Testing

@Suite("A theme keeps meanings apart at every depth")
struct ThemeTests {
  @Test("Without colours there are only attributes", arguments: Appearance.allCases)
  func monochrome(appearance: Appearance) {
    let theme = Theme(appearance, depth: .none)
    for ink in Ink.allCases {
      for ground in Ground.allCases {
        let paint = theme.paint(Style(ink, on: ground))
        #expect(paint.foreground == .standard && paint.background == .standard)
      }
    }
    #expect(theme.paint(Style(on: .selection)).attributes == .reverse)
    #expect(theme.paint(Style(on: .bar)) != theme.paint(Style(on: .tab)))
  }

  @Test("No text has the colour of its ground", arguments: Appearance.allCases)
  func visible(appearance: Appearance) {
    for depth in ColourDepth.allCases where depth != .none {
      let theme = Theme(appearance, depth: depth)
      for ink in Ink.allCases {
        for ground in Ground.allCases {
          let paint = theme.paint(Style(ink, on: ground))
          let differs = paint.foreground != paint.background || paint.foreground == .standard
          #expect(differs, "\(ink) on \(ground) at \(depth)")
        }
      }
    }
  }

  @Test("Colours stay within the depth", arguments: ColourDepth.allCases)
  func depth(depth: ColourDepth) {
    let theme = Theme(.dark, depth: depth)
    for ink in Ink.allCases {
      for ground in Ground.allCases {
        let paint = theme.paint(Style(ink, on: ground))
        for colour in [paint.foreground, paint.background] {
          switch colour {
          case .standard: break
          case .indexed(let index):
            #expect(depth == .indexed || Int(index) < (depth == .eight ? 8 : 16))
          case .rgb: #expect(depth == .trueColour)
          }
        }
      }
    }
  }

  @Test("Text can be read on every ground (WCAG contrast)", arguments: Appearance.allCases)
  func contrast(appearance: Appearance) {
    let theme = Theme(appearance, depth: .trueColour)
    for ground in Ground.allCases where ground != .plain {
      for (ink, least) in [(Ink.text, 4.5), (.title, 4.5), (.dim, 4.0)] {
        let paint = theme.paint(Style(ink, on: ground))
        guard case (.rgb(let text), .rgb(let fill)) = (paint.foreground, paint.background) else {
          Issue.record("\(ink) on \(ground) has no colours of its own")
          continue
        }
        let contrast = Perception.contrast(text, fill)
        #expect(contrast >= least, "\(ink) on \(ground): \(contrast)")
      }
    }
  }

  @Test("Neighbouring levels differ to the eye, to a deuteranope's too")
  func ramp() {
    for appearance in Appearance.allCases {
      let theme = Theme(appearance, depth: .trueColour)
      let fills = Ramp.allCases.compactMap { ramp -> UInt32? in
        if case .rgb(let fill) = theme.paint(.level(ramp)).background { fill } else { nil }
      }
      #expect(fills.count == 5)
      for (low, high) in zip(fills, fills.dropFirst()) {
        let plain = Perception.distance(low, high)
        let seen = Perception.distance(
          Perception.deuteranopia(low), Perception.deuteranopia(high))
        #expect(plain >= 0.1, "\(appearance): \(plain)")
        #expect(seen >= 0.08, "\(appearance), deuteranope: \(seen)")
      }
    }
  }

  @Test(
    "NO_COLOR takes all colours away, unless it is empty",
    arguments: [
      (["NO_COLOR": "1"], ColourDepth.none), (["NO_COLOR": ""], .indexed), ([:], .indexed),
    ])
  func noColour(environment: [String: String], expected: ColourDepth) {
    #expect(ColourDepth(count: 256, environment: environment) == expected)
  }

  @Test(
    "A depth from a number of colours",
    arguments: [
      (-1, ColourDepth.none), (2, .none), (8, .eight), (16, .sixteen), (88, .sixteen),
      (256, .indexed), (1 << 24, .trueColour),
    ])
  func count(count: Int, depth: ColourDepth) {
    #expect(ColourDepth(count: count) == depth)
  }

  @Test(
    "COLORFGBG tells a light background",
    arguments: [("15;0", Appearance.dark), ("0;15", .light), ("0;default;7", .light), ("x", .dark)])
  func appearance(value: String, expected: Appearance) {
    #expect(Appearance(environment: ["COLORFGBG": value]) == expected)
  }

  @Test("Every sign of both sets is one column, and of ASCII where it must be")
  func signs() {
    for glyphs in [GlyphSet.unicode, .ascii] {
      #expect(glyphs.bars.count == 5 && glyphs.shades.count == 5)
      for sign in glyphs.bars + glyphs.shades + glyphs.eighths {
        #expect(TextMeasure.columns(of: String(sign)) == 1)
        #expect(!glyphs.isASCII || sign.isASCII)
      }
      for child in Mirror(reflecting: glyphs.marks).children {
        let sign = child.value as? Character ?? "x"
        #expect(TextMeasure.columns(of: String(sign)) == 1, "\(child.label ?? "")")
        #expect(!glyphs.isASCII || sign.isASCII, "\(child.label ?? "")")
      }
    }
    #expect(GlyphSet.unicode.eighth(0.5) == "▄")
    #expect(GlyphSet.unicode.eighth(.nan) == " ")
    #expect(GlyphSet.unicode.eighth(7) == "█")
  }
}
