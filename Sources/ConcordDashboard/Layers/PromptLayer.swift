import ConcordCanvas
import ConcordModel

/// Asks for what a command needs, in one line: defaults stand there already, digits choose, Enter
/// takes, Tab goes to the next question, Esc takes it back.
package struct PromptLayer: QuestionLayer {
  private let specification: CommandSpecification
  private let subjects: [RecordID]
  private let about: String
  /// How the records stood when this was opened.
  private var before: StandingBefore
  private var questions: [PromptQuestion]
  private var current: Int
  /// Where likelihood and impact are asked for.
  private var matrix: RatingMatrix?
  /// What was wrong with the last try.
  package var problem: String?
  private var isLeaving = false

  package init(
    _ specification: CommandSpecification, subjects: [RecordID], hidden: Int = 0,
    reasons: [String], _ scene: Scene
  ) {
    self.specification = specification
    self.subjects = subjects
    let only = subjects.count == 1 ? subjects.first : nil
    about =
      (only.map { Self.title($0, scene.workspace) } ?? "\(subjects.count) marked")
      + (hidden == 0 ? "" : "; \(hidden) marked outside the filter: left out")
    before = StandingBefore(subjects, scene.workspace)
    questions = specification.parameters.filter(Self.isAsked).map { parameter in
      PromptQuestion(
        parameter,
        choices: PromptChoices(scene, subjects: subjects, reasons: reasons).choices(parameter))
    }
    current = questions.firstIndex { $0.parameter.isRequired && $0.answer.isEmpty } ?? 0
    if place(of: Self.likelihood) != nil, place(of: Self.impact) != nil {
      matrix = RatingMatrix(subjects, scene)
    }
  }

  private static let likelihood = "likelihood"
  private static let impact = "impact"

  private func place(of name: String) -> Int? {
    questions.firstIndex { $0.parameter.name == name }
  }

  /// Whether the question is one that the matrix answers.
  private var isOnMatrix: Bool {
    matrix != nil && [Self.likelihood, Self.impact].contains(questions[current].parameter.name)
  }

  /// Moves the dot; false where the key is no arrow, or another question is asked.
  private mutating func moveDot(_ key: Key) -> Bool {
    guard isOnMatrix, var dot = matrix else { return false }
    dot.take(likelihood: answer(Self.likelihood), impact: answer(Self.impact))
    guard dot.move(key) else { return false }
    matrix = dot
    takeDot()
    return true
  }

  /// Both answers are where the dot stands.
  private mutating func takeDot() {
    guard let matrix else { return }
    for (name, number) in [(Self.likelihood, matrix.likelihood), (Self.impact, matrix.impact)] {
      if let place = place(of: name) { questions[place].take(String(number)) }
    }
  }

  private func answer(_ name: String) -> Int? {
    place(of: name).flatMap { Int(questions[$0].answer) }
  }

  /// Questions worth a place in one line: what is required, what has a default, and what stands
  /// behind a decision.
  private static func isAsked(_ parameter: Parameter) -> Bool {
    parameter.isRequired || parameter.standard != nil || parameter.name == "reason"
      || ["evidence", "conditions", "filter"].contains(parameter.name)
  }

  /// A record's title; with its partner where it is a case's type.
  static func title(_ id: RecordID, _ workspace: Workspace) -> String {
    let title = workspace.title(id)
    guard id.kind == .vettingCase, let row = workspace.row(id),
      let partner = workspace.partnerName(VettingCase(workspace, row).partner)
    else { return title }
    return "\(title), \(partner)"
  }

  /// What somebody else did to one of the records since this was opened, and beside it what is about to
  /// be done; nil where nobody did.
  private func changeElsewhere(_ scene: Scene) -> String? {
    guard let change = before.change(of: subjects, scene.workspace) else { return nil }
    let own = "\(change). Yours: \(specification.words)\(answers(scene))"
    let command = CommandCatalogue.command(specification.name)
    let obstacle = subjects.lazy.compactMap {
      command?.obstacle($0, in: scene.workspace, by: scene.actor)
    }.first
    if let obstacle {
      return "\(own). It cannot be done any more: \(obstacle.sentence); Esc leaves it"
    }
    return "\(own). Enter goes on with yours, Esc leaves theirs"
  }

  /// What was answered, behind the command's words.
  private func answers(_ scene: Scene) -> String {
    questions.filter { !$0.answer.isEmpty }.map { question in
      let answer = dayHint(question, scene) ?? shown(question)
      return ", \(question.parameter.label.lowercased()) \(Text.oneLine(answer))"
    }.joined()
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

  /// Whether something was typed that it would be a pity to lose.
  private var holdsText: Bool {
    questions.contains { $0.isFreeText && !$0.isStandard && $0.answer.count > 2 }
  }

  package mutating func take(_ failure: CommitFailure) {
    problem = failure.sentence
    switch failure {
    case .refused(.missing(let name, _)):
      guard let place = place(of: name) else { return }
      current = place
      problem = "\(questions[place].parameter.label) may not be blank"
    case .refused(.invalid(let name, _, _)):
      if let place = place(of: name) { current = place }
    default: break
    }
  }

  /// Said at once, and once more before anything is written over it.
  package mutating func refresh(_ scene: Scene) {
    if let change = changeElsewhere(scene) { problem = change }
  }

  package mutating func handle(_ key: Key, _ scene: Scene) -> LayerResponse {
    let wasLeaving = isLeaving
    isLeaving = false
    problem = nil
    if moveDot(key) { return .stay }
    switch key {
    case .escape:
      if holdsText, !wasLeaving {
        isLeaving = true
        problem = "Esc again throws away what was typed"
        return .stay
      }
      return .closeThen(.message(Message(.plain, "\(specification.words): nothing was done")))
    case .tab, .down: current = (current + 1) % questions.count
    case .backTab, .up: current = (current + questions.count - 1) % questions.count
    case .enter:
      if let change = changeElsewhere(scene) {
        // Said once: whoever goes on has read it.
        before = StandingBefore(subjects, scene.workspace)
        problem = change
        return .stay
      }
      return submit()
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
      guard (1...5).contains(digit) else {
        problem = "\(question.parameter.label.lowercased()) is 1 to 5, not \(digit)"
        return .stay
      }
      questions[current].take(String(digit))
      // Two digits are the two ratings, wherever the dot has stood.
      if isOnMatrix, question.parameter.name == Self.likelihood, let place = place(of: Self.impact)
      {
        current = place
        return .stay
      }
      return next()
    }
    guard question.choices.indices.contains(digit - 1) else {
      return question.isDigits ? .stay : nil
    }
    if question.isFreeText {
      guard question.editor.isEmpty else { return nil }
      questions[current].take(
        question.choices[digit - 1].answer, digit: Character(String(digit)))
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
    if isOnMatrix, var dot = matrix, dot.isChosen {
      // Enter takes the dot where it stands.
      dot.take(likelihood: answer(Self.likelihood), impact: answer(Self.impact))
      matrix = dot
      takeDot()
    }
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
    if isOnMatrix, var dot = matrix {
      dot.take(likelihood: answer(Self.likelihood), impact: answer(Self.impact))
      dot.draw(into: &canvas, above: canvas.height - 2, scene)
    } else {
      drawChoices(question, into: &canvas)
    }
    let y = canvas.height - 1
    canvas.fill(Rect(x: 0, y: y - 1, width: canvas.width, height: 2), style: Style(on: .bar))
    drawHead(into: &canvas, y: y - 1)
    if let problem { drawProblem(problem, into: &canvas, above: y - 1) }
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

  /// What was wrong, to its end, on as many lines as it takes.
  private func drawProblem(_ problem: String, into canvas: inout Canvas, above y: Int) {
    let lines = TextMeasure.wrapped(problem, to: max(8, canvas.width - 4))
    for (place, line) in lines.enumerated() where y - lines.count + place > 0 {
      let row = canvas.bounds.row(y - lines.count + place)
      canvas.fill(row, style: Style(on: .bar))
      canvas.put(line, x: 2, y: row.y, style: Style(.danger, on: .bar), maxWidth: row.width - 3)
    }
  }

  private func drawHead(into canvas: inout Canvas, y: Int) {
    var parts = [StyledText(specification.words, Style(.title, on: .bar).bold)]
    // What would be saved goes before the title, which stands on the screen above.
    for (place, question) in questions.enumerated() where place != current {
      let answer = question.answer.isEmpty ? "…" : shown(question)
      parts.append(
        StyledText("  \(question.parameter.label.lowercased()) ", Style(.faint, on: .bar)))
      parts.append(StyledText(answer, Style(.text, on: .bar)))
    }
    if questions.count > 1 { parts.append(StyledText("  Tab", Style(.accent, on: .bar))) }
    parts.append(StyledText(" · " + about, Style(.dim, on: .bar)))
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
