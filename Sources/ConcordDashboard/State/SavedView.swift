import ConcordModel

/// A filter and an order of a screen under a name, which a colleague can take over as a line.
package struct SavedView: Hashable, Sendable {
  package let name: String
  /// The screen's name on the command line.
  package let screen: String
  /// Its filter as it was typed.
  package let filter: String
  /// Its order; nil where the list has one of its own.
  package let order: SortOrder?

  package init(name: String, screen: String, filter: String, order: SortOrder?) {
    self.name = Text.oneLine(name).replacing("\"", with: "'")
    self.screen = screen
    self.filter = Text.oneLine(filter)
    self.order = order
  }

  /// What its line begins with.
  private static let head = "view \""
  /// Stands for a list's own order.
  private static let ownOrder = "."

  /// Such as `view "Police at risk" partners -risk kind:police risk>=high`.
  package var line: String {
    Self.head + name + "\" "
      + [screen, order?.text ?? Self.ownOrder, filter]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A view from its line; nil where it is none.
  package init?(line: String) {
    let text = Text.trimmed(line)
    guard text.hasPrefix(Self.head), !text.contains(where: \.isNewline) else { return nil }
    let rest = text.dropFirst(Self.head.count)
    guard let end = rest.firstIndex(of: "\"") else { return nil }
    let parts = rest[rest.index(after: end)...].split(
      separator: " ", maxSplits: 2, omittingEmptySubsequences: true)
    guard parts.count >= 2, ScreenCatalogue.place(String(parts[0])) != nil else { return nil }
    let name = Text.trimmed(String(rest[..<end]))
    guard !name.isEmpty else { return nil }
    self.init(
      name: name, screen: String(parts[0]), filter: parts.count > 2 ? String(parts[2]) : "",
      order: parts[1] == Self.ownOrder ? nil : SortOrder(text: String(parts[1])))
  }

  /// The views with this one among them, as the last; one of the same name gives way.
  package func kept(in views: [SavedView]) -> [SavedView] {
    views.filter { NameFold.fold($0.name) != NameFold.fold(name) } + [self]
  }
}
