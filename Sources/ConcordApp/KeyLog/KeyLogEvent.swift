import ConcordCanvas
import ConcordJSON

/// One thing that came to the dashboard: from its user, from the user's file of settings, from the rules.
package enum KeyLogEvent: Hashable, Sendable {
  /// A key, a mouse event, a paste, or the focus.
  case key(Key)
  /// The window has another size.
  case size(Size)
  /// The user's settings are others now, as they would stand in `config.json`.
  case settings(JSONValue)
  /// The rules have written what they make of the day.
  case rules

  /// A line of the log, without its end.
  package func line(at milliseconds: Int) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("t")
    json.integer(milliseconds)
    switch self {
    case .key(.paste(let text)):
      json.key("paste")
      json.string(text)
    case .key(.mouse(let event)):
      json.key("mouse")
      json.string(Self.words(event))
    case .key(.focus(let isGained)):
      json.key("focus")
      json.bool(isGained)
    case .key(let key):
      json.key("key")
      if let name = key.name, Key(name: name) == key {
        json.string(name)
      } else {
        // A mark that stands on no letter would melt into its name.
        let (character, modifiers) = Self.parts(key)
        json.string(character)
        json.key("modifiers")
        json.integer(Int(modifiers.rawValue))
      }
    case .size(let size):
      json.key("size")
      json.beginArray()
      json.integer(size.width)
      json.integer(size.height)
      json.endArray()
    case .settings(let value):
      json.key("settings")
      json.value(value)
    case .rules:
      json.key("rules")
      json.bool(true)
    }
    json.endObject()
    return json.bytes
  }

  /// What a line says, and when, in milliseconds; nil for what is no event.
  package static func read(_ value: JSONValue) -> (milliseconds: Int, event: KeyLogEvent)? {
    guard let time = value["t"]?.integer, time >= 0 else { return nil }
    let event: KeyLogEvent
    if let name = value["key"]?.string {
      if let bits = value["modifiers"]?.integer {
        guard let character = name.first, name.count == 1, (0...7).contains(bits) else {
          return nil
        }
        event = .key(.character(character).holding(Modifiers(rawValue: UInt8(bits))))
      } else {
        guard let key = Key(name: name) else { return nil }
        event = .key(key)
      }
    } else if let text = value["paste"]?.string {
      event = .key(.paste(text))
    } else if let words = value["mouse"]?.string {
      guard let mouse = mouse(words) else { return nil }
      event = .key(.mouse(mouse))
    } else if let isGained = value["focus"]?.bool {
      event = .key(.focus(isGained))
    } else if let width = value["size"]?[0]?.integer, let height = value["size"]?[1]?.integer,
      let size = size(width, height)
    {
      event = .size(size)
    } else if let settings = value["settings"] {
      event = .settings(settings)
    } else if value["rules"]?.bool == true {
      event = .rules
    } else {
      return nil
    }
    return (Int(clamping: time), event)
  }

  private static func parts(_ key: Key) -> (character: String, modifiers: Modifiers) {
    switch key {
    case .character(let character): return (String(character), [])
    case .control(let character): return (String(character), .control)
    case .alt(let character): return (String(character), .alt)
    case .with(let modifiers, let key):
      let (character, others) = parts(key)
      return (character, modifiers.union(others))
    default: return ("", [])
    }
  }

  /// A window's size, where it can be one.
  package static func size(_ width: Int64, _ height: Int64) -> Size? {
    guard (1...1000).contains(width), (1...1000).contains(height) else { return nil }
    return Size(width: Int(width), height: Int(height))
  }

  // MARK: The mouse

  private static let buttons: [(name: String, button: MouseEvent.Button)] = [
    ("left", .left), ("middle", .middle), ("right", .right),
  ]

  private static let kinds: [(name: String, kind: MouseEvent.Kind)] =
    buttons.flatMap { name, button in
      [
        ("press-" + name, MouseEvent.Kind.press(button)), ("double-" + name, .doublePress(button)),
        ("release-" + name, .release(button)), ("drag-" + name, .drag(button)),
      ]
    } + [("move", .move), ("wheel-up", .wheelUp), ("wheel-down", .wheelDown)]

  /// Such as `press-left 12 3 0`: what, column and row from 0, and the modifiers' bits.
  private static func words(_ event: MouseEvent) -> String {
    let name = kinds.first { $0.kind == event.kind }?.name ?? "move"
    return "\(name) \(event.position.x) \(event.position.y) \(event.modifiers.rawValue)"
  }

  private static func mouse(_ words: String) -> MouseEvent? {
    let parts = words.split(separator: " ")
    guard parts.count == 4, let kind = kinds.first(where: { $0.name == parts[0] })?.kind,
      let x = Int(parts[1]), let y = Int(parts[2]), let modifiers = UInt8(parts[3])
    else { return nil }
    return MouseEvent(kind, at: Point(x: x, y: y), modifiers: Modifiers(rawValue: modifiers))
  }
}
