import ConcordCanvas
import ConcordModel

/// A line of a partner's page.
struct PageLine: Sendable {
  /// In the column of names.
  var name = ""
  /// The text.
  var left = ""
  /// At the right end.
  var right = ""
  /// Level and score before the text.
  var level: Level?
  var score: Int?
  /// A heading.
  var isHead = false
  /// What Enter and decisions act on.
  var record: RecordID?

  static let nameWidth = 16

  func parts(_ glyphs: GlyphSet) -> [StyledText] {
    var parts: [StyledText] = []
    if let level, let score {
      parts += RiskMark.text(level, score: score, glyphs)
      parts.append(StyledText("  "))
    }
    parts.append(StyledText(left))
    return parts
  }
}

/// The lines of each tab.
struct PageLines {
  let scene: Scene
  private var workspace: Workspace { scene.workspace }

  init(_ scene: Scene) { self.scene = scene }

  func lines(of row: Int, _ tab: PartnerPage.Tab) -> [PageLine] {
    switch tab {
    case .facts: facts(row)
    case .flags: flags(row)
    case .vetting: vetting(row)
    case .ties: ties(row)
    case .history: history(row)
    }
  }

  /// How many things a tab holds, for its title.
  func count(of row: Int, _ tab: PartnerPage.Tab) -> String? {
    switch tab {
    case .facts, .history: return nil
    case .flags:
      // The lists count the live ones alone.
      let live = workspace.partnerFigure(row: row).liveFlags
      let all = workspace.flagRows(partnerRow: row).count
      return live == all ? String(all) : "\(live) of \(all)"
    case .vetting: return String(workspace.caseRows(partnerRow: row).count)
    case .ties: return String(linkRows(row).count + capabilityRows(row).count)
    }
  }

  private func facts(_ row: Int) -> [PageLine] {
    // First: what two people wrote without knowing of each other is to be seen without scrolling.
    var lines = ConflictWords(workspace).lines(workspace[.partner].id(row)).map {
      PageLine(name: "Both: " + $0.name, left: $0.text)
    }
    for field in workspace.fields[.partner].fields {
      guard let value = workspace.anyValue(.partner, row: row, field), field.name != "name" else {
        continue
      }
      var text = FieldText.text(value, field.type, workspace)
      if field.type == .day, let day = Day(text) {
        let near = Numbers.day(day, today: scene.today)
        if near != text { text += "  (\(near))" }
      }
      lines.append(PageLine(name: field.label, left: text))
    }
    let own = workspace.ownValues(workspace[.partner], row)
    if !own.isEmpty {
      lines.append(PageLine(left: "Columns of the import", isHead: true))
      for named in own {
        lines.append(
          PageLine(
            name: String(named.name.dropFirst(2)),
            left: FieldText.text(named.value, .text, workspace)))
      }
    }
    return lines
  }

  private func flags(_ row: Int) -> [PageLine] {
    let flags = workspace.flagRows(partnerRow: row).compactMap { flagRow in
      workspace.flagFigure(row: flagRow).map { (Flag(workspace, flagRow), $0) }
    }
    let sorted = flags.sorted { left, right in
      left.1.isLive != right.1.isLive ? left.1.isLive : left.1.score > right.1.score
    }
    return sorted.map { flag, figure in
      PageLine(
        name: workspace.catalogues.words(flag.status.rawValue, in: "flag-statuses"),
        left: flag.title,
        right: workspace.catalogues.words(flag.category, in: "categories"),
        level: figure.residualLevel, score: figure.shownScore, record: flag.id)
    }
  }

  private func vetting(_ row: Int) -> [PageLine] {
    var lines: [PageLine] = []
    for caseRow in workspace.caseRows(partnerRow: row).reversed() {
      let view = VettingCase(workspace, caseRow)
      let type = workspace.catalogues.words(view.type, in: "case-types")
      var head = "Case \(scene.shortID(view.id)), \(type)"
      if let opened = view.opened { head += ", opened \(opened.text)" }
      if let outcome = view.outcome {
        head += ": " + workspace.catalogues.words(outcome.rawValue, in: "case-outcomes")
        if let ends = view.ends { head += " until \(ends.text)" }
      }
      lines.append(PageLine(left: head, isHead: true, record: view.id))
      for taskRow in workspace.taskRows(caseRow: caseRow) {
        let task = VettingTask(workspace, taskRow)
        let due = task.due.map { Numbers.day($0, today: scene.today) } ?? ""
        lines.append(
          PageLine(
            name: workspace.catalogues.words(task.status, in: "task-statuses"), left: task.title,
            right: [workspace.personName(task.assignee) ?? "", task.isOpen ? due : ""]
              .filter { !$0.isEmpty }.joined(separator: " · "),
            record: task.id))
      }
    }
    return lines
  }

  private func linkRows(_ row: Int) -> [Int] {
    workspace.linkRows(partnerRow: row)
  }

  private func capabilityRows(_ row: Int) -> [Int] {
    workspace.capabilityRows(partnerRow: row)
  }

  private func ties(_ row: Int) -> [PageLine] {
    let me = workspace[.partner].id(row)
    var lines: [PageLine] = []
    for link in linkRows(row) {
      let id = workspace[.link].id(link)
      guard let from = workspace.value(id, "from")?.text.flatMap({ RecordID($0) }),
        let to = workspace.value(id, "to")?.text.flatMap({ RecordID($0) })
      else { continue }
      let type = FieldText.text("type", .link, row: link, workspace)
      let other = from == me ? to : from
      lines.append(
        PageLine(
          name: from == me ? type : "has " + type, left: workspace.title(other), record: other))
    }
    for capability in capabilityRows(row) {
      lines.append(
        PageLine(
          name: "capability", left: workspace.title(.capability, row: capability),
          right: FieldText.text("comparison", .capability, row: capability, workspace)))
    }
    return lines
  }

  private func history(_ row: Int) -> [PageLine] {
    var decisions: [(Instant, PageLine)] = []
    for flagRow in workspace.flagRows(partnerRow: row) {
      let flag = Flag(workspace, flagRow)
      for decisionRow in workspace.decisionRows(of: flag.id) {
        let decision = Decision(workspace, decisionRow)
        guard let at = decision.at else { continue }
        let what = workspace.catalogues.words(decision.choice, in: "decisions")
        let reason = decision.reason.map { ": “\($0)”" } ?? ""
        decisions.append(
          (
            at,
            PageLine(
              name: scene.day(at).text, left: "\(what) \(flag.title)\(reason)",
              right: decision.author)
          ))
      }
      if let raised = flag.raised {
        decisions.append(
          (
            raised,
            PageLine(
              name: scene.day(raised).text, left: "raised \(flag.title)", right: flag.rule ?? "")
          ))
      }
    }
    return decisions.sorted { $0.0 > $1.0 }.map(\.1)
  }
}
