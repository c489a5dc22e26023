/// One thing a person did at the terminal: a key, a mouse event, or a paste.
package enum Key: Hashable, Sendable {
  /// A printable character, a space too; shift is in the character.
  case character(Character)
  /// Control with a lower-case letter, or with one of `@ [ \ ] ^ _`; `control(" ")` is Control-Space.
  case control(Character)
  /// Alt with a printable character.
  case alt(Character)
  case enter, escape, tab, backTab, backspace, insert, delete
  case up, down, left, right
  case home, end, pageUp, pageDown
  /// F1 is 1.
  case function(Int)
  /// A key that is no character, with modifiers, as in `.with([.shift], .up)`; never empty.
  indirect case with(Modifiers, Key)
  /// The mouse.
  case mouse(MouseEvent)
  /// Text pasted into the terminal: no controls but line feeds and tabs. It never acts as keys.
  case paste(String)
  /// The terminal window got (true) or lost the focus.
  case focus(Bool)

  /// The key with modifiers held, in the one form that a binding can be compared with.
  package func holding(_ modifiers: Modifiers) -> Key {
    if modifiers.isEmpty { return self }
    switch self {
    case .tab where modifiers == .shift: return .backTab
    case .character(let character): return Self.character(character, holding: modifiers)
    case .control, .alt, .mouse, .paste, .focus: return self
    case .with(let others, let key): return .with(others.union(modifiers), key)
    default: return .with(modifiers, self)
    }
  }

  // Shift is in the character already. Control and Alt together have no case of their own.
  private static func character(_ character: Character, holding modifiers: Modifiers) -> Key {
    let lower = Character(character.lowercased().first.map(String.init) ?? String(character))
    switch (modifiers.contains(.control), modifiers.contains(.alt)) {
    case (true, true): return .with(.alt, .control(lower))
    case (true, false): return .control(lower)
    case (false, true): return .alt(character)
    case (false, false): return .character(character)
    }
  }
}
