import ConcordCanvas
import ConcordDashboard
import ConcordJSON
import ConcordModel

/// What a user has chosen in `config.json`: keys, theme, mouse and signs.
///
///     {"keys": {"triage": {"M": "flag.mitigate", "m": null}}, "theme": "light", "mouse": false}
///
/// What is wrong in it is told with its place, and the rest holds.
package struct UserSettings: Hashable, Sendable {
  /// The user's own keys, each once in a place.
  package var keys: [OwnBinding] = []
  package var theme: Appearance?
  package var usesMouse: Bool?
  package var isASCII: Bool?
  /// What is wrong with it, in the order of the file.
  package var problems: [UserSettingsProblem] = []
  /// Whether the file could be read to its end; one that is being written cannot.
  package var isWhole = true

  /// Nothing chosen.
  package init() {}

  /// Reads a file's bytes; one without anything in it chooses nothing. Where they are no JSON, all
  /// up to there holds.
  package init(_ bytes: [UInt8]) {
    guard bytes.contains(where: { ![0x20, 0x0A, 0x0D, 0x09].contains($0) }) else { return }
    var reading = UserSettingsReading()
    do {
      try reading.readAll(bytes.span)
    } catch {
      reading.settings.isWhole = false
      reading.settings.problems.append(
        UserSettingsProblem(error.position, error.reason.sentence))
    }
    self = reading.settings
    problems.sort { $0.position < $1.position }
  }

  /// The first of the problems, and how many more there are, as the message line says it.
  package var problemWords: String? {
    guard let first = problems.first else { return nil }
    let more = problems.count - 1
    return "\(UserSettingsFile.name), \(first.sentence)"
      + (more == 0 ? "" : " (and \(more) more: concord keys tells all)")
  }
}

/// Something wrong in `config.json`, and where.
package struct UserSettingsProblem: Hashable, Sendable {
  package let position: TextPosition
  /// What it is, without the place.
  package let words: String

  package init(_ position: TextPosition, _ words: String) {
    self.position = position
    self.words = words
  }

  /// The place, and what is wrong there.
  package var sentence: String { "line \(position.line), column \(position.column): \(words)" }
}

extension UserSettings {
  /// The settings in a value, as where a key log holds them.
  package init(_ value: JSONValue) {
    var json = JSONWriter()
    json.value(value)
    self.init(json.bytes)
  }

  /// What was chosen, as it would stand in `config.json`.
  package var json: JSONValue {
    var places: [JSONMember] = []
    for context in KeyContext.allCases {
      let rows = keys.filter { $0.context == context }
      guard !rows.isEmpty else { continue }
      places.append(
        JSONMember(
          context.rawValue,
          .object(
            rows.map { row in
              JSONMember(
                row.key.name ?? "", row.action?.name.map { JSONValue.string($0) } ?? .null)
            })))
    }
    var members: [JSONMember] = []
    if !places.isEmpty { members.append(JSONMember("keys", .object(places))) }
    if let theme { members.append(JSONMember("theme", .string(theme.rawValue))) }
    if let usesMouse { members.append(JSONMember("mouse", .bool(usesMouse))) }
    if let isASCII { members.append(JSONMember("ascii", .bool(isASCII))) }
    return .object(members)
  }
}
