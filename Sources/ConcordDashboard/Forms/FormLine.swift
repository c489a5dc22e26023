import ConcordModel

/// A field of a form: what stands there, what stood there, and what is wrong with it.
struct FormLine: Sendable {
  let field: Field
  var editor: TextEditor
  /// The text when the form was opened.
  let before: String

  init(_ field: Field, _ text: String) {
    self.field = field
    before = text
    editor = TextEditor(text)
  }

  /// What was typed.
  var text: String { Text.trimmed(editor.text) }

  var isChanged: Bool { editor.text != before }

  /// Why the text is no value of the field; nil where it is one.
  func problem(_ workspace: Workspace, _ today: Day) -> String? {
    guard !text.isEmpty else {
      return field.isRequired && isChanged && !before.isEmpty ? "it may not be blank" : nil
    }
    guard isChanged else { return nil }
    do {
      _ = try FieldAssignment.read(text, field, workspace, today)
    } catch {
      return error.sentence
    }
    return ClassificationBanner.found(in: text).map {
      "it holds \($0): expected \(ClassificationBanner.expected)"
    }
  }
}
