import ConcordCanvas

/// What the hint line may show in some places: made once for them, not for each picture.
struct HintRows: Sendable {
  /// A key and what it does, with the columns they take.
  struct Row: Sendable {
    let binding: Binding
    let key: String
    let keyWidth: Int
    let words: String
    let width: Int
  }

  /// Where these keys mean something, the nearest first.
  let contexts: [KeyContext]
  /// The most useful first.
  let rows: [Row]

  init(_ keymap: Keymap, _ contexts: [KeyContext], _ glyphs: GlyphSet) {
    self.contexts = contexts
    rows = keymap.rows(in: contexts).filter { $0.hint != nil && !$0.keys.isEmpty }
      .sorted { ($0.hint ?? 0) < ($1.hint ?? 0) }
      .map { binding in
        let key = binding.keyText(glyphs)
        let keyWidth = TextMeasure.columns(of: key)
        let words = " " + binding.words
        return Row(
          binding: binding, key: key, keyWidth: keyWidth, words: words,
          width: keyWidth + TextMeasure.columns(of: words))
      }
  }

  /// What changes something, besides commands.
  private static let writing: Set<Action> = [
    .undo, .redo, .edit, .createAny, .create(.partner), .again, .decide, .takeBackThis, .end,
  ]

  /// Those that can act now.
  func acting(_ screen: any Screen, _ scene: Scene) -> [Row] {
    let canOpen = screen.canOpen(scene)
    let isIdle = screen.isIdle(scene)
    return rows.filter { row in
      if case .command = row.binding.action, isIdle || scene.isReadOnly { return false }
      if scene.isReadOnly, Self.writing.contains(row.binding.action) { return false }
      return canOpen || row.binding.action != .open
    }
  }
}
