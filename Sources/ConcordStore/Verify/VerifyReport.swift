/// What a look at every byte of a store's journals found.
public struct VerifyReport: Hashable, Sendable {
  /// Something that is not as it should be.
  public struct Problem: Hashable, Sendable {
    /// The file.
    public let path: String
    /// The line, counted from 1; nil where it is about the whole file.
    public let line: Int?
    /// What is wrong, and what to do.
    public let sentence: String
  }

  /// Journals read.
  public internal(set) var writers = 0
  /// Lines whose hashes were checked.
  public internal(set) var lines = 0
  /// Changes that they make.
  public internal(set) var changes = 0
  /// What is wrong.
  public internal(set) var problems: [Problem] = []
  /// What is not wrong but worth knowing, such as an unfinished change at a journal's end.
  public internal(set) var notes: [Problem] = []
  /// The digest of the state that the journals fold to.
  public internal(set) var digest = ""

  /// Whether nothing is wrong.
  public var isSound: Bool { problems.isEmpty }

  init() {}
}
