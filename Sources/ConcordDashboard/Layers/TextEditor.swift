import ConcordCanvas

/// One line of text under edit.
package struct TextEditor: Hashable, Sendable {
  private var characters: [Character]
  /// Before which character the cursor stands.
  package private(set) var place: Int

  package init(_ text: String = "") {
    characters = Array(text)
    place = characters.count
  }

  package var text: String { String(characters) }
  package var isEmpty: Bool { characters.isEmpty }
  /// What stands before the cursor.
  package var before: String { String(characters[0..<place]) }

  /// Takes a key; false where it means nothing to a line of text.
  package mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .paste(let text): insert(text)
    case .backspace:
      guard place > 0 else { return true }
      place -= 1
      characters.remove(at: place)
    case .delete, .control("d"):
      if place < characters.count { characters.remove(at: place) }
    case .left, .control("b"): place = max(0, place - 1)
    case .right, .control("f"): place = min(characters.count, place + 1)
    case .home, .control("a"): place = 0
    case .end, .control("e"): place = characters.count
    case .control("u"):
      characters.removeSubrange(0..<place)
      place = 0
    case .control("k"): characters.removeSubrange(place...)
    case .control("w"): removeWord()
    default: return false
    }
    return true
  }

  private mutating func insert(_ text: String) {
    let clean = text.map { $0.isNewline || $0 == "\t" ? " " : $0 }
      .filter { !($0.unicodeScalars.first.map(Self.isControl) ?? false) }
    characters.insert(contentsOf: clean, at: place)
    place += clean.count
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }

  private mutating func removeWord() {
    var start = place
    while start > 0, characters[start - 1] == " " { start -= 1 }
    while start > 0, characters[start - 1] != " " { start -= 1 }
    characters.removeSubrange(start..<place)
    place = start
  }

  /// Draws the line in `width` columns so that the cursor is in sight; puts the terminal's cursor.
  package func draw(into canvas: inout Canvas, x: Int, y: Int, width: Int, style: Style) {
    guard width > 1 else { return }
    // Back from the cursor as far as there is room: a pasted page costs no more than a word.
    var start = place
    var column = 0
    while start > 0 {
      let columns = TextMeasure.columns(of: String(characters[start - 1]))
      guard column + columns <= width - 1 else { break }
      column += columns
      start -= 1
    }
    // No text is wider than it has characters.
    let end = min(characters.count, start + width)
    column = TextMeasure.columns(of: String(characters[start..<place]))
    canvas.put(String(characters[start..<end]), x: x, y: y, style: style, maxWidth: width)
    canvas.cursor = Cursor(x: x + column, y: y, isVisible: true)
  }
}
