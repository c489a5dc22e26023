import ConcordCanvas
import ConcordModel

/// Keys in writing: plain characters stand for themselves, `<Enter>`, `<^P>`, `<S-Up>` for the keys
/// of these names, `<lt>` for `<`.
package struct KeyScript: Sendable {
  /// The keys in their order.
  package let keys: [Key]

  package init(_ text: String) throws(CommandLineFailure) {
    var keys: [Key] = []
    var rest = text[...]
    while let character = rest.popFirst() {
      guard character == "<" else {
        keys.append(try Self.key(String(character)))
        continue
      }
      guard let end = rest.firstIndex(of: ">") else {
        throw CommandLineFailure(
          .usage,
          "--keys: “<\(Text.visible(String(rest)))” has no “>”; write <lt> for the sign itself")
      }
      let name = String(rest[..<end])
      rest = rest[rest.index(after: end)...]
      keys.append(name == "lt" ? .character("<") : try Self.key(name))
    }
    self.keys = keys
  }

  private static func key(_ name: String) throws(CommandLineFailure) -> Key {
    if name == "\n" { return .enter }
    if name == "\t" { return .tab }
    guard let key = Key(name: name == " " ? "Space" : name) else {
      throw CommandLineFailure(
        .usage,
        "--keys: there is no key “\(Text.visible(name))”; names are such as <Enter>, <^P>, <F5>")
    }
    return key
  }
}
