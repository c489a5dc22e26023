import ConcordCanvas
import ConcordModel

/// Asks for what a command needs, in one line: defaults stand there already, digits choose, Enter
/// takes, Tab goes to the next question, Esc takes it back.
package struct PromptLayer: QuestionLayer {
  private let specification: CommandSpecification
  private let subjects: [RecordID]
  private let about: String
  private var questions: [PromptQuestion]
  private var current: Int
  /// What was wrong with the last try.
  package var problem: String?

  package init(
    _ specification: CommandSpecification, subjects: [RecordID], reasons: [String], _ scene: Scene
  ) {
    self.specification = specification
    self.subjects = subjects
    about =
      subjects.count == 1
      ? subjects.first.map { scene.workspace.title($0) } ?? "" : "\(subjects.count) marked"
    questions = specification.parameters.filter(Self.isAsked).map { parameter in
      PromptQuestion(
        parameter,
        choices: PromptChoices(scene, subjects: subjects, reasons: reasons).choices(parameter))
    }
    current = questions.firstIndex { $0.parameter.isRequired && $0.answer.isEmpty } ?? 0
  }

  /// Questions worth a place in one line: what is required, what has a default, and what stands
  /// behind a decision.
  private static func isAsked(_ parameter: Parameter) -> Bool {
    parameter.isRequired || parameter.standard != nil || parameter.name == "reason"
      || parameter.name == "evidence"
  }

  /// Whether there is anything to ask.
  package var asks: Bool { !questions.isEmpty }

  /// The invocation as it stands.
  package var invocation: Invocation {
    var invocation = Invocation(specification.name, on: subjects)
    for question in questions where !question.answer.isEmpty {
      invocation.answers[question.parameter.name] = [question.answer]
    }
    return invocation
  }

  package mutating func handle(_ key: Key, _ scene: Scene) -> LayerResponse {
    problem = nil
    switch key {
    case .escape: return .closeThen(.message(Message(.plain, "\(specification.words): taken back")))
    case .tab, .down: current = (current + 1) % questions.count
    case .backTab, .up: current = (current + questions.count - 1) % questions.count
    case .enter: return submit()
    case .character(let character):
      if let digit = character.wholeNumberValue, let response = choose(digit) { return response }
      questions[current].type(key)
    default: questions[current].type(key)
    }
    return .stay
  }

  package mutating func click(_ line: Int, _ scene: Scene) -> LayerResponse {
    choose(line + 1) ?? .stay
  }

  /// A digit: takes a numbered answer; nil where it is just a letter of a text.
  private mutating func choose(_ digit: Int) -> LayerResponse? {
    let question = questions[current]
    if case .integer(1...5, _) = question.parameter.type {
      guard (1...5).contains(digit) else { return .stay }
      questions[current].take(String(digit))
      return next()
    }
    guard question.choices.indices.contains(digit - 1) else {
      return question.isDigits ? .stay : nil
    }
    if question.isFreeText {
      guard question.editor.isEmpty else { return nil }
      questions[current].take(question.choices[digit - 1].answer)
      return .stay
    }
    questions[current].take(question.choices[digit - 1].answer)
    return next()
  }

  /// To the next required question without an answer; runs where there is none.
  private mutating func next() -> LayerResponse {
    guard let open = questions.firstIndex(where: { $0.parameter.isRequired && $0.answer.isEmpty })
    else { return .closeThen(.run(invocation)) }
    current = open
    return .stay
  }

  private mutating func submit() -> LayerResponse {
    if let open = questions.firstIndex(where: { $0.parameter.isRequired && $0.answer.isEmpty }) {
      if open == current { problem = "\(questions[open].parameter.label) may not be blank" }
      current = open
      return .stay
    }
    return .closeThen(.run(invocation))
  }

  // MARK: Drawing

  package func draw(into canvas: inout Canvas, _ scene: Scene) {
    guard questions.indices.contains(current) else { return }
    let question = questions[current]
    drawChoices(question, into: &canvas)
    let y = canvas.height - 1
    canvas.fill(Rect(x: 0, y: y - 1, width: canvas.width, height: 2), style: Style(on: .bar))
    drawHead(into: &canvas, y: y - 1)
    let label = question.parameter.label + ": "
    let width = canvas.put(label, x: 1, y: y, style: Style(.accent, on: .bar).bold)
    if question.editor.isEmpty {
      let hint = hintText(question)
      canvas.put(
        hint, x: 2 + width, y: y, style: Style(.faint, on: .bar),
        maxWidth: max(0, canvas.width - width - 3))
    }
    question.editor.draw(
      into: &canvas, x: 1 + width, y: y, width: canvas.width - width - 2,
      style: question.isStandard ? Style(.dim, on: .bar) : Style(on: .bar))
    if let day = dayHint(question, scene) {
      canvas.putRight(day, end: canvas.width - 1, y: y, style: Style(.dim, on: .bar))
    }
  }

  private func drawHead(into canvas: inout Canvas, y: Int) {
    var parts = [StyledText(specification.words, Style(.title, on: .bar).bold)]
    if let problem {
      parts.append(StyledText(" · " + problem, Style(.danger, on: .bar)))
    } else {
      parts.append(StyledText(" · " + about, Style(.dim, on: .bar)))
      for (place, question) in questions.enumerated() where place != current {
        let answer = question.answer.isEmpty ? "…" : shown(question)
        parts.append(
          StyledText("  \(question.parameter.label.lowercased()) ", Style(.faint, on: .bar)))
        parts.append(StyledText(answer, Style(.text, on: .bar)))
      }
      if questions.count > 1 { parts.append(StyledText("  Tab", Style(.accent, on: .bar))) }
    }
    canvas.put(parts, x: 1, y: y, maxWidth: canvas.width - 2)
  }

  private func shown(_ question: PromptQuestion) -> String {
    question.choices.first { $0.answer == question.answer }?.words ?? question.answer
  }

  private func hintText(_ question: PromptQuestion) -> String {
    if question.isFreeText {
      return question.choices.isEmpty
        ? question.parameter.help.lowercased()
        : "type it, or a number above"
          + (question.parameter.isRequired ? "; it may not be blank" : "; Enter leaves it out")
    }
    return question.choices.isEmpty ? question.parameter.help : "a number above, or its name"
  }

  private func dayHint(_ question: PromptQuestion, _ scene: Scene) -> String? {
    guard question.parameter.type == .day, !question.answer.isEmpty else { return nil }
    return DayExpression.day(question.answer, today: scene.today)?.text ?? "?"
  }

  private func drawChoices(_ question: PromptQuestion, into canvas: inout Canvas) {
    // As many as there is room for between the top line and the question.
    let room = min(9, canvas.height - 6)
    guard !question.choices.isEmpty, room > 0 else { return }
    let shown = question.choices.prefix(room)
    let hidden = min(9, question.choices.count) - shown.count
    let longest = shown.map { TextMeasure.columns(of: $0.words) }.max() ?? 0
    let detail = shown.map { TextMeasure.columns(of: $0.detail) }.max() ?? 0
    let width = min(canvas.width - 2, max(24, longest + 7 + (detail > 0 ? detail + 2 : 0)))
    let area = Rect(
      x: 0, y: canvas.height - 4 - shown.count, width: width, height: shown.count + 2)
    canvas.fill(area, style: Style(on: .overlay))
    let inside = canvas.box(
      area, title: question.parameter.label, trailing: hidden > 0 ? "\(hidden) more" : "",
      focused: true, ground: .overlay)
    for (place, choice) in shown.enumerated() {
      canvas.target(inside.row(place), pane: Target.layer, line: place)
      canvas.put(
        [
          StyledText("\(place + 1)  ", Style(.accent, on: .overlay).bold),
          StyledText(choice.words, Style(on: .overlay)),
        ], x: inside.x + 1, y: inside.y + place,
        maxWidth: inside.width - 1 - (detail > 0 ? detail + 2 : 0))
      canvas.putRight(
        choice.detail, end: inside.maxX - 1, y: inside.y + place, style: Style(.dim, on: .overlay),
        maxWidth: detail)
    }
  }
}
