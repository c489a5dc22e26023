import ConcordCanvas
import ConcordDashboard
import ConcordJSON
import ConcordModel

/// Walks through the bytes of `config.json`, and notes what is wrong on its way.
struct UserSettingsReading {
  private var cursor = JSONCursor()
  var settings = UserSettings()
  private let actions = ActionCatalogue()
  /// The names of the outermost object, for the nearest one.
  private static let names = ["keys", "theme", "mouse", "ascii"]

  /// Reads the document.
  mutating func readAll(_ bytes: Span<UInt8>) throws(JSONError) {
    var seen: Set<String> = []
    try cursor.beginObject(bytes)
    while let key = try cursor.nextKey(bytes) {
      let name = key.string(in: bytes)
      let place = key.range.lowerBound - 1
      guard seen.insert(name).inserted else {
        note("“\(Text.visible(name))” stands twice; the first one holds", at: place, bytes)
        try cursor.skipValue(bytes)
        continue
      }
      switch name {
      case "keys": try readKeys(bytes)
      case "theme": try readTheme(bytes)
      case "mouse": settings.usesMouse = try readBool(name, bytes)
      case "ascii": settings.isASCII = try readBool(name, bytes)
      default:
        let near = NearestName.of(name.lowercased(), among: Self.names)
        note(
          "there is no setting “\(Text.visible(name))”"
            + (near.map { ": do you mean \($0)?" }
              ?? "; settings are \(Self.names.joined(separator: ", "))"),
          at: place, bytes)
        try cursor.skipValue(bytes)
      }
    }
    try cursor.finish(bytes)
  }

  private mutating func readKeys(_ bytes: Span<UInt8>) throws(JSONError) {
    guard try isObject("keys are an object of places, such as {\"triage\": {\"M\": …}}", bytes)
    else {
      return
    }
    try cursor.beginObject(bytes)
    while let key = try cursor.nextKey(bytes) {
      let context = key.string(in: bytes)
      do {
        _ = try OwnBinding.context(context)
      } catch {
        note(error.sentence, at: key.range.lowerBound - 1, bytes)
        try cursor.skipValue(bytes)
        continue
      }
      guard
        try isObject(
          "the keys of a place are an object, such as {\"M\": \"flag.mitigate\"}", bytes)
      else { continue }
      try readPlace(context, bytes)
    }
  }

  private mutating func readPlace(
    _ context: String, _ bytes: Span<UInt8>
  ) throws(JSONError) {
    try cursor.beginObject(bytes)
    while let key = try cursor.nextKey(bytes) {
      let keyPlace = key.range.lowerBound - 1
      let name = key.string(in: bytes)
      let kind = try cursor.peek(bytes)
      let valuePlace = cursor.offset
      var action: String?
      switch kind {
      case .string: action = try cursor.readString(bytes).string(in: bytes)
      case .null: try cursor.readNull(bytes)
      default:
        note(
          "expected an action's name in quotation marks, or null, but found \(kind.words)",
          at: valuePlace, bytes)
        try cursor.skipValue(bytes)
        continue
      }
      do throws(BindingProblem) {
        let binding = try OwnBinding(
          context: context, key: name, action: action, among: actions)
        if settings.keys.contains(where: {
          $0.context == binding.context && $0.key == binding.key
        }) {
          throw BindingProblem.takenAlready(binding.key.name ?? name, context: binding.context)
        }
        settings.keys.append(binding)
      } catch {
        let isAction = if case .unknownAction = error { true } else { false }
        note(error.sentence, at: isAction ? valuePlace : keyPlace, bytes)
      }
    }
  }

  private mutating func readTheme(_ bytes: Span<UInt8>) throws(JSONError) {
    let known = Appearance.allCases.map(\.rawValue)
    let kind = try cursor.peek(bytes)
    let place = cursor.offset
    guard kind == .string else {
      note("expected a theme's name but found \(kind.words)", at: place, bytes)
      try cursor.skipValue(bytes)
      return
    }
    let name = try cursor.readString(bytes).string(in: bytes)
    settings.theme = Appearance(rawValue: name)
    guard settings.theme == nil else { return }
    let near = NearestName.of(name.lowercased(), among: known)
    note(
      "there is no theme “\(Text.visible(name))”"
        + (near.map { ": do you mean \($0)?" } ?? "; themes are \(known.joined(separator: ", "))"),
      at: place, bytes)
  }

  private mutating func readBool(
    _ name: String, _ bytes: Span<UInt8>
  ) throws(JSONError) -> Bool? {
    let kind = try cursor.peek(bytes)
    if kind == .bool { return try cursor.readBool(bytes) }
    note("\(name) is true or false, not \(kind.words)", at: cursor.offset, bytes)
    try cursor.skipValue(bytes)
    return nil
  }

  /// Whether an object comes next; what comes instead is left out, and said.
  private mutating func isObject(
    _ expected: String, _ bytes: Span<UInt8>
  ) throws(JSONError) -> Bool {
    let kind = try cursor.peek(bytes)
    if kind == .object { return true }
    note("\(expected); this is \(kind.words)", at: cursor.offset, bytes)
    try cursor.skipValue(bytes)
    return false
  }

  private mutating func note(_ words: String, at offset: Int, _ bytes: Span<UInt8>) {
    settings.problems.append(
      UserSettingsProblem(TextPosition(of: offset, in: bytes), words))
  }
}
