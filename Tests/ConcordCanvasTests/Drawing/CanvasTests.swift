import ConcordCanvas
import Testing

@Suite("A canvas shows what is drawn on it, and nothing beyond")
struct CanvasTests {
  @Test("A box carries its title and, where there is room, a trailing text")
  func box() {
    var canvas = Canvas(width: 31, height: 4)
    let inside = canvas.box(canvas.bounds, title: "Partners", trailing: "214 · risk ▼")
    canvas.put("Harbor City", in: inside, style: .plain)
    canvas.put("72", in: inside, align: .right)
    #expect(inside == Rect(x: 1, y: 1, width: 29, height: 2))
    #expect(
      canvas.textLines() == [
        "┌─ Partners ─── 214 · risk ▼ ─┐",
        "│Harbor City                72│",
        "│                             │",
        "└─────────────────────────────┘",
      ])
  }

  @Test("A box gives up its trailing text first, then its title", arguments: 0...12)
  func narrowBox(width: Int) {
    var canvas = Canvas(width: 12, height: 3)
    let inside = canvas.box(
      Rect(x: 0, y: 0, width: width, height: 3), title: "Queue", trailing: "37")
    #expect(inside.width == max(0, width - 2))
    #expect(canvas.textLines()[0] == Self.tops[width])
  }

  private static let tops = [
    "", "", "┌┐", "┌─┐", "┌──┐", "┌───┐", "┌────┐", "┌─ … ─┐", "┌─ Q… ─┐", "┌─ Qu… ─┐",
    "┌─ Que… ─┐", "┌─ Queue ─┐", "┌─ Queue ──┐",
  ]

  @Test("In ASCII a box is drawn in ASCII")
  func asciiBox() {
    var canvas = Canvas(width: 8, height: 3, glyphs: .ascii)
    canvas.box(canvas.bounds)
    #expect(canvas.textLines() == ["+------+", "|      |", "+------+"])
  }

  @Test("A wide sign cut by an edge or by another text leaves a blank, never a half")
  func halves() {
    var canvas = Canvas(width: 6, height: 1)
    canvas.put("日本語", x: -1, y: 0)
    #expect(canvas.textLines() == [" 本語"])
    canvas.put("x", x: 2, y: 0)
    #expect(canvas.textLines() == ["  x語"])
    canvas.put("日", x: 3, y: 0)
    #expect(canvas.textLines() == ["  x日"])
    canvas.put("日", x: 5, y: 0, maxWidth: 2)
    #expect(canvas.textLines() == ["  x日"])
    #expect(canvas[5, 0].glyph == .space)
  }

  @Test("Drawing stays inside the clip, and clips nest")
  func clip() {
    var canvas = Canvas(width: 10, height: 3)
    canvas.clipped(to: Rect(x: 2, y: 1, width: 4, height: 1)) { canvas in
      canvas.fill(canvas.bounds, with: "·")
      canvas.clipped(to: Rect(x: 0, y: 0, width: 4, height: 3)) { canvas in
        canvas.put("abcdefgh", x: 0, y: 1, maxWidth: 8)
        canvas.put("abcdefgh", x: 0, y: 2)
      }
    }
    #expect(canvas.textLines() == ["", "  cd··", ""])
    #expect(canvas.clip == canvas.bounds)
  }

  @Test(
    "A line of several styles is cut as a whole",
    arguments: [
      (20, "Rule: missing."), (13, "Rule: missin…"), (6, "Rule:…"), (5, "Rule…"), (0, ""),
    ])
  func line(room: Int, expected: String) {
    var canvas = Canvas(width: 20, height: 1)
    let used = canvas.put(
      [StyledText("Rule: ", Style(.dim)), StyledText("missing", Style(.accent)), StyledText(".")],
      x: 0, y: 0, maxWidth: room)
    #expect(canvas.textLines() == [expected])
    #expect(used == expected.count)
  }

  @Test("Text aligns right and in the middle")
  func alignment() {
    var canvas = Canvas(width: 9, height: 2)
    canvas.putRight("72", end: 9, y: 0)
    canvas.put("日", in: canvas.bounds.row(1), align: .center)
    #expect(canvas.textLines() == ["       72", "   日"])
    #expect(canvas.putRight("too long", end: 4, y: 0) == 4)
    #expect(canvas.textLines()[0] == "too…   72")
  }

  @Test("A highlight changes the ground and leaves what is drawn")
  func highlight() {
    var canvas = Canvas(width: 3, height: 1)
    canvas.put("a", x: 0, y: 0, style: Style(.danger, .bold))
    canvas.highlight(canvas.bounds, ground: .selection)
    #expect(canvas[0, 0].style == Style(.danger, on: .selection, .bold))
    #expect(canvas[2, 0].style == Style(on: .selection))
    #expect(canvas[7, 7] == .blank())
  }

  @Test("An empty canvas takes everything and shows nothing")
  func empty() {
    var canvas = Canvas(width: 0, height: -4)
    canvas.put("日本", x: 0, y: 0)
    canvas.box(Rect(x: -5, y: -5, width: 20, height: 20), title: "x")
    canvas.fill(Rect(x: 0, y: 0, width: 9, height: 9), with: "x")
    #expect(canvas.textLines().isEmpty)
  }
}
