/// Keys in writing, as the hint line shows them and a configuration file spells them.
extension Key {
  /// The key in writing: `j`, `^P`, `M-x`, `Enter`, `S-Up`, `F5`, `Space`; nil for the mouse, a
  /// paste and the focus.
  package var name: String? {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(" "): "^Space"
    case .control(let character): "^" + character.uppercased()
    case .alt(" "): "M-Space"
    case .alt(let character): "M-" + String(character)
    case .function(let number): "F\(number)"
    case .with(let modifiers, let key):
      key.name.map { name in
        (modifiers.contains(.control) ? "C-" : "") + (modifiers.contains(.alt) ? "M-" : "")
          + (modifiers.contains(.shift) ? "S-" : "") + name
      }
    case .mouse, .paste, .focus: nil
    default: Self.named.first { $0.key == self }?.name
    }
  }

  /// The key of a name as `name` writes it; `C-p` stands for `^P` as well. Nil for no key's name.
  package init?(name: String) {
    let characters = Array(name)
    if let key = Self.named.first(where: { $0.name == name })?.key {
      self = key
    } else if name == "Space" {
      self = .character(" ")
    } else if characters.count == 1, Self.isPrintable(characters[0]) {
      self = .character(characters[0])
    } else if characters.first == "^", let key = Key(name: String(characters.dropFirst())) {
      guard case .character = key else { return nil }
      self = key.holding(.control)
    } else if characters.count > 2, characters[1] == "-",
      let modifier = Self.prefixes[characters[0]],
      let key = Key(name: String(characters.dropFirst(2)))
    {
      self = key.adding(modifier)
    } else if characters.first == "F", let number = Int(name.dropFirst()),
      (1...63).contains(number)
    {
      self = .function(number)
    } else {
      return nil
    }
  }

  private func adding(_ modifier: Modifiers) -> Key {
    switch (self, modifier) {
    case (.control, .alt): .with(.alt, self)
    case (.alt(let character), .control): Key.character(character).holding([.alt, .control])
    default: holding(modifier)
    }
  }

  private static func isPrintable(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { scalar in
      scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value)
    }
  }

  private static let prefixes: [Character: Modifiers] = [
    "C": .control, "M": .alt, "A": .alt, "S": .shift,
  ]

  private static let named: [(name: String, key: Key)] = [
    ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("S-Tab", .backTab),
    ("Backspace", .backspace), ("Ins", .insert), ("Del", .delete), ("Up", .up), ("Down", .down),
    ("Left", .left), ("Right", .right), ("Home", .home), ("End", .end), ("PgUp", .pageUp),
    ("PgDn", .pageDown),
  ]
}
