import ConcordCanvas
import ConcordModel

/// Shows what a change would touch, and takes `y`, or the count where the reach is great. Keys typed
/// before it was drawn never reach it.
package struct ConfirmLayer: Layer {
  private let invocation: Invocation
  private let hidden: Int
  /// How the records stood when it was drawn first.
  private var before: StandingBefore
  /// What somebody else did to them since.
  private var news: String?
  /// Whether it cannot be done any more after that.
  private var isOver = false
  /// The version of the state that it speaks of.
  private var version: Int
  /// What is to be done, before the flags that it touches.
  private let head: [String]
  /// The levels of its flags, and of their partners, before and after.
  private let levels: [String]
  /// The flags that it touches, the worst first, where there are several.
  private let flags: [String]
  /// The answers, and what to press.
  private var tail: [String]
  /// What is to be typed; nil where `y` is enough.
  private let count: String?
  private var editor = TextEditor()

  /// A confirmation for a change of several records, or of one that weighs.
  ///
  /// - Parameter hidden: marked records that a filter holds back.
  package init(_ invocation: Invocation, hidden: Int = 0, _ scene: Scene) {
    self.invocation = invocation
    self.hidden = hidden
    before = StandingBefore(invocation.subjects, scene.workspace)
    version = scene.workspace.version
    let words = CommandCatalogue.command(invocation.command)?.specification.words ?? ""
    let flags = invocation.subjects.filter { $0.kind == .flag }
      .compactMap { scene.workspace.row($0) }
    let high = flags.filter {
      (scene.workspace.flagFigure(row: $0)?.residualLevel ?? .veryLow) >= .high
    }.count
    let partners = Set(
      flags.compactMap { scene.workspace.partnerRow(of: .flag, row: $0) }
    ).count
    let number = invocation.subjects.count
    let effect = try? EffectPreview(invocation, in: scene.workspace, scene.previewContext)
    let found = effect?.foundPartners ?? 0
    count =
      number > 10 || (high > 0 && number > 1)
      ? String(number) : found > 10 ? String(found) : nil
    let what = flags.isEmpty ? "records" : number == 1 ? "flag" : "flags"
    var lines = ["\(words) \(number) \(what)"]
    if flags.isEmpty, number == 1, let only = invocation.subjects.first {
      lines = ["\(words): \(PromptLayer.title(only, scene.workspace))"]
      if found > 0 { lines.append("  of \(Counted.words(found, "partner"))") }
    }
    lines += Self.effect(on: invocation.subjects, scene)
    if let only = flags.first, number == 1, let figure = scene.workspace.flagFigure(row: only) {
      let flag = Flag(scene.workspace, only)
      lines = [
        "\(words): \(flag.title)",
        "  \(scene.workspace.partnerName(flag.partner) ?? ""), \(figure.residualLevel.words) "
          + "\(figure.shownScore)",
      ]
    } else if !flags.isEmpty {
      lines[0] += high > 0 ? ", \(high) at high or above," : ""
      lines[0] += " of \(partners) \(partners == 1 ? "partner" : "partners")"
    }
    if hidden > 0, number > 1 {
      lines.append("  \(hidden) more marked, outside the filter: left out")
    }
    lines += effect?.alsoDone.map { "  also: " + $0 } ?? []
    head = lines
    levels = flags.count > 1 ? effect.map { Self.levels($0) } ?? [] : []
    self.flags = number > 1 ? Self.worstFirst(flags, scene) : []
    let parameters = CommandCatalogue.command(invocation.command)?.specification.parameters ?? []
    var tail = invocation.answers.sorted { $0.key < $1.key }.map { name, values in
      let isDay = parameters.contains { $0.name == name && $0.type == .day }
      let shown = values.map { value in
        isDay ? DayExpression.day(value, today: scene.today)?.text ?? value : value
      }
      return "  \(name): \(shown.joined(separator: ", "))"
    }
    tail.append("")
    tail.append(
      count.map { "Type \($0) and Enter to do it; Esc leaves all as it is." }
        ?? "y does it; any other key leaves all as it is.")
    self.tail = tail
  }

  /// The levels of the flags and of their partners, before and after.
  private static func levels(_ effect: EffectPreview) -> [String] {
    func line(
      _ name: String, _ before: EffectPreview.Counts, _ after: EffectPreview.Counts,
      _ others: String
    ) -> [String] {
      guard before != after else {
        return ["  \(name): \(before.words(others: others)), as before"]
      }
      return [
        "  \(name) now: \(before.words(others: others))",
        "  \(name) then: \(after.words(others: others))",
      ]
    }
    return line("flags", effect.flagsBefore, effect.flagsAfter, "not live")
      + line("partners", effect.partnersBefore, effect.partnersAfter, "unassessed")
  }

  private static func worstFirst(_ rows: [Int], _ scene: Scene) -> [String] {
    let scored = rows.compactMap { row in
      scene.workspace.flagFigure(row: row).map { (row: row, figure: $0) }
    }
    return scored.sorted { ($1.figure.score, $0.row) < ($0.figure.score, $1.row) }.map { each in
      let flag = Flag(scene.workspace, each.row)
      let partner = scene.workspace.partnerName(flag.partner) ?? ""
      return "  \(each.figure.shownScore)  \(flag.title) · \(partner)"
    }
  }

  /// The flags that are named at the most.
  private static let most = 6

  /// All lines, as many flags by name as there is room for.
  private func lines(height: Int, width: Int) -> [String] {
    let news = news.map { TextMeasure.wrapped($0, to: width) + [""] } ?? []
    let height = height - news.count
    let left = height - head.count - tail.count
    // Where the levels of both have no place, those of the flags may have one.
    let levels =
      levels.count <= left ? levels : levels.count / 2 <= left ? Array(levels.prefix(2)) : []
    let head = head + levels
    let room = min(Self.most, left - levels.count)
    guard flags.count > room else { return news + head + flags + tail }
    guard room > 1 else { return news + head + tail }
    return news + head + flags.prefix(room - 1) + ["  … and \(flags.count - room + 1) more"] + tail
  }

  /// What partners that end leave behind.
  private static func effect(on subjects: [RecordID], _ scene: Scene) -> [String] {
    let rows = subjects.filter { $0.kind == .partner }.compactMap { scene.workspace.row($0) }
    guard !rows.isEmpty else { return [] }
    let flags = rows.reduce(0) { $0 + scene.workspace.partnerFigure(row: $1).liveFlags }
    let cases = rows.reduce(0) { sum, row in
      sum
        + scene.workspace.caseRows(partnerRow: row).count {
          VettingCase(scene.workspace, $0).outcome == nil
        }
    }
    guard flags + cases > 0 else { return [] }
    return [
      "  with \(Counted.words(flags, "live flag")) and \(Counted.words(cases, "open case"))"
    ]
  }

  /// What it says follows what somebody else does meanwhile; and that is said before it is asked again.
  package mutating func refresh(_ scene: Scene) {
    guard version != scene.workspace.version else { return }
    let change = before.change(of: invocation.subjects, scene.workspace)
    var anew = ConfirmLayer(invocation, hidden: hidden, scene)
    anew.before = before
    let command = CommandCatalogue.command(invocation.command)
    let obstacle = invocation.subjects.lazy.compactMap {
      command?.obstacle($0, in: scene.workspace, by: scene.actor)
    }.first
    anew.isOver = obstacle != nil
    let end = obstacle.map { ". It cannot be done any more: " + $0.sentence } ?? ""
    anew.news = change.map { $0 + end }
    if anew.isOver { anew.tail[anew.tail.count - 1] = "Esc leaves all as it is." }
    self = anew
  }

  package mutating func handle(_ key: Key, _ scene: Scene) -> LayerResponse {
    switch key {
    case .mouse, .focus: return .stay
    case .escape: return .closeThen(.message(Message(.plain, "left as it is")))
    default: break
    }
    guard !isOver else { return .stay }
    guard let count else {
      return key == .character("y")
        ? .closeThen(.run(invocation)) : .closeThen(.message(Message(.plain, "left as it is")))
    }
    if key == .enter {
      return editor.text == count ? .closeThen(.run(invocation)) : .stay
    }
    _ = editor.handle(key)
    return .stay
  }

  package func draw(into canvas: inout Canvas, _ scene: Scene) {
    let lines = lines(
      height: canvas.height - (count == nil ? 5 : 6), width: max(20, canvas.width - 8))
    let longest = lines.map { TextMeasure.columns(of: $0) }.max() ?? 0
    let inside = OverlayBox.draw(
      into: &canvas, title: "Sure?", width: min(canvas.width - 4, max(44, longest + 4)),
      height: lines.count + (count == nil ? 2 : 3))
    for (place, line) in lines.enumerated() {
      canvas.put(
        line, x: inside.x, y: inside.y + place, style: Style(on: .overlay), maxWidth: inside.width)
    }
    if count != nil, !isOver {
      editor.draw(
        into: &canvas, x: inside.x, y: inside.y + lines.count, width: 12,
        style: Style(.title, on: .overlay))
    }
  }
}
