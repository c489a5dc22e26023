import ConcordCanvas
import ConcordModel

/// A flag with why, evidence, matrix, treatments that fit and its history.
struct FlagDetail {
  let flag: Flag
  let figure: FlagFigure
  let reason: TriageQueue.Reason?

  func draw(into canvas: inout Canvas, _ area: Rect, _ scene: Scene) {
    var pen = Pen(area)
    drawHead(into: &canvas, &pen, scene)
    let isTight = area.height < 26
    drawFacts(into: &canvas, &pen, scene, isTight: isTight)
    drawMatrix(into: &canvas, &pen, scene, isTight: isTight)
    drawTreatments(into: &canvas, &pen, scene)
    drawHistory(into: &canvas, &pen, scene)
  }

  private func drawHead(into canvas: inout Canvas, _ pen: inout Pen, _ scene: Scene) {
    let workspace = scene.workspace
    guard let id = flag.partner, let row = workspace.row(id) else { return }
    let partner = Partner(workspace, row)
    let tier = partner.tier.map { "tier \($0)" } ?? "no tier"
    pen.line(
      into: &canvas,
      [
        StyledText(partner.name, Style(.title).bold),
        StyledText(
          "  \(partner.shortKind) · \(tier) · "
            + workspace.catalogues.words(partner.stage, in: "stages"), Style(.dim)),
      ])
    pen.paragraph(into: &canvas, flag.title, Style(.text).bold, lines: 2)
    if let explanation = flag.explanation {
      pen.paragraph(into: &canvas, explanation, .plain, lines: 4)
    }
  }

  private func drawFacts(
    into canvas: inout Canvas, _ pen: inout Pen, _ scene: Scene, isTight: Bool
  ) {
    let workspace = scene.workspace
    if !isTight { pen.skip() }
    var facts: [(String, String, Style)] = []
    let source =
      flag.rule.map { "by rule \($0)" }
      ?? "by " + workspace.catalogues.words(flag.source, in: "flag-sources")
    let raised = flag.raised.map { ", \(scene.day($0).text)" } ?? ""
    let owner = workspace.personName(flag.owner)
    if isTight {
      pen.line(
        into: &canvas,
        [
          StyledText("owner ", Style(.dim)),
          owner.map { StyledText($0) } ?? StyledText("nobody yet", Style(.warning)),
          StyledText(" · raised ", Style(.dim)),
          StyledText(
            (flag.raised.map { scene.day($0).text + " " } ?? "") + source, Style(.accent)),
        ])
    } else {
      facts.append(("raised", source + raised, Style(.accent)))
    }
    if let evidence = flag.evidence { facts.append(("evidence", evidence, .plain)) }
    if !isTight {
      facts.append(("owner", owner ?? "nobody yet", owner == nil ? Style(.warning) : .plain))
    }
    if !isTight || flag.status != .open || reason != .open {
      facts.append(("status", status(scene), .plain))
    }
    for conflict in ConflictWords(workspace).lines(flag.id) {
      facts.append(("both", "\(conflict.name): \(conflict.text)", Style(.warning)))
    }
    for (name, text, style) in facts {
      pen.fact(into: &canvas, name, text, style)
    }
  }

  private func status(_ scene: Scene) -> String {
    var text = scene.workspace.catalogues.words(flag.status.rawValue, in: "flag-statuses")
    if reason == .escalatedToMe { text += " to you" }
    if let until = flag.until { text += " until \(until.text)" }
    switch reason {
    case .back(let day): text += ", came back on \(day.text)"
    case .overdue(let day): text += ", treatment was due \(day.text)"
    case .ratingRose: text += ", its rating rose since"
    case .open, .escalatedToMe, nil: break
    }
    return text
  }

