/// A command's answers, read as the types that its parameters have.
public struct CommandInput: Sendable {
  /// What was asked for.
  public let specification: CommandSpecification
  /// What it acts on.
  public let subjects: [RecordID]
  private let answers: [String: [String]]
  private let workspace: Workspace
  private let today: Day

  package init(
    _ specification: CommandSpecification, _ invocation: Invocation, _ workspace: Workspace,
    today: Day
  ) throws(CommandError) {
    self.specification = specification
    subjects = invocation.subjects
    self.workspace = workspace
    self.today = today
    let known = specification.parameters.map(\.name)
    for name in invocation.answers.keys.sorted() where !known.contains(name) {
      throw CommandError.unknownParameter(name, command: specification.name, known: known)
    }
    var answers: [String: [String]] = [:]
    for parameter in specification.parameters {
      let given = (invocation.answers[parameter.name] ?? [])
        .map { Text.trimmed($0) }.filter { !Text.isBlank($0) }
      if !given.isEmpty {
        answers[parameter.name] = given
      } else if let standard = parameter.standard {
        answers[parameter.name] = [standard]
      } else if parameter.isRequired {
        throw CommandError.missing(parameter: parameter.name, command: specification.name)
      }
    }
    for (name, values) in answers {
      for value in values {
        if let forbidden = Text.forbiddenScalar(in: value) {
          throw CommandError.invalid(
            parameter: name, value: Text.visible(value),
            expected: "text without control characters (found \(forbidden))")
        }
        if value.utf8.count > Text.longestField {
          throw CommandError.invalid(
            parameter: name, value: String(value.prefix(20)) + "…", expected: "at most 64 KiB")
        }
        if let mark = ClassificationBanner.found(in: value) {
          throw CommandError.invalid(
            parameter: name, value: mark, expected: ClassificationBanner.expected)
        }
      }
    }
    self.answers = answers
  }

  /// An answer as text; nil where there is none.
  public func text(_ name: String) -> String? { answers[name]?.first }

  /// All answers of a repeated parameter.
  public func texts(_ name: String) -> [String] { answers[name] ?? [] }

  /// An answer as text that has to be there.
  public func required(_ name: String) throws(CommandError) -> String {
    guard let value = text(name) else {
      throw .missing(parameter: name, command: specification.name)
    }
    return value
  }

  /// A day, as `2026-12-01`, `+30d`, `fri`.
  public func day(_ name: String) throws(CommandError) -> Day? {
    guard let value = text(name) else { return nil }
    guard let day = DayExpression.day(value, today: today) else {
      throw .invalid(
        parameter: name, value: value, expected: DayExpression.expected(insteadOf: value))
    }
    return day
  }

  /// A day after today.
  public func futureDay(_ name: String) throws(CommandError) -> Day {
    let value = try required(name)
    guard let day = try day(name) else {
      throw .missing(parameter: name, command: specification.name)
    }
    guard day > today else {
      throw .invalid(
        parameter: name, value: value, expected: "a day after today (\(today.text))")
    }
    return day
  }

  /// A whole number in a range.
  public func integer(_ name: String, in range: ClosedRange<Int>) throws(CommandError) -> Int? {
    guard let value = text(name) else { return nil }
    guard let number = Int(value), range.contains(number) else {
      throw .invalid(
        parameter: name, value: value,
        expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// A key of a catalogue, or its words.
  public func choice(_ name: String, of catalogue: String) throws(CommandError) -> String? {
    guard let value = text(name) else { return nil }
    guard let key = workspace.catalogues.key(value, in: catalogue) else {
      throw .invalid(
        parameter: name, value: value,
        expected: workspace.catalogues.choices(catalogue, near: value))
    }
    return key
  }

  /// A person's record: `me`, a handle, a name or an id.
  public func person(_ name: String, _ draft: inout Draft) throws(CommandError) -> RecordID? {
    guard let value = text(name) else { return nil }
    if value == "me" || value == draft.context.author { return draft.me() }
    if let known = workspace.person(called: value) { return known }
    throw .unknownPerson(value, known: workspace.handles)
  }
}
