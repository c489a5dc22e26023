/// A numbered answer of a prompt.
struct PromptChoice: Hashable, Sendable {
  /// What is shown.
  let words: String
  /// What is answered.
  let answer: String
  /// At the right end, in dim.
  let detail: String

  init(_ words: String, _ answer: String, detail: String = "") {
    self.words = words
    self.answer = answer
    self.detail = detail
  }
}
