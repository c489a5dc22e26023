import ConcordCanvas
import ConcordModel

/// The window while the store is being opened: the top line as it will be, and what is known so far.
package enum OpeningFrame {
  /// The picture.
  ///
  /// - Parameters:
  ///   - state: as it begins; its screens have nothing to show yet.
  ///   - office: whose store it is.
  package static func canvas(
    _ state: DashboardState, _ office: Office, _ opening: OpeningProgress
  ) -> Canvas {
    var canvas = Canvas(size: state.size, glyphs: state.glyphs)
    guard state.size.width >= 40, state.size.height >= 10 else {
      canvas.put("opening \(office.name)", x: 0, y: 0)
      return canvas
    }
    TopLine(state).draw(into: &canvas, office)
    var pen = Pen(canvas.bounds.inset(left: 2, top: 2, right: 2, bottom: 2))
    pen.line(into: &canvas, [StyledText(title(state), Style(.title).bold)])
    let counts = counts(opening.counts)
    if !counts.isEmpty { pen.line(into: &canvas, [StyledText(counts, Style(.text))]) }
    if let progress = opening.progress {
      pen.line(into: &canvas, [StyledText(words(progress), Style(.dim))])
    }
    drawHint(into: &canvas)
    Frame.drawMessage(into: &canvas, state)
    return canvas
  }

  private static func title(_ state: DashboardState) -> String {
    guard let day = state.asOf else { return "opening the store" }
    return "opening the office as of \(day.text)"
  }

  /// What the cache has, the kinds that fill screens.
  private static func counts(_ counts: [RecordKind: Int]) -> String {
    let known = [RecordKind.partner, .flag, .task].compactMap { kind -> String? in
      guard let count = counts[kind] else { return nil }
      let schema = FieldTable.standard[kind]
      return Numbers.grouped(count) + " " + (count == 1 ? schema.word : schema.plural)
    }
    return known.joined(separator: ", ")
  }

  private static func words(_ progress: Progress) -> String {
    guard let total = progress.total, total > 0 else { return progress.what }
    return "\(progress.what): \(progress.done * 100 / total) %"
  }

  private static func drawHint(into canvas: inout Canvas) {
    let y = canvas.height - 2
    canvas.fill(Rect(x: 0, y: y, width: canvas.width, height: 1), style: Style(on: .bar))
    canvas.put(
      [StyledText("Q", Style(.accent, on: .bar).bold), StyledText(" quit", Style(on: .bar))], x: 1,
      y: y)
  }
}
