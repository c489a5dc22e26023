/// `name=value` as people type it, read as the field's type: the one way from text to a value for
/// forms, imports and the command line.
package struct FieldAssignment: Sendable {
  package let field: String
  /// The value; nil clears the field.
  package let value: FieldValue?
  /// `name=+element`.
  package let added: String?
  /// `name=-element`.
  package let taken: String?

  /// - Parameter isNew: whether the record is being made: some fields are written then, and later by
  ///   commands alone.
  package init(
    _ text: String, isNew: Bool = false, schema: Schema, workspace: Workspace, today: Day
  ) throws(CommandError) {
    guard let equals = text.firstIndex(of: "=") else {
      throw .invalid(parameter: "field", value: text, expected: "name=value")
    }
    try self.init(
      String(text[..<equals]), String(text[text.index(after: equals)...]), isNew: isNew,
      schema: schema, workspace: workspace, today: today)
  }

  package init(
    _ name: String, _ text: String, isNew: Bool = false, schema: Schema, workspace: Workspace,
    today: Day
  ) throws(CommandError) {
    let name = Text.trimmed(name)
    let text = Text.trimmed(text)
    field = name
    if let mark = ClassificationBanner.found(in: text) {
      throw .invalid(parameter: name, value: mark, expected: ClassificationBanner.expected)
    }
    guard let declared = schema.field(name) else {
      guard name.hasPrefix("x.") else {
        throw .field(
          name, kind: schema.word,
          reason: "there is none; fields are "
            + schema.stored.map(\.name).joined(separator: ", ") + ", or x.NAME of your own")
      }
      value = text.isEmpty ? nil : .text(text)
      (added, taken) = (nil, nil)
      return
    }
    guard declared.isWritten(inNew: isNew) else {
      throw .field(
        name, kind: schema.word,
        reason: declared.writer == .derived
          ? "is worked out from other records" : "changes by a command of its own")
    }
    if declared.type.isSet, let sign = text.first, sign == "+" || sign == "-" {
      let element = Text.trimmed(text.dropFirst())
      let read = try Self.read(element, declared, workspace, today)
      guard case .texts(let elements)? = read, let only = elements.first, elements.count == 1 else {
        throw .invalid(parameter: name, value: text, expected: "one element after \(sign)")
      }
      value = nil
      added = sign == "+" ? only : nil
      taken = sign == "-" ? only : nil
      return
    }
    value = try Self.read(text, declared, workspace, today)
    (added, taken) = (nil, nil)
  }

  /// The value that `text` means for a field; nil where it is blank.
  package static func read(
    _ text: String, _ field: Field, _ workspace: Workspace, _ today: Day
  ) throws(CommandError) -> FieldValue? {
    guard !text.isEmpty else { return nil }
    func invalid(_ expected: String) -> CommandError {
      .invalid(parameter: field.name, value: text, expected: expected)
    }
    switch field.type {
    case .text, .note:
      return .text(text)
    case .day:
      guard let day = DayExpression.day(text, today: today) else {
        throw invalid(DayExpression.expected(insteadOf: text))
      }
      return .text(day.text)
    case .instant:
      guard let instant = Instant(iso: text) else {
        throw invalid("a moment such as 2026-11-21T14:02:31Z")
      }
      return .integer(instant.milliseconds)
    case .integer(let range, _):
      guard let number = Int(text), range.contains(number) else {
        throw invalid("a whole number from \(range.lowerBound) to \(range.upperBound)")
      }
      return .integer(Int64(number))
    case .truth:
      switch text.lowercased() {
      case "yes", "true", "1", "y": return .truth(true)
      case "no", "false", "0", "n": return .truth(false)
      default: throw invalid("yes or no")
      }
    case .choice(let catalogue):
      guard let key = workspace.catalogues.key(text, in: catalogue) else {
        throw invalid(workspace.catalogues.choices(catalogue, near: text))
      }
      return .text(key)
    case .choices(let catalogue):
      var keys: [String] = []
      for part in text.split(separator: ",") {
        let part = Text.trimmed(part)
        guard let key = workspace.catalogues.key(part, in: catalogue) else {
          throw CommandError.invalid(
            parameter: field.name, value: part,
            expected: workspace.catalogues.choices(catalogue, near: part))
        }
        keys.append(key)
      }
      return .set(keys)
    case .texts:
      let parts = text.split(separator: ",").map { Text.trimmed($0) }.filter { !$0.isEmpty }
      return parts.isEmpty ? nil : .set(parts)
    case .reference(let kinds):
      switch workspace.find(text, kinds: kinds) {
      case .success(let id): return .text(id.text)
      case .failure(let error): throw error
      }
    case .references(let kinds):
      let ids = try ReferenceList.ids(text, kinds: kinds, in: workspace)
      return ids.isEmpty ? nil : .set(ids.map(\.text))
    case .level:
      throw invalid("nothing: it is worked out")
    }
  }
}
