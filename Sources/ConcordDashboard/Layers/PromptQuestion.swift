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
  /// The digit that took a suggestion into a free text: where more is typed, it was a letter of that.
  private var tookDigit: Character?

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
      if let tookDigit { editor = TextEditor(String(tookDigit)) }
    default: break
    }
    isStandard = false
    tookDigit = nil
    _ = editor.handle(key)
  }

  /// Takes a whole answer; `digit` is the key that stands for it.
  mutating func take(_ answer: String, digit: Character? = nil) {
    tookDigit = digit
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
