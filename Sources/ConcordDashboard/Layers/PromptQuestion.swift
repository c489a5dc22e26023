import ConcordCanvas
import ConcordModel

/// A question of a prompt: a parameter of a command, its answer under edit, and what may be chosen.
struct PromptQuestion: Sendable {
  let parameter: Parameter
  var editor: TextEditor
  /// Numbered answers: what is shown, and what is answered.
  let choices: [PromptChoice]
  /// Whether the default still stands there: the first letter typed takes its place.
  var isStandard: Bool

  init(_ parameter: Parameter, choices: [PromptChoice]) {
    self.parameter = parameter
    self.choices = choices
    editor = TextEditor(parameter.standard ?? "")
    isStandard = parameter.standard != nil
  }

  /// Takes a key of a line of text.
  mutating func type(_ key: Key) {
    switch key {
    case .character, .paste:
      if isStandard { editor = TextEditor() }
    default: break
    }
    isStandard = false
    _ = editor.handle(key)
  }

  /// Takes a whole answer.
  mutating func take(_ answer: String) {
    editor = TextEditor(answer)
    isStandard = false
  }

  var answer: String { Text.trimmed(editor.text) }

  /// Whether one key is an answer: a digit of a short list or a rating.
  var isDigits: Bool {
    if case .integer(1...5, _) = parameter.type { return true }
    return !choices.isEmpty && !isFreeText
  }

  /// Whether the choices are only suggestions.
  var isFreeText: Bool {
    switch parameter.type {
    case .note, .text: true
    default: false
    }
  }
}
