import ConcordCanvas
import ConcordModel

/// Likelihood and impact as a dot on the risk matrix, which the arrow keys move.
struct RatingMatrix: Sendable {
  /// Columns and lines of it with its frame.
  static let size = Size(width: 34, height: 8)

  private(set) var likelihood: Int
  private(set) var impact: Int
  /// Whether anybody has rated it: a dot that nobody set is no answer.
  private(set) var isChosen: Bool

  /// Begins where the flag stands, or in the middle.
  init(_ subjects: [RecordID], _ scene: Scene) {
    let rating =
      subjects.count == 1
      ? subjects.first.flatMap { $0.kind == .flag ? scene.workspace.row($0) : nil }
        .flatMap { scene.workspace.flagFigure(row: $0)?.inherent } : nil
    isChosen = rating != nil
    likelihood = rating?.likelihood ?? 3
    impact = rating?.impact ?? 3
  }

  /// Takes an answer that was typed.
  mutating func take(likelihood: Int?, impact: Int?) {
    if likelihood != nil || impact != nil { isChosen = true }
    self.likelihood = likelihood ?? self.likelihood
    self.impact = impact ?? self.impact
  }

  /// Moves the dot; false where the key is no arrow.
  mutating func move(_ key: Key) -> Bool {
    switch key {
    case .up: likelihood = min(5, likelihood + 1)
    case .down: likelihood = max(1, likelihood - 1)
    case .right: impact = min(5, impact + 1)
    case .left: impact = max(1, impact - 1)
    default: return false
    }
    isChosen = true
    return true
  }

  /// The level that the dot stands on.
  func level(_ scene: Scene) -> Level? {
    guard isChosen else { return nil }
    return Rating(likelihood: likelihood, impact: impact).map { scene.workspace.policy.level($0) }
  }

  func draw(into canvas: inout Canvas, above y: Int, _ scene: Scene) {
    let area = Rect(
      x: 0, y: y - Self.size.height, width: min(canvas.width, Self.size.width),
      height: Self.size.height)
    guard area.y >= 0 else { return }
    canvas.fill(area, style: Style(on: .overlay))
    let inside = canvas.box(
      area, title: "Arrows or two digits", trailing: level(scene)?.words ?? "", focused: true,
      ground: .overlay)
    for likely in 1...5 {
      let line = inside.row(5 - likely)
      canvas.put(
        Level(rawValue: likely - 1)?.short ?? "", x: line.x + 1, y: line.y,
        style: Style(.dim, on: .overlay))
      for hard in 1...5 {
        guard let rating = Rating(likelihood: likely, impact: hard) else { continue }
        let style = Style.level(RiskMark.ramp(scene.workspace.policy.level(rating)))
        let cell = Rect(x: line.x + 4 + (hard - 1) * 4, y: line.y, width: 4, height: 1)
        canvas.fill(cell, style: style)
        if isChosen, likely == likelihood, hard == impact {
          canvas.put("[", x: cell.x, y: cell.y, style: style.bold)
          canvas.put(canvas.glyphs.marks.inherent, x: cell.x + 1, y: cell.y, style: style.bold)
          canvas.put("]", x: cell.x + 2, y: cell.y, style: style.bold)
        }
      }
    }
    for hard in 1...5 {
      canvas.put(
        Level(rawValue: hard - 1)?.short ?? "", x: inside.x + 5 + (hard - 1) * 4,
        y: inside.y + 5, style: Style(.dim, on: .overlay))
    }
  }
}
