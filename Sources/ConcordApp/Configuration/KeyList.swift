import ConcordCanvas
import ConcordDashboard
import ConcordJSON
import ConcordModel

/// The keys of the dashboard as they hold, the user's own before the others: `concord keys`.
public struct KeyList: Sendable {
  /// How it is written.
  public enum Format: String, CaseIterable, Sendable {
    /// Columns for people, and the actions that have no key.
    case table
    /// An object in the form of `config.json`.
    case json
  }

  /// How it is written.
  public var format = Format.table

  /// A list for people.
  public init() {}

  /// One key of one place.
  struct Row: Hashable {
    let context: KeyContext
    let key: Key
    let action: Action
    let help: String
    let isOwn: Bool
  }

  /// Writes it on standard output; what is wrong with the file of settings goes to standard error.
  /// - Throws: a failure of the status *found* where something is.
  public func write(_ common: CommonOptions) throws(CommandLineFailure) {
    let settings = try common.settings(needsStore: false)
    let keeper = UserSettingsKeeper(settings.userSettings)
    let news = keeper.start()
    let own = keeper.settings
    var output = StandardOutput.output
    switch format {
    case .table: try writeTable(own, settings.userSettings, to: &output)
    case .json: try output.bytes(Self.json(own).utf8)
    }
    try output.flush()
    for problem in own.problems {
      StandardOutput.say("concord: \(UserSettingsFile.name), \(problem.sentence)")
    }
    if own.problems.isEmpty, let message = news.message, message.tone == .warning {
      StandardOutput.say("concord: \(message.text)")
    }
    if !own.problems.isEmpty { throw CommandLineFailure(.found, "") }
  }

  /// The keys as they hold, place by place.
  static func rows(_ own: UserSettings) -> [Row] {
    let keymap = Keymap.standard.with(own.keys)
    return KeyContext.allCases.flatMap { context in
      keymap.rows(in: [context]).flatMap { binding in
        binding.keys.map { key in
          Row(
            context: context, key: key, action: binding.action, help: binding.help,
            isOwn: own.keys.contains { $0.context == context && $0.key == key })
        }
      }
    }
  }

  private func writeTable(
    _ own: UserSettings, _ file: UserSettingsFile?, to output: inout StandardOutput
  ) throws(CommandLineFailure) {
    let rows = Self.rows(own)
    var table = TextTable(
      [.init(head: "PLACE"), .init(head: "KEY"), .init(head: "ACTION"), .init(head: "WORDS")],
      widest: 60)
    for row in rows {
      table.add([
        row.context.rawValue, (row.key.name ?? "") + (row.isOwn ? " *" : ""),
        row.action.name ?? "", row.help,
      ])
    }
    for binding in own.keys where binding.action == nil {
      table.add([binding.context.rawValue, (binding.key.name ?? "") + " *", "null", "Nothing"])
    }
    let bound = Set(rows.compactMap(\.action.name))
    for row in ActionCatalogue().rows where !bound.contains(row.name) {
      if case .screen = row.action { continue }
      table.add(["", "", row.name, row.help])
    }
    try table.write(to: &output)
    try output.line()
    let place = file?.path ?? "a config.json, once HOME is set"
    try output.line("* from \(place); digits are the screens, and : reaches what has no key.")
  }

  /// All keys that may be changed, in the form of a file of settings.
  static func json(_ own: UserSettings) -> String {
    var text = "{\n  \"keys\": {"
    var isFirstPlace = true
    let rows = rows(own).filter { !OwnBinding.isFixed($0.key) }
    for context in KeyContext.allCases {
      var lines = rows.filter { $0.context == context }.map { row in
        (row.key.name ?? "", row.action.name.map { JSONValue.string($0) } ?? .null)
      }
      lines += own.keys.filter { $0.context == context && $0.action == nil }
        .map { ($0.key.name ?? "", JSONValue.null) }
      guard !lines.isEmpty else { continue }
      text += (isFirstPlace ? "\n" : ",\n") + "    \(quoted(context.rawValue)): {\n"
      isFirstPlace = false
      text += lines.map { "      \(quoted($0.0)): \(written($0.1))" }.joined(separator: ",\n")
      text += "\n    }"
    }
    text += "\n  }"
    if let theme = own.theme { text += ",\n  \"theme\": \(quoted(theme.rawValue))" }
    if let mouse = own.usesMouse { text += ",\n  \"mouse\": \(mouse)" }
    if let ascii = own.isASCII { text += ",\n  \"ascii\": \(ascii)" }
    return text + "\n}\n"
  }

  private static func quoted(_ text: String) -> String { written(.string(text)) }

  private static func written(_ value: JSONValue) -> String {
    var writer = JSONWriter()
    writer.value(value)
    return writer.text
  }
}
