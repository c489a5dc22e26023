import ConcordModel

/// The check for classified text, cheap for the cells of a register.
enum Banner {
  /// The banner or portion mark that a text holds.
  static func found(in text: String) -> String? {
    let isSuspect = text.utf8.first.map { [0x28, 0x43, 0x53, 0x54].contains($0) } ?? false
    guard isSuspect || text.utf8.contains(0x0A) || text.utf8.contains(0x0D) else { return nil }
    return ClassificationBanner.found(in: text)
  }

  static func sentence(_ mark: String) -> String {
    "\u{201C}\(mark)\u{201D} marks classified text: record that it exists and where it is held"
  }
}
