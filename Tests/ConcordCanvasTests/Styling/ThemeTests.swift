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

  @Test(
    "No text has the colour of its ground", arguments: Appearance.allCases, [false, true])
  func visible(appearance: Appearance, paintsPage: Bool) {
    for depth in ColourDepth.allCases where depth != .none {
      let theme = Theme(appearance, depth: depth, paintsPage: paintsPage)
      for ink in Ink.allCases {
        for ground in Ground.allCases {
          let paint = theme.paint(Style(ink, on: ground))
          let differs = paint.foreground != paint.background || paint.foreground == .standard
          #expect(differs, "\(ink) on \(ground) at \(depth)")
        }
      }
    }
  }

  @Test(
    "Colours stay within the depth", arguments: ColourDepth.allCases, Appearance.allCases)
  func depth(depth: ColourDepth, appearance: Appearance) {
    let theme = Theme(appearance, depth: depth, paintsPage: true)
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

  @Test(
    "A painted page leaves nothing to the terminal's own colours", arguments: Appearance.allCases)
  func paintedPage(appearance: Appearance) {
    for depth in ColourDepth.allCases {
      let theme = Theme(appearance, depth: depth, paintsPage: true)
      for ink in Ink.allCases {
        for ground in Ground.allCases {
          let paint = theme.paint(Style(ink, on: ground))
          let isOwn = paint.foreground != .standard && paint.background != .standard
          #expect(isOwn == (depth != .none), "\(ink) on \(ground) at \(depth)")
        }
      }
    }
  }

  @Test("An unpainted page is the terminal's own", arguments: Appearance.allCases)
  func ownPage(appearance: Appearance) {
    for depth in ColourDepth.allCases {
      let theme = Theme(appearance, depth: depth)
      for ink in Ink.allCases { #expect(theme.paint(Style(ink)).background == .standard) }
    }
  }

  @Test("All inks can be read on a painted page (WCAG contrast)", arguments: Appearance.allCases)
  func inksOnPage(appearance: Appearance) {
    for depth in [ColourDepth.indexed, .trueColour] {
      let theme = Theme(appearance, depth: depth, paintsPage: true)
      for ink in Ink.allCases {
        let paint = theme.paint(Style(ink))
        let contrast = Perception.contrast(
          Perception.rgb(paint.foreground), Perception.rgb(paint.background))
        // Lines need not be read to be understood; faint text is what one can do without.
        let least: Double =
          switch ink {
          case .border: 2
          case .faint: 3
          case .text: 7
          default: 4.5
          }
        #expect(contrast >= least, "\(ink) at \(depth): \(contrast)")
      }
    }
  }

  @Test(
    "With few colours, too, whether they are xterm's or the console's",
    arguments: Appearance.allCases)
  func fewInksOnPage(appearance: Appearance) {
    for depth in [ColourDepth.eight, .sixteen] {
      for base in [Perception.xterm, Perception.console] {
        let theme = Theme(appearance, depth: depth, paintsPage: true)
        for ink in Ink.allCases {
          let paint = theme.paint(Style(ink))
          let contrast = Perception.contrast(
            Perception.rgb(paint.foreground, base), Perception.rgb(paint.background, base))
          // The console's red on its black has 2.7:1; every meaning has a sign besides.
          #expect(contrast >= 2.6, "\(ink) at \(depth): \(contrast)")
        }
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

  @Test(
    "A page's colour tells what suits it",
    arguments: [
      (0x000000, Appearance.dark), (0xFFFFFF, .light), (0x002B36, .dark), (0xFDF6E3, .light),
      (0x101418, .dark), (0xBCBCBC, .light), (0x5F5F5F, .dark), (0x0000FF, .dark),
      (0x00FF00, .light),
    ] as [(UInt32, Appearance)])
  func page(rgb: UInt32, expected: Appearance) {
    #expect(Appearance(page: rgb) == expected)
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
