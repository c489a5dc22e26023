import ConcordCanvas
import ConcordModel

/// A question of a prompt: a parameter of a command, its answer under edit, and what may be chosen.
struct PromptQuestion: Sendable {
  let parameter: Parameter
  var editor: TextEditor
  /// Numbered answers: what is shown, and what is answered.
  let choices: [(words: String, answer: String)]

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
