import ConcordModel

/// Everything that a key can do, by name: what has a key already, the screens, and every command on
/// what is selected.
package struct ActionCatalogue: Sendable {
  /// An action with its words.
  package struct Row: Hashable, Sendable {
    /// As a configuration file calls it.
    package let name: String
    package let action: Action
    /// For the hint line: short.
    package let words: String
    /// For help and palette: a sentence.
    package let help: String
  }

  /// In the order of the keymap, then screens, then commands; each name once.
  package let rows: [Row]

  /// The actions of a keymap, and those that have no key in it.
  package init(_ keymap: Keymap = .standard) {
    var rows: [Row] = []
    var names: Set<String> = []
    func add(_ action: Action, _ words: String, _ help: String) {
      guard let name = action.name, names.insert(name).inserted else { return }
      rows.append(Row(name: name, action: action, words: words, help: help))
    }
    for binding in keymap.bindings { add(binding.action, binding.words, binding.help) }
    for (place, screen) in ScreenCatalogue.screens.enumerated() {
      add(.screen(place), screen.row.title, "The screen \(screen.row.title)")
    }
    for command in CommandCatalogue.commands {
      let specification = command.specification
      guard specification.subject != nil else { continue }
      add(.command(specification.name), specification.words, specification.help)
    }
    self.rows = rows
  }

  /// The action called `name`.
  package subscript(_ name: String) -> Row? { rows.first { $0.name == name } }
}
