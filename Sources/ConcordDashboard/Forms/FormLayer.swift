import ConcordCanvas
import ConcordModel

/// A record's fields to be filled in, all that a person writes: new, or changed.
///
/// Nothing is written before it is saved; Esc asks once where something was typed. Where somebody else
/// changes a field meanwhile, both values are shown.
package struct FormLayer: QuestionLayer {
  private let kind: RecordKind
  /// The record; nil where it is to be made.
  private let record: RecordID?
  private var lines: [FormLine]
  private var cursor = ListCursor()
  /// The offer that ^N and ^P have gone to; nil where they were not used.
  private var offer: Int?
  private var isLeaving = false
  /// Whether it was said that there is a partner of this name.
  private var isTwinWanted = false
  package var problem: String?

  /// A form to edit a record.
  package init(edit record: RecordID, _ scene: Scene) {
    kind = record.kind
    self.record = record
    lines = Self.fields(kind, scene.workspace, isNew: false).map {
      FormLine($0, FormText.text(record, $0, scene.workspace))
    }
  }

  /// A form for a new record.
  /// - Parameter known: what is known of it already, such as the partner of a flag.
  package init(create kind: RecordKind, known: [String: RecordID] = [:], _ scene: Scene) {
    self.kind = kind
    record = nil
    let required = Set(RecordDefaults.required(scene.workspace.fields[kind]).map(\.name))
    let fields = Self.fields(kind, scene.workspace, isNew: true)
    let sorted =
      fields.filter { required.contains($0.name) }
      + fields.filter { !required.contains($0.name) }
    lines = sorted.map { field in
      var line = FormLine(field, "")
      if let id = known[field.name] { line.editor = TextEditor(scene.workspace.title(id)) }
      return line
    }
  }

  /// A form as it was left.
  package init(_ draft: FormDraft, _ scene: Scene) {
    if let record = draft.record {
      self.init(edit: record, scene)
    } else {
      self.init(create: draft.kind, scene)
    }
    for entry in draft.entries {
      guard let place = lines.firstIndex(where: { $0.field.name == entry.field }) else { continue }
      lines[place] = FormLine(lines[place].field, entry.before)
      lines[place].editor = TextEditor(entry.text)
      cursor.selected = place
    }
  }

  /// What was typed; nil where nothing was.
  package var draft: FormDraft? {
    let entries = lines.filter(\.isChanged).map {
      FormDraft.Entry(field: $0.field.name, before: $0.before, text: $0.editor.text)
    }
    return entries.isEmpty ? nil : FormDraft(kind: kind, record: record, entries: entries)
  }

  private static func fields(
    _ kind: RecordKind, _ workspace: Workspace, isNew: Bool
  ) -> [Field] {
    workspace.fields[kind].stored.filter { $0.isWritten(inNew: isNew) }
  }

  package var invocation: Invocation {
    let changed = lines.filter { $0.isChanged }
    let answers = changed.map { "\($0.field.name)=\($0.text)" }
    guard let record else {
      var invocation = Invocation("record.create")
      invocation.answers["kind"] = [FieldTable.standard[kind].word]
      invocation.answers["field"] = answers.filter { !$0.hasSuffix("=") }
      return invocation
    }
    var invocation = Invocation("record.edit", on: [record])
    invocation.answers["field"] = answers
    return invocation
  }

  // MARK: Keys

  package mutating func handle(_ key: Key, _ scene: Scene) -> LayerResponse {
    let wasLeaving = isLeaving
    isLeaving = false
    problem = nil
    if key == .control("n") || key == .control("p") {
      walkOffers(key == .control("n") ? 1 : -1, scene)
      return .stay
    }
    // A picture made anew, or a suspend, leaves the offer where it is.
    if key == .control("l") || key == .control("z") { return .stay }
    defer { offer = nil }
    switch key {
    case .escape:
      if wasLeaving || !lines.contains(where: \.isChanged) {
        return .closeThen(.message(Message(.plain, "nothing was changed")))
      }
      isLeaving = true
      problem = "Esc again throws away what was typed; ^S saves it"
    case .control("s"): return save(scene)
    case .enter:
      if cursor.selected == lines.count - 1 { return save(scene) }
      takeOnly(scene)
      cursor.selected += 1
    case .down: cursor.selected = min(cursor.selected + 1, lines.count - 1)
    case .up: cursor.selected = max(0, cursor.selected - 1)
    case .pageDown: cursor.selected = min(cursor.selected + 10, lines.count - 1)
    case .pageUp: cursor.selected = max(0, cursor.selected - 10)
    case .tab: complete(scene)
    case .backTab: cursor.selected = max(0, cursor.selected - 1)
    default:
      guard lines.indices.contains(cursor.selected) else { return .stay }
      _ = lines[cursor.selected].editor.handle(key)
    }
    return .stay
  }

  private func choices(_ scene: Scene) -> [PromptChoice] {
    guard lines.indices.contains(cursor.selected) else { return [] }
    let line = lines[cursor.selected]
    // What stands there as it was narrows nothing for who goes through the offers.
    let isOpen = offer != nil && !line.isChanged && !line.field.type.isSet
    return FormChoices(scene).choices(line.field, isOpen ? "" : line.editor.text)
  }

  private mutating func walkOffers(_ step: Int, _ scene: Scene) {
    let before = offer ?? (step > 0 ? -1 : 0)
    offer = before
    let count = choices(scene).count
    offer = count == 0 ? nil : (before + step + count) % count
  }

  /// Takes the offer that was gone to, else the first one; where nothing is offered, goes on to the
  /// next field.
  private mutating func complete(_ scene: Scene) {
    let choices = choices(scene)
    guard let first = choices.first, offer != nil || !lines[cursor.selected].text.isEmpty else {
      cursor.selected = (cursor.selected + 1) % max(1, lines.count)
      return
    }
    take(offer.flatMap { choices.indices.contains($0) ? choices[$0].answer : nil } ?? first.answer)
  }

  /// The offer that was gone to is taken, and a beginning that only one answer has becomes that
  /// answer.
  private mutating func takeOnly(_ scene: Scene) {
    if offer != nil { return complete(scene) }
    let line = lines[cursor.selected]
    guard !line.text.isEmpty, line.problem(scene.workspace, scene.today) != nil else { return }
    let choices = choices(scene)
    if choices.count == 1, let only = choices.first { take(only.answer) }
  }

  private mutating func take(_ answer: String) {
    var text = answer
    if lines[cursor.selected].field.type.isSet {
      let before = lines[cursor.selected].editor.text.split(
        separator: ",", omittingEmptySubsequences: false
      ).dropLast().map { Text.trimmed($0) }
      text = (before + [answer]).joined(separator: ", ")
    }
    lines[cursor.selected].editor = TextEditor(text)
  }

  package mutating func click(_ line: Int, _ scene: Scene) -> LayerResponse {
    if lines.indices.contains(line) {
      cursor.selected = line
      offer = nil
    } else if case let choices = choices(scene), choices.indices.contains(line - lines.count) {
      take(choices[line - lines.count].answer)
      offer = nil
    }
    return .stay
  }

  private mutating func save(_ scene: Scene) -> LayerResponse {
    takeOnly(scene)
    if let place = lines.firstIndex(where: {
      $0.problem(scene.workspace, scene.today) != nil
    }) {
      cursor.selected = place
      return .stay
    }
    if record == nil {
      let required = Set(RecordDefaults.required(scene.workspace.fields[kind]).map(\.name))
      if let place = lines.firstIndex(where: {
        required.contains($0.field.name) && $0.text.isEmpty
      }) {
        cursor.selected = place
        problem = "\(lines[place].field.label) is needed"
        return .stay
      }
      if let twin = twin(scene), !isTwinWanted {
        isTwinWanted = true
        problem = "\(twin) has this name already; ^S again makes another"
        return .stay
      }
    }
    guard lines.contains(where: \.isChanged) else {
      return .closeThen(.message(Message(.plain, "nothing was changed")))
    }
    return .closeThen(.run(invocation))
  }

  /// The partner that has the name of the new one already.
  private func twin(_ scene: Scene) -> String? {
    guard kind == .partner, let name = lines.first(where: { $0.field.name == "name" })?.text
    else { return nil }
    let row = scene.workspace.partnerRows(named: name).first
    return row.map { scene.shortID(scene.workspace[.partner].id($0)) }
  }

  // MARK: Drawing

  private static let labelWidth = 17

  package func draw(into canvas: inout Canvas, _ scene: Scene) {
    let schema = scene.workspace.fields[kind]
    let changed = lines.count { $0.isChanged }
    let title = record.map { "Edit \(scene.workspace.title($0))" } ?? "New \(schema.word)"
    let inside = OverlayBox.draw(
      into: &canvas, title: title, trailing: changed > 0 ? "\(changed) changed" : "",
      width: min(canvas.width - 2, 100), height: min(canvas.height - 2, lines.count + 4))
    let height = max(1, inside.height - 2)
    let top = cursor.firstShown(total: lines.count, height: height)
    let required = Set(RecordDefaults.required(schema).map(\.name))
    for place in 0..<min(height, lines.count - top) {
      canvas.target(inside.row(place), pane: Target.layer, line: top + place)
      drawLine(
        into: &canvas, lines[top + place], inside.row(place),
        isSelected: top + place == cursor.selected,
        isRequired: record == nil && required.contains(lines[top + place].field.name), scene)
    }
    drawFoot(into: &canvas, inside, scene)
    drawChoices(into: &canvas, inside, y: inside.y + cursor.selected - top, scene)
  }

  private func drawLine(
    into canvas: inout Canvas, _ line: FormLine, _ area: Rect, isSelected: Bool,
    isRequired: Bool, _ scene: Scene
  ) {
    if isSelected {
      canvas.put(
        canvas.glyphs.marks.selected, x: area.x, y: area.y, style: Style(.accent, on: .overlay))
    }
    canvas.put(
      line.field.label + (isRequired ? " *" : ""), x: area.x + 2, y: area.y,
      style: Style(line.isChanged ? .accent : .dim, on: .overlay), maxWidth: Self.labelWidth - 1)
    let x = area.x + 2 + Self.labelWidth
    let width = max(4, area.maxX - x)
    if isSelected {
      canvas.fill(Rect(x: x, y: area.y, width: width, height: 1), style: Style(on: .selection))
      line.editor.draw(into: &canvas, x: x, y: area.y, width: width, style: Style(on: .selection))
    } else {
      canvas.put(line.editor.text, x: x, y: area.y, style: Style(on: .overlay), maxWidth: width)
    }
    let note = note(line, scene)
    guard let note, area.width > 60 || !isSelected else { return }
    canvas.putRight(
      " " + note, end: area.maxX, y: area.y, style: Style(.warning, on: .overlay),
      maxWidth: width / 2)
  }

  /// What somebody else wrote meanwhile, or what is wrong.
  private func note(_ line: FormLine, _ scene: Scene) -> String? {
    if let record {
      let now = FormText.text(record, line.field, scene.workspace)
      if now != line.before { return now.isEmpty ? "now blank" : "now “\(now)”" }
    }
    return line.problem(scene.workspace, scene.today).map { _ in "?" }
  }

  private func drawFoot(into canvas: inout Canvas, _ inside: Rect, _ scene: Scene) {
    guard lines.indices.contains(cursor.selected) else { return }
    let line = lines[cursor.selected]
    let y = inside.maxY - 1
    if let record, !scene.workspace.contains(record) {
      canvas.put(
        "this record was taken away meanwhile", x: inside.x, y: y - 1,
        style: Style(.danger, on: .overlay), maxWidth: inside.width)
    } else if let problem = problem ?? line.problem(scene.workspace, scene.today) {
      canvas.put(
        problem, x: inside.x, y: y - 1, style: Style(.danger, on: .overlay),
        maxWidth: inside.width)
    } else if let record, case let now = FormText.text(record, line.field, scene.workspace),
      now != line.before
    {
      canvas.put(
        "somebody wrote “\(now)” meanwhile; it was “\(line.before)”", x: inside.x, y: y - 1,
        style: Style(.warning, on: .overlay), maxWidth: inside.width)
    } else {
      canvas.put(
        line.field.help + hint(line, scene), x: inside.x, y: y - 1,
        style: Style(.dim, on: .overlay), maxWidth: inside.width)
    }
    let isWide = inside.width >= 44
    canvas.put(
      [
        StyledText("^S", Style(.accent, on: .overlay).bold),
        StyledText(" save  ", Style(on: .overlay)),
        StyledText("Tab", Style(.accent, on: .overlay).bold),
        StyledText(" complete  ", Style(on: .overlay)),
        StyledText(isWide ? "^N ^P" : "", Style(.accent, on: .overlay).bold),
        StyledText(isWide ? " choose  " : "", Style(on: .overlay)),
        StyledText("Esc", Style(.accent, on: .overlay).bold),
        StyledText(" leave", Style(on: .overlay)),
      ], x: inside.x, y: y, maxWidth: inside.width)
  }

  /// The day that an expression such as `+30d` means.
  private func hint(_ line: FormLine, _ scene: Scene) -> String {
    guard line.field.type == .day, !line.text.isEmpty,
      let day = DayExpression.day(line.text, today: scene.today)
    else { return line.field.type == .day ? ": fri, +30d, 2026-12-01" : "" }
    return ": \(day.text)"
  }

  /// What is offered in sight: not where the field's value stands as it was.
  private func offers(_ scene: Scene) -> [PromptChoice] {
    guard lines.indices.contains(cursor.selected), case let line = lines[cursor.selected],
      line.isChanged || line.text.isEmpty || offer != nil
    else { return [] }
    return choices(scene)
  }

  /// What is offered in sight, in words.
  package func offered(_ scene: Scene) -> [String] { offers(scene).map(\.words) }

  private func drawChoices(
    into canvas: inout Canvas, _ inside: Rect, y: Int, _ scene: Scene
  ) {
    let choices = offers(scene)
    guard !choices.isEmpty else { return }
    let longest = choices.map { TextMeasure.columns(of: $0.words) }.max() ?? 0
    let x = inside.x + 2 + Self.labelWidth
    let room = inside.maxY - 2 - (y + 1)
    let count = min(choices.count, room - 2)
    guard count >= 1 else { return }
    let area = Rect(
      x: x, y: y + 1, width: min(inside.maxX - x, longest + 4), height: count + 2)
    canvas.fill(area, style: Style(on: .bar))
    let box = canvas.box(area, title: "", ground: .bar)
    // What was gone to is in sight.
    let top = max(0, (offer ?? 0) - count + 1)
    for (place, choice) in choices.enumerated().dropFirst(top).prefix(count) {
      let row = box.row(place - top)
      canvas.put(
        choice.words, x: box.x + 1, y: row.y,
        style: Style(place == 0 ? .accent : .text, on: .bar), maxWidth: box.width - 1)
      canvas.target(row, pane: Target.layer, line: lines.count + place)
      if place == offer { canvas.highlight(row, ground: .selection) }
    }
  }
}
