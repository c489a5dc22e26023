import ConcordCanvas
import ConcordModel

/// A key that its user has given a meaning of their own, or none.
package struct OwnBinding: Hashable, Sendable {
  package let context: KeyContext
  package let key: Key
  /// What it does; nil where it is to do nothing.
  package let action: Action?

  /// - Parameters:
  ///   - key: a key's name, as ``Key/name`` writes it; `ctrl-t`, `alt-x` and `shift-Up` are
  ///     understood too.
  ///   - action: an action's name; nil takes the key's meaning away.
  /// - Throws: ``BindingProblem``
  package init(
    context: String, key: String, action: String?, among actions: ActionCatalogue
  ) throws(BindingProblem) {
    self.context = try Self.context(context)
    self.key = try Self.key(key)
    if let action {
      self.action = try Self.action(action, among: actions)
    } else {
      self.action = nil
    }
  }

  /// The place of keys called `name`.
  package static func context(_ name: String) throws(BindingProblem) -> KeyContext {
    if let context = KeyContext(rawValue: name) { return context }
    throw .unknownContext(
      name, nearest: NearestName.of(name.lowercased(), among: KeyContext.allCases.map(\.rawValue)))
  }

  /// The key called `name`, where it may have another meaning.
  package static func key(_ name: String) throws(BindingProblem) -> Key {
    guard let key = Key(anySpelling: name) else {
      throw .unknownKey(name, nearest: nearestKey(name))
    }
    if case .character(let digit) = key, digit.isASCII, digit.isNumber {
      throw .screensKey(String(digit))
    }
    if isFixed(key) { throw .fixedKey(key.name ?? name) }
    return key
  }

  /// Whether a key means the same everywhere, inside a prompt too.
  package static func isFixed(_ key: Key) -> Bool {
    [.control("c"), .control("l"), .control("z")].contains(key)
  }

  private static func action(
    _ name: String, among actions: ActionCatalogue
  ) throws(BindingProblem) -> Action {
    if let row = actions[name] { return row.action }
    throw .unknownAction(
      name, nearest: NearestName.of(name.lowercased(), among: actions.rows.map(\.name)))
  }

  private static func nearestKey(_ name: String) -> String? {
    guard name.count > 1 else { return nil }
    let first = name.prefix(1).uppercased() + name.dropFirst().lowercased()
    if Key(name: first) != nil { return first }
    return NearestName.of(
      first,
      among: [
        "Enter", "Esc", "Tab", "S-Tab", "Backspace", "Ins", "Del", "Up", "Down", "Left", "Right",
        "Home", "End", "PgUp", "PgDn", "Space",
      ])
  }
}

extension Key {
  /// A key's name in its short form or with `ctrl-`, `alt-` and `shift-` in front.
  fileprivate init?(anySpelling name: String) {
    var name = name
    for (long, short) in [("ctrl-", "C-"), ("alt-", "M-"), ("shift-", "S-")]
    where name.lowercased().hasPrefix(long) {
      name = short + name.dropFirst(long.count)
    }
    self.init(name: name)
  }
}
