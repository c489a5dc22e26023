import ConcordCanvas
import ConcordModel

/// Draws the whole window: top line, the screen or page in front, hints, the lowest line, and what
/// lies on top.
package enum Frame {
  /// Columns and rows below which nothing is drawn but that.
  package static let leastSize = Size(width: 40, height: 10)

  /// The picture of a state.
  package static func canvas(_ state: DashboardState, _ workspace: Workspace) -> Canvas {
    var canvas = Canvas(size: state.size, glyphs: state.glyphs)
    guard state.size.width >= leastSize.width, state.size.height >= leastSize.height else {
      let words = "Concord needs 40x10 (this is \(state.size.width)x\(state.size.height))"
      for (y, line) in TextMeasure.wrapped(words, to: max(1, state.size.width)).enumerated() {
        canvas.put(line, x: 0, y: y)
      }
      return canvas
    }
    let scene = state.scene(workspace)
    TopLine(state).draw(into: &canvas, workspace.office)
    let body = canvas.bounds.inset(top: 1, bottom: 2)
    canvas.clipped(to: body) { state.top.draw(into: &$0, area: body, scene) }
    drawHints(into: &canvas, state, scene)
    drawMessage(into: &canvas, state)
    // A question about what a page shows lies on the page.
    if state.layer is any QuestionLayer || state.layer is ConfirmLayer, let below = state.layerBelow
    {
      below.draw(into: &canvas, scene)
    }
    state.layer?.draw(into: &canvas, scene)
    return canvas
  }

  /// The keys that are worth a hint now, the most useful first.
  static func hints(_ state: DashboardState, _ scene: Scene) -> [Binding] {
    state.hintRows.acting(state.top, scene).map(\.binding)
  }

  private static func drawHints(
    into canvas: inout Canvas, _ state: DashboardState, _ scene: Scene
  ) {
    let y = canvas.height - 2
    canvas.fill(Rect(x: 0, y: y, width: canvas.width, height: 1), style: Style(on: .bar))
    let rows = state.hintRows.acting(state.top, scene)
    // Help is always there; the others as long as there is room.
    let help = rows.first { $0.binding.action == .help }
    let helpWidth = 1 + (help?.keyWidth ?? 1) + 5
    let keyStyle = Style(.accent, on: .bar).bold
    var x = 1
    for row in rows where row.binding.action != .help {
      guard x + row.width + 2 + helpWidth < canvas.width else { continue }
      canvas.put(row.key, x: x, y: y, style: keyStyle)
      canvas.put(row.words, x: x + row.keyWidth, y: y, style: Style(.text, on: .bar))
      x += row.width + 2
    }
    let used = canvas.put(help?.key ?? ":", x: x, y: y, style: keyStyle)
    canvas.put(" help", x: x + used, y: y, style: Style(on: .bar))
  }

  /// Draws how far long work has come, at the right end of the lowest line.
  private static func drawRunning(_ work: RunningWork, into canvas: inout Canvas) {
    var parts = [work.what]
    if let percent = work.percent { parts.append("\(percent) %") }
    if let rate = work.rate { parts.append("\(Numbers.grouped(rate))/s") }
    if let seconds = work.secondsLeft { parts.append("\(seconds) s left") }
    parts.append("^C stops it")
    canvas.putRight(
      parts.joined(separator: " · "), end: canvas.width - 1, y: canvas.height - 1,
      style: Style(.accent), maxWidth: canvas.width - 2)
  }

  /// Draws what was said last into the lowest line.
  static func drawMessage(into canvas: inout Canvas, _ state: DashboardState) {
    let y = canvas.height - 1
    if let count = state.count {
      canvas.put("#" + count, x: 1, y: y, style: Style(.accent))
      return
    }
    if let running = state.running { drawRunning(running, into: &canvas) }
    guard let message = state.message else { return }
    let marks = canvas.glyphs.marks
    let (sign, style): (Character, Style) =
      switch message.tone {
      case .done: (marks.done, Style(.success))
      case .plain: (marks.separator, Style(.dim))
      case .warning: (marks.warning, Style(.warning))
      case .failed: (marks.failed, Style(.danger))
      }
    // A warning is told to its end, on as many lines as it takes: the next key takes it away again.
    let width = canvas.width - 4
    let isLong = message.tone == .warning || message.tone == .failed
    let lines = isLong ? TextMeasure.wrapped(message.text, to: width) : [message.text]
    let first = y - lines.count + 1
    for (place, line) in lines.enumerated() where first + place > 0 {
      if lines.count > 1 { canvas.fill(canvas.bounds.row(first + place), style: Style()) }
      let lead = place == 0 ? "\(sign) " : "  "
      canvas.put(
        [StyledText(lead, style), StyledText(line, style)], x: 1, y: first + place,
        maxWidth: canvas.width - 2)
    }
  }
}
