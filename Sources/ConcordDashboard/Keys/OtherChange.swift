/// A change that came from another process or another office.
package struct OtherChange: Hashable, Sendable {
  /// Who made it.
  package let author: String
  /// Such as `accept F-9QD2 “No agreement”`.
  package let words: String

  package init(author: String, words: String) {
    self.author = author
    self.words = words
  }
}
