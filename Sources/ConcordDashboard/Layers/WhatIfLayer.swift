import ConcordCanvas
import ConcordModel

/// A flag as it might be: the arrows move its rating, letters put its treatments in force, and the
/// screen behind shows what would follow. Nothing is saved.
package struct WhatIfLayer: Layer {
  private let flag: RecordID
  /// Whether a heatmap is drawn beside: on screens that have none.
  private let showsMap: Bool
  /// The treatment that the space key is about.
  private var selected = 0
  /// Whether that is what was looked at last.
  private var isAtTreatments = false
  /// The first of two digits.
  private var likelihood: Int?

  package init(_ flag: RecordID, showsMap: Bool) {
    self.flag = flag
    self.showsMap = showsMap
  }

  // MARK: Keys

  package mutating func handle(_ key: Key, _ scene: Scene) -> LayerResponse {
    let digit = likelihood
    likelihood = nil
    guard let whatIf = scene.whatIf, let row = scene.workspace.row(flag),
      let figure = scene.workspace.flagFigure(row: row), figure.isLive
    else { return .closeThen(.keepWhatIf) }
    let rating = figure.inherent
    let treatments = whatIf.treatments(of: flag)
    isAtTreatments = false
    switch key {
    case .escape: return .closeThen(.endWhatIf)
    case .enter: return .closeThen(.keepWhatIf)
    case .up: return suppose(rating.likelihood + 1, rating.impact)
    case .down: return suppose(rating.likelihood - 1, rating.impact)
    case .right: return suppose(rating.likelihood, rating.impact + 1)
    case .left: return suppose(rating.likelihood, rating.impact - 1)
    case .tab: select(selected + 1, of: treatments.count)
    case .backTab: select(selected - 1, of: treatments.count)
    case .character(" "): return toggle(selected, treatments)
    case .character(let character):
      if let number = character.wholeNumberValue {
        guard Rating.scale.contains(number) else { return .stay }
        if let digit { return suppose(digit, number) }
        likelihood = number
      } else if let place = Self.letters.firstIndex(of: character) {
        return toggle(place, treatments)
      }
    default: break
    }
    return .stay
  }

  package mutating func click(_ line: Int, _ scene: Scene) -> LayerResponse {
    toggle(line, scene.whatIf?.treatments(of: flag) ?? [])
  }

  private func suppose(_ likelihood: Int, _ impact: Int) -> LayerResponse {
    .stayThen(
      .supposeRating(flag, Rating(clampedLikelihood: likelihood, impact: impact)))
  }

  private mutating func toggle(
    _ place: Int, _ treatments: [(treatment: SupposedTreatment, isInForce: Bool)]
  ) -> LayerResponse {
    guard treatments.indices.contains(place) else { return .stay }
    select(place, of: treatments.count)
    return .stayThen(.supposeTreatment(flag, treatment: treatments[place].treatment.id))
  }

  private mutating func select(_ place: Int, of count: Int) {
    guard count > 0 else { return }
    selected = (place + count) % count
    isAtTreatments = true
  }

  private static let letters: [Character] = Array("abcdefghijklmnopqrstuvwxyz")

  // MARK: Drawing

  private static let mapSize = Size(width: 30, height: 8)
  private static let mapTitle = "Heatmap"
  /// Lines above the treatments.
  private static let headLines = 3

  package func draw(into canvas: inout Canvas, _ scene: Scene) {
    guard let whatIf = scene.whatIf else { return }
    let treatments = whatIf.treatments(of: flag)
    let most = canvas.height >= 24 ? canvas.height - 12 : canvas.height >= 16 ? 8 : 5
    let hasMap = showsMap && canvas.width >= 80 && most >= Self.mapSize.height
    let height = min(
      most, max(hasMap ? Self.mapSize.height : 0, Self.headLines + treatments.count + 2))
    let whole = Rect(x: 0, y: canvas.height - height, width: canvas.width, height: height)
    let (area, map) = whole.splitRight(hasMap ? Self.mapSize.width : 0)
    canvas.fill(whole, style: Style(on: .overlay))
    if hasMap { drawMap(into: &canvas, map, scene) }
    let inside = canvas.box(
      area, title: "What if · not saved",
      trailing: "Esc takes it back · Enter keeps it · arrows rate · a b c treat", focused: true,
      ground: .overlay
    ).inset(left: 1, right: 1)
    canvas.cursor = Cursor(x: inside.x, y: inside.y)
    guard let row = scene.workspace.row(flag), let now = scene.workspace.flagFigure(row: row),
      now.isLive, let before = whatIf.basis.row(flag).flatMap({ whatIf.basis.flagFigure(row: $0) })
    else {
      canvas.put(
        "it is not live any more: somebody else decided it", x: inside.x, y: inside.y,
        style: Style(on: .overlay), maxWidth: inside.width)
      return
    }
    var pen = Pen(inside)
    drawTitle(&pen, into: &canvas, row, scene)
    drawRating(&pen, into: &canvas, before, now, isTight: inside.width < 46)
    // Where there is room for three lines, the third says what was asked about last.
    if inside.height > Self.headLines || !isAtTreatments {
      drawPartner(&pen, into: &canvas, whatIf, row, scene)
    }
    // What is selected is in sight.
    let top = max(0, selected - pen.left + 1)
    for (place, line) in treatments.enumerated().dropFirst(top).prefix(pen.left) {
      drawTreatment(
        line.treatment, isInForce: line.isInForce, place, into: &canvas,
        Rect(x: inside.x, y: pen.y + place - top, width: inside.width, height: 1))
    }
  }

  private func drawTitle(
    _ pen: inout Pen, into canvas: inout Canvas, _ row: Int, _ scene: Scene
  ) {
    let record = Flag(scene.workspace, row)
    let partner = scene.workspace.partnerName(record.partner) ?? ""
    pen.line(
      into: &canvas,
      [
        StyledText(record.title, Style(.title, on: .overlay).bold),
        StyledText(" · " + partner, Style(.dim, on: .overlay)),
      ])
  }

  private func drawRating(
    _ pen: inout Pen, into canvas: inout Canvas, _ before: FlagFigure, _ now: FlagFigure,
    isTight: Bool
  ) {
    let likely = likelihood.map { "\($0)_" } ?? String(now.inherent.likelihood)
    pen.line(
      into: &canvas,
      [
        Self.change(
          isTight ? "L" : "likelihood", String(before.inherent.likelihood), likely),
        StyledText("  "),
        Self.change(
          isTight ? "I" : "impact", String(before.inherent.impact), String(now.inherent.impact)),
        StyledText("  "),
        Self.change(
          isTight ? "" : "residual", (before.residualLevel, before.shownScore),
          (now.residualLevel, now.shownScore)),
      ])
  }

  private func drawPartner(
    _ pen: inout Pen, into canvas: inout Canvas, _ whatIf: WhatIf, _ row: Int, _ scene: Scene
  ) {
    guard let place = Flag(scene.workspace, row).partner.flatMap({ scene.workspace.row($0) })
    else { return }
    let (was, becomes) = (
      whatIf.basis.partnerFigure(row: place), scene.workspace.partnerFigure(row: place)
    )
    let others = whatIf.changedFlags.filter { $0 != flag }.count
    pen.line(
      into: &canvas,
      [
        Self.change(
          "partner", (was.level ?? .veryLow, was.shownScore ?? 0),
          (becomes.level ?? .veryLow, becomes.shownScore ?? 0))
      ]
        + (others > 0
          ? [
            StyledText(
              "  with \(Counted.words(others, "other flag")) supposed", Style(.dim, on: .overlay))
          ] : []))
  }

  /// What is called so, as it is and as it would be.
  private static func change(_ name: String, _ before: String, _ now: String) -> StyledText {
    let lead = name.isEmpty ? "" : name + " "
    return before == now
      ? StyledText(lead + before, Style(on: .overlay))
      : StyledText("\(lead)\(before) → \(now)", Style(.warning, on: .overlay).bold)
  }

  private static func change(
    _ name: String, _ before: (level: Level, score: Int), _ now: (level: Level, score: Int)
  ) -> StyledText {
    change(
      name, "\(before.level.words) \(before.score)", "\(now.level.words) \(now.score)")
  }

  private func drawTreatment(
    _ treatment: SupposedTreatment, isInForce: Bool, _ place: Int, into canvas: inout Canvas,
    _ line: Rect
  ) {
    canvas.target(line, pane: Target.layer, line: place)
    let isSupposed = isInForce != (treatment.state == .inForce)
    let state =
      isSupposed
      ? (isInForce ? "as if in force" : "as if not in force")
      : treatment.state.map { $0 == .inForce ? "in force" : $0.rawValue } ?? "not taken"
    let detail =
      TreatmentEffect.text(
        treatment.likelihoodEffect, treatment.impactEffect, isShort: line.width < 60)
      + " · " + state
    let letter = Self.letters.indices.contains(place) ? String(Self.letters[place]) : " "
    let width = TextMeasure.columns(of: detail)
    canvas.put(
      [
        StyledText(letter + " ", Style(.accent, on: .overlay).bold),
        StyledText(isInForce ? "[x] " : "[ ] ", Style(on: .overlay)),
        StyledText(treatment.name, Style(on: .overlay)),
      ], x: line.x, y: line.y, maxWidth: max(0, line.width - width - 1))
    canvas.putRight(
      detail, end: line.maxX, y: line.y,
      style: Style(isSupposed ? .warning : .dim, on: .overlay), maxWidth: width)
    if place == selected {
      canvas.highlight(line, ground: .selection)
      canvas.cursor = Cursor(x: line.x, y: line.y)
    }
  }

  package func linear(_ panes: [LinearPane]) -> [LinearPane] {
    // A picture of what the lines beside it say.
    panes.filter { $0.title != Self.mapTitle }
  }

  private func drawMap(into canvas: inout Canvas, _ area: Rect, _ scene: Scene) {
    let inside = canvas.box(
      area, title: Self.mapTitle, trailing: scene.risk.rawValue, ground: .overlay)
    let figure = scene.workspace.row(flag).flatMap { scene.workspace.flagFigure(row: $0) }
    guard let rating = figure?.rating(scene.risk) ?? figure?.residual else { return }
    let cursor = canvas.cursor
    HeatmapPane(rating).drawMatrix(
      into: &canvas, inside, scene, selectedPartner: nil, isFocused: true)
    canvas.cursor = cursor
  }
}
