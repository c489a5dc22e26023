import ConcordModel

/// The check for classified text in the cells of a register.
enum Banner {
  /// The banner or portion mark that a text holds.
  static func found(in text: String) -> String? {
    ClassificationBanner.found(in: text)
  }

  static func sentence(_ mark: String) -> String {
    "\u{201C}\(mark)\u{201D} marks classified text: record that it exists and where it is held"
  }
}
