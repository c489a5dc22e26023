import ConcordCanvas
import Testing

@Suite("No text, place or area makes a canvas inconsistent")
struct CanvasFuzzTests {
  @Test("Random drawing stays inside its clip and leaves whole signs only", arguments: 1...40)
  func fuzz(seed: UInt64) {
    var random = SplitMix(state: seed)
    let glyphs = seed.isMultiple(of: 4) ? GlyphSet.ascii : .unicode
    var canvas = Canvas(width: Int(random.next(24)), height: Int(random.next(6)), glyphs: glyphs)
    for step in 0..<60 {
      let area = Rect(
        x: random.place(30), y: random.place(8), width: random.place(30), height: random.place(8))
      let before = canvas
      canvas.clipped(to: area) { Self.draw(&$0, &random) }
      for y in 0..<canvas.height {
        for x in 0..<canvas.width where !area.contains(Point(x: x, y: y)) {
          // At most the other half of a wide sign at the edge turns blank.
          let kept = canvas[x, y] == before[x, y]
          let wasWide = before[x, y].width != 1 && canvas[x, y].glyph == .space
          #expect(kept || wasWide, "seed \(seed), step \(step), cell \(x), \(y)")
        }
      }
      #expect(Self.isWhole(canvas), "seed \(seed), step \(step)")
    }
  }

  private static func draw(_ canvas: inout Canvas, _ random: inout SplitMix) {
    let text = random.text()
    let (x, y) = (random.place(30), random.place(8))
    let area = Rect(x: x, y: y, width: random.place(30), height: random.place(8))
    switch random.next(6) {
    case 0: canvas.put(text, x: x, y: y)
    case 1: canvas.put(text, x: x, y: y, maxWidth: random.place(12))
    case 2: canvas.put(text, in: area, align: .right)
    case 3: canvas.box(area, title: text, trailing: random.text(), focused: true)
    case 4: canvas.fill(area, with: text.first ?? "x")
    default: canvas.put([StyledText(text), StyledText(random.text())], x: x, y: y, maxWidth: 9)
    }
  }

  private static func isWhole(_ canvas: Canvas) -> Bool {
    (0..<canvas.height).allSatisfy { y in
      let row = Array(canvas.row(y))
      return row.indices.allSatisfy { x in
        let cell = row[x]
        let follows = x > 0 && row[x - 1].width == 2
        let base = cell.glyph.base
        let isSafe = base.value >= 0x20 && !(0x7F..<0xA0).contains(base.value)
        let fits = cell.width != 2 || x + 1 < row.count
        return cell.isContinuation == follows && isSafe && fits
          && (cell.isContinuation || ScalarWidth.columns(of: base) == Int(cell.width))
      }
    }
  }
}

/// A small generator, so that a failure's seed brings the failure back.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func next(_ bound: UInt64) -> UInt64 { next() % bound }

  /// From a little before the window to a little beyond it.
  mutating func place(_ bound: UInt64) -> Int { Int(next(bound)) - 4 }

  mutating func text() -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<next(14) {
      let range = Self.ranges[Int(next(UInt64(Self.ranges.count)))]
      let value = range.lowerBound + UInt32(next(UInt64(range.count)))
      text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    return String(text)
  }

  private static let ranges: [ClosedRange<UInt32>] = [
    0x20...0x7E, 0x20...0x7E, 0x00...0x1F, 0x7F...0xFF, 0x300...0x36F, 0x4E00...0x4EFF,
    0xAC00...0xACFF, 0x1100...0x11FF, 0x900...0x97F, 0x200B...0x206F, 0x1F1E6...0x1F1FF,
    0x1F300...0x1F6FF, 0xFE00...0xFE0F, 0x0...0x10FFFF,
  ]
}
