/// Cuts the words of a command line into options with their values and the rest. An option always
/// takes the next word as its value, also one that begins with a dash (`--tags -legacy`).
package struct WordReader: Sendable {
  /// An option or a word, in the order of the command line.
  package enum Part: Hashable, Sendable {
    case word(String)
    case option(String, String)
    case switched(String)
  }

  /// The parts so far.
  package private(set) var parts: [Part] = []

  /// Reads words; `switches` are the options that take no value.
  package init(_ words: [String], switches: Set<String>) throws(CommandLineFailure) {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        parts += rest.map { .word($0) }
        return
      }
      if word == "-h" {
        parts.append(.switched("help"))
      } else if word.hasPrefix("--") {
        let (name, value) = Self.split(word.dropFirst(2))
        if switches.contains(name) {
          guard value == nil else {
            throw CommandLineFailure(.usage, "--\(name) takes no value")
          }
          parts.append(.switched(name))
        } else if let value = value ?? rest.popFirst() {
          parts.append(.option(name, value))
        } else {
          throw CommandLineFailure(.usage, "--\(name) needs a value")
        }
      } else {
        parts.append(.word(word))
      }
    }
  }

  private static func split(_ text: Substring) -> (name: String, value: String?) {
    guard let equals = text.firstIndex(of: "=") else { return (String(text), nil) }
    return (String(text[..<equals]), String(text[text.index(after: equals)...]))
  }
}
