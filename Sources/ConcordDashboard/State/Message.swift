/// What the lowest line says.
package struct Message: Hashable, Sendable {
  /// How it is meant.
  package enum Tone: Hashable, Sendable {
    case done, plain, warning, failed
  }

  package let tone: Tone
  package let text: String

  package init(_ tone: Tone, _ text: String) {
    self.tone = tone
    self.text = text
  }
}
