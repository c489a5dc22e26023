import ConcordCanvas
import ConcordModel

/// A cell of the heatmap as it is drawn: how many flags, the level by colour and by a sign, and what
/// has changed.
struct HeatmapCellView {
  let value: HeatmapValue
  let isSelected: Bool
  /// Whether the partner that is selected beside has a flag in it.
  let isOwn: Bool
  /// Whether its flags are marked.
  let isMarked: Bool

  /// - Parameter gap: the free column before it, where there is one.
  func draw(into canvas: inout Canvas, _ cell: Rect, gap: Point?) {
    let ground = value.level.map { Style.level(RiskMark.ramp($0)) } ?? .plain
    if value.level != nil { canvas.fill(cell, style: ground) }
    var sign = sign(canvas.glyphs, isInside: gap == nil)
    if let gap, let outside = sign {
      canvas.put(outside, x: gap.x, y: gap.y, style: isMarked ? Style(.accent) : .plain)
      sign = nil
    }
    let line = cell.row(0)
    let isPair = cell.height > 1 && value.difference != nil
    let bar = value.level.map { level in
      canvas.glyphs.isASCII
        ? canvas.glyphs.shade(RiskMark.ramp(level)) : canvas.glyphs.bar(RiskMark.ramp(level))
    }
    let room = line.width - (bar == nil ? 0 : 1)
    var (text, hasBar) = (self.text(room: room, isPair: isPair, sign), bar != nil)
    let wide = self.text(room: line.width, isPair: isPair, sign)
    // Where it is selected the brackets go before the bar: they tell so without any colour.
    let isFramedWide = isSelected && !text.hasPrefix("[") && wide.hasPrefix("[")
    if isFramedWide || TextMeasure.columns(of: text) > room {
      text = wide
      hasBar = false
    }
    // In a wide cell off its edge, where it would look like a dent.
    let margin = line.width > 6 ? 2 : 0
    let isWide = TextMeasure.columns(of: text) + margin + 1 < room
    if hasBar, let bar {
      // In the ink of its level: without colours the highest ground is reversed, and a full bar on it
      // would look empty.
      let ink = value.level.map { Style(.level(RiskMark.ramp($0))) } ?? .plain
      canvas.put(bar, x: line.x + (margin > 0 && isWide ? 1 : 0), y: line.y, style: ink)
    }
    let isEmpty = value.flags == 0 && value.difference ?? 0 == 0
    let style =
      isSelected ? ground.reverse.bold : isEmpty && value.level == nil ? Style(.faint) : ground.bold
    let width = line.width - (TextMeasure.columns(of: text) + margin <= room ? margin : 0)
    canvas.put(
      text, in: Rect(x: line.x, y: line.y, width: width, height: 1), style: style, align: .right)
    if isPair, let difference = value.difference {
      canvas.put(
        Self.difference(difference, room: width, isEmpty: isEmpty),
        in: Rect(x: line.x, y: line.y + 1, width: width, height: 1), style: ground, align: .right)
    }
    if isSelected { canvas.cursor = Cursor(x: cell.x, y: cell.y) }
  }

  private func sign(_ glyphs: GlyphSet, isInside: Bool) -> Character? {
    if isMarked { return glyphs.marks.marked }
    guard isOwn else { return nil }
    return isInside ? glyphs.marks.inherent : glyphs.marks.selected
  }

  /// The longest text that fits, with brackets where it is selected and they fit too.
  private func text(room: Int, isPair: Bool, _ sign: Character?) -> String {
    let prefix = sign.map { String($0) } ?? ""
    var candidates: [String] = []
    let isEmpty = value.flags == 0 && value.difference ?? 0 == 0
    if isEmpty {
      candidates = ["·"]
    } else if let difference = value.difference, !isPair {
      let short = Self.difference(
        difference, room: room - prefix.count - (value.wasLevel == nil ? 0 : 1), isEmpty: false)
      candidates = ["\(Numbers.grouped(value.flags)) \(short)", short]
    } else {
      candidates = [
        Numbers.grouped(value.flags),
        Self.short(value.flags, room: room - prefix.count - (value.wasLevel == nil ? 0 : 1)),
      ]
    }
    // The worst level is another one than it was.
    let suffix = value.wasLevel == nil ? "" : "*"
    candidates = candidates.map { prefix + $0 + suffix }
    if isSelected {
      let framed = candidates.map { "[\($0)]" }
      if let fits = framed.first(where: { TextMeasure.columns(of: $0) <= room }) { return fits }
    }
    return candidates.first { TextMeasure.columns(of: $0) <= room } ?? candidates.last ?? ""
  }

  /// A number in at most so many columns, in thousands where it must be.
  private static func short(_ number: Int, room: Int) -> String {
    let digits = String(number)
    guard digits.count > room, number > 999 else { return digits }
    let thousands = "\(number / 1000)k"
    return thousands.count > room && number > 999_999 ? "\(number / 1_000_000)M" : thousands
  }

  /// `+3`, `−2`, or `=`.
  static func difference(_ number: Int, room: Int, isEmpty: Bool) -> String {
    if isEmpty { return "" }
    if number == 0 { return "=" }
    return (number > 0 ? "+" : "−") + short(abs(number), room: room - 1)
  }
}
