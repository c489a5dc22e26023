import ConcordCanvas
import ConcordModel

/// The signs of a picture in words: a screen reader would spell them, or leave them out.
enum LinearSigns {
  /// A piece of text without lines and bars, its signs in words; blank where nothing is left.
  static func words(_ text: String) -> String {
    let marks = GlyphSet.unicode.marks
    var result = ""
    for character in text.replacing(" · ", with: ", ") {
      if let word = word(character, marks) {
        if let last = result.last, last != " " { result += " " }
        if !word.isEmpty { result += String(said) + word + " " }
      } else {
        result.append(character)
      }
    }
    var words: [String] = []
    var sign: String?
    for part in result.split(separator: " ") {
      // A legend says what its sign means: once is enough.
      if let before = sign, part == before { continue }
      sign = part.first == said ? String(part.dropFirst()) : nil
      words.append(sign ?? late(String(part)))
    }
    return words.joined(separator: " ")
  }

  /// Stands before the word of a sign meanwhile: for private use, and in no text.
  private static let said: Character = "\u{F8FF}"

  /// A sign in words; blank for one that only draws, nil for what is no sign.
  private static func word(_ character: Character, _ marks: GlyphSet.Marks) -> String? {
    if let level = GlyphSet.unicode.bars.firstIndex(of: character) {
      return Level(rawValue: level)?.words
    }
    switch character {
    case marks.selected, marks.progressDone, marks.progressLeft, "▒": return ""
    case marks.marked: return "marked"
    case marks.new: return "new:"
    case marks.changed: return "changed:"
    case marks.inherent: return "inherent"
    case marks.residual: return "residual"
    case marks.target: return "target"
    case marks.flag: return "flags"
    case marks.done: return "done"
    case marks.failed: return "failed"
    case marks.nothing: return ""
    case marks.dash: return "none"
    case marks.up: return "escalated to you:"
    case marks.down: return "down"
    case marks.right: return "to"
    case marks.left: return "back again:"
    case marks.enter: return "Enter"
    case marks.space: return "Space"
    case marks.ellipsis: return nil
    default:
      let scalar = character.unicodeScalars.first?.value ?? 0
      return (0x2500...0x257F).contains(scalar) || (0x2800...0x28FF).contains(scalar) ? "" : nil
    }
  }

  /// `-4d` is four days late.
  private static func late(_ word: String) -> String {
    guard word.hasPrefix("-"), word.hasSuffix("d"), let days = Int(word.dropFirst().dropLast())
    else { return word }
    return Counted.words(days, "day") + " late"
  }
}
