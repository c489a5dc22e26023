/// What an import would do, to be looked at before it is done.
public struct ImportPreview: Hashable, Sendable {
  /// Which reading it came from: the newest one counts.
  public let number: Int
  /// The file's name, or that the cells were pasted.
  public let name: String
  /// The counts, or why there are none, in a sentence.
  public let sentence: String
  /// Some of the names that would be new, and of the rows that would be refused.
  public let lines: [String]
  /// Whether there is anything to import.
  public let canImport: Bool

  /// A preview.
  public init(number: Int, name: String, sentence: String, lines: [String], canImport: Bool) {
    self.number = number
    self.name = name
    self.sentence = sentence
    self.lines = lines
    self.canImport = canImport
  }
}