  private func drawMatrix(
    into canvas: inout Canvas, _ pen: inout Pen, _ scene: Scene, isTight: Bool
  ) {
    if !isTight { pen.skip() }
    guard pen.left >= 6 else { return }
    let marks = canvas.glyphs.marks
    let isNarrow = pen.area.width < 50
    let left = pen.area.x + (isNarrow ? 2 : 11)
    canvas.put(
      isNarrow ? "L" : "likelihood", x: pen.area.x, y: pen.y, style: Style(.dim))
    for likely in stride(from: 5, through: 1, by: -1) {
      let y = pen.y + 5 - likely
      for hard in 1...5 {
        guard let rating = Rating(likelihood: likely, impact: hard) else { continue }
        let style = Style.level(RiskMark.ramp(scene.workspace.policy.level(rating)))
        let sign: Character =
          rating == figure.residual && figure.residual != figure.inherent
          ? marks.residual
          : rating == figure.inherent
            ? marks.inherent : rating == figure.target ? marks.target : marks.nothing
        canvas.put(" \(sign) ", x: left + (hard - 1) * 3, y: y, style: style.bold)
      }
    }
    let legend = left + 17
    let isUntreated = figure.residual == figure.inherent
    let rows: [(Character, String, Level?)] = [
      (marks.inherent, "inherent", figure.inherentLevel),
      (isUntreated ? marks.inherent : marks.residual, "residual", figure.residualLevel),
      (marks.target, "target", figure.target.map { scene.workspace.policy.level($0) }),
    ]
    for (place, (sign, name, level)) in rows.enumerated() {
      let words = level?.words ?? "not set"
      let style = level.map { Style(.level(RiskMark.ramp($0))).bold } ?? Style(.faint)
      canvas.put(
        [StyledText("\(sign) \(name) ", Style(.dim)), StyledText(words, style)], x: legend,
        y: pen.y + 1 + place, maxWidth: max(0, pen.area.maxX - legend))
    }
    canvas.put(isNarrow ? "I" : "impact", x: left + 5, y: pen.y + 5, style: Style(.dim))
    pen.skip(6)
  }

  private func drawTreatments(into canvas: inout Canvas, _ pen: inout Pen, _ scene: Scene) {
    let isNarrow = pen.area.width < 50
    let existing = scene.workspace.treatmentRows(flagRow: flag.row)
      .map { Treatment(scene.workspace, $0) }
    if !existing.isEmpty {
      pen.head(into: &canvas, "Treatments")
      for treatment in existing.prefix(4) {
        let state = treatment.state == .inForce ? "in force" : treatment.state.rawValue
        let due = treatment.due.map { " " + Numbers.day($0, today: scene.today) } ?? ""
        pen.pair(
          into: &canvas, [StyledText(treatment.name)],
          TreatmentEffect.text(
            treatment.likelihoodEffect, treatment.impactEffect, isShort: isNarrow)
            + " · " + state + due)
      }
    }
    pen.head(into: &canvas, "Treatments that fit")
    let entries = scene.workspace.catalogues.treatments(category: flag.category)
    // What was decided before has two lines of its own.
    let hasHistory = !scene.workspace.decisionRows(of: flag.id).isEmpty
    let room = max(3, pen.left - (hasHistory ? 2 : 0))
    let shown = entries.count <= room ? entries.count : room - 1
    for (place, entry) in entries.prefix(min(9, shown)).enumerated() {
      pen.pair(
        into: &canvas,
        [StyledText("\(place + 1)  ", Style(.accent).bold), StyledText(entry.words)],
        TreatmentEffect.text(entry.likelihoodEffect, entry.impactEffect, isShort: isNarrow))
    }
    if shown < min(9, entries.count) {
      let key = scene.keymap.keyName(.command(FlagMitigate.specification.name), in: [.triage])
      let all = key.map { "; \($0) shows all" } ?? ""
      pen.line(
        into: &canvas, [StyledText("…  \(entries.count - shown) more\(all)", Style(.dim))])
    }
  }

  private func drawHistory(into canvas: inout Canvas, _ pen: inout Pen, _ scene: Scene) {
    let decisions = scene.workspace.decisionRows(of: flag.id).map { Decision(scene.workspace, $0) }
    guard !decisions.isEmpty else { return }
    pen.head(into: &canvas, "Before")
    for decision in decisions.reversed() {
      guard pen.left > 0 else { return }
      let day = decision.at.map { scene.day($0).text } ?? ""
      let text = DecisionWords.text(decision, scene.workspace.catalogues)
      pen.line(
        into: &canvas,
        [StyledText("\(day) \(decision.author) ", Style(.dim)), StyledText(text, Style(.text))])
    }
  }
}
