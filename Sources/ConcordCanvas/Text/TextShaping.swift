/// Turns text into pieces that a terminal, curses and this package all count alike.
///
/// A `Character` is not a cell: it may hold several spacing scalars. What every terminal places
/// alike is kept (a base with combining marks; the consonants and spacing vowel signs of an Indic
/// syllable, each in a cell; a flag, as its two letters); a sequence of emoji becomes one
/// ``replacement``. So do controls, bidirectional controls and other invisible scalars, so that
/// nothing in a name can hide, move or rewrite what stands beside it.
enum TextShaping {
  /// Stands in for what cannot or must not be drawn; one column.
  static let replacement: Unicode.Scalar = "\u{FFFD}"
  /// Carries combining marks that have no base.
  private static let dottedCircle: Unicode.Scalar = "\u{25CC}"

  /// The pieces of a text.
  static func pieces(of text: String, ascii: Bool) -> [TextPiece] {
    var pieces: [TextPiece] = []
    pieces.reserveCapacity(text.utf8.count)
    for character in text {
      if let code = character.asciiValue {
        // Of the ASCII clusters, "\r\n" counts as a line feed.
        pieces.append(piece(plain(Unicode.Scalar(code), ascii: ascii)))
      } else {
        shape(character, ascii: ascii, into: &pieces)
      }
    }
    return pieces
  }

  /// The glyph of a sign of one scalar and one column that is drawn as it stands; nil for any other.
  static func sign(_ character: Character, ascii: Bool) -> Glyph? {
    let scalars = character.unicodeScalars
    guard let scalar = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex
    else { return nil }
    switch scalar.value {
    case 0x20..<0x7F: return Glyph(scalar)
    case 0x2190...0x2BFF where !ascii && ScalarWidth.columns(of: scalar) == 1: return Glyph(scalar)
    default: return nil
    }
  }

  /// What stands for an ASCII scalar: itself, a space for white space, a sign for a control.
  static func plain(_ scalar: Unicode.Scalar, ascii: Bool) -> Unicode.Scalar {
    switch scalar.value {
    case 0x20..<0x7F: scalar
    case 0x09...0x0D: " "
    default: ascii ? "?" : replacement
    }
  }

  private static func piece(_ scalar: Unicode.Scalar, width: Int = 1) -> TextPiece {
    TextPiece(glyph: Glyph(scalar), width: width, startsCluster: true)
  }

  private static func shape(_ character: Character, ascii: Bool, into pieces: inout [TextPiece]) {
    let start = pieces.count
    for scalar in character.unicodeScalars {
      switch kind(of: scalar) {
      case .ignorable:
        // Joiners and variation selectors shape what they follow; alone they would be invisible.
        if pieces.count == start { pieces.append(piece(replacement)) }
      case .forbidden:
        pieces.append(piece(replacement))
      case .blank:
        pieces.append(piece(" "))
      case .mark:
        if pieces.count == start { pieces.append(piece(dottedCircle)) }
        let last = pieces.count - 1
        if let syllable = HangulSyllable.joining(pieces[last].glyph, scalar) {
          pieces[last].glyph = Glyph(syllable)
        } else {
          pieces[last].glyph.add(mark: scalar)
        }
      case .flagLetter:
        pieces.append(piece(Unicode.Scalar(UInt8(0x41 + scalar.value - 0x1F1E6))))
      case .spacingMark:
        pieces.append(piece(scalar))
      case .base where pieces.count == start || !isPictorial(scalar):
        pieces.append(piece(scalar, width: ScalarWidth.columns(of: scalar)))
      case .base:
        // An emoji sequence, whose columns terminals do not agree on.
        pieces.removeSubrange(start...)
        pieces.append(piece(ascii ? "?" : replacement))
        return
      }
    }
    if ascii { fold(&pieces, from: start) }
    for index in pieces.indices[start...].dropFirst() { pieces[index].startsCluster = false }
  }

  // A wide sign becomes two of one column, so that a text is as wide in ASCII as it is otherwise.
  private static func fold(_ pieces: inout [TextPiece], from start: Int) {
    let folded = pieces[start...].flatMap { piece in
      Array(repeating: self.piece(AsciiFolding.fold(piece.glyph.base)), count: piece.width)
    }
    pieces.replaceSubrange(start..., with: folded)
  }

  private static func isPictorial(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0xFF && scalar.properties.isEmoji
  }

  private enum Kind {
    case base, spacingMark, mark, ignorable, forbidden, blank, flagLetter
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x09...0x0D, 0x85, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F: return .blank
    case 0..<0x20, 0x7F..<0xA0: return .forbidden
    case 0..<0xAD, 0xAE..<0x300: return .base
    // Signs, ideographs and Korean syllables: many, and nothing else among them.
    case 0x2190...0x2BFF, 0x3400...0x9FFF, 0xAC00...0xD7A3: return .base
    case 0x200C, 0x200D, 0xFE00...0xFE0F, 0xE0100...0xE01EF: return .ignorable
    case 0x1F1E6...0x1F1FF: return .flagLetter
    case 0x1160...0x11FF where scalar.value != 0x1160: return .mark  // jamo that join a syllable
    default: break
    }
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint {
      return .forbidden
    }
    switch properties.generalCategory {
    case .control, .format, .surrogate: return .forbidden
    case .spacingMark: return .spacingMark
    default: return ScalarWidth.columns(of: scalar) == 0 ? .mark : .base
    }
  }
}
