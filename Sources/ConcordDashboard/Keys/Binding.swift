import ConcordCanvas
import ConcordModel

/// One row of the keymap: where, which keys, what, and the words for hint line, help and palette.
package struct Binding: Hashable, Sendable {
  package let context: KeyContext
  package let keys: [Key]
  package let action: Action
  /// For the hint line: short.
  package let words: String
  /// For help and palette: a sentence.
  package let help: String
  /// Place in the hint line, the smallest first; nil where it is not shown there.
  package let hint: Int?

  package init(
    _ context: KeyContext, _ keys: [Key], _ action: Action, _ words: String, _ help: String,
    hint: Int? = nil
  ) {
    self.context = context
    self.keys = keys
    self.action = action
    self.words = words
    self.help = help
    self.hint = hint
  }

  /// A key for a command: its words and help come from the table of commands.
  package init?(_ context: KeyContext, _ keys: [Key], command name: String, hint: Int? = nil) {
    guard let specification = CommandCatalogue.command(name)?.specification else { return nil }
    self.init(
      context, keys, .command(name), specification.words, specification.help, hint: hint)
  }

  /// The same row with other keys.
  package func with(_ keys: [Key]) -> Binding {
    Binding(context, keys, action, words, help, hint: hint)
  }

  /// The first key, as help and hint line show it.
  package func keyText(_ glyphs: GlyphSet) -> String {
    guard let key = keys.first else { return "" }
    switch key {
    case .enter: return glyphs.isASCII ? "Enter" : String(glyphs.marks.enter)
    case .character(" "): return glyphs.isASCII ? "Space" : String(glyphs.marks.space)
    default: return key.name ?? ""
    }
  }
}
