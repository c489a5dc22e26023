/// What ends a finding: a command with what a person has to answer.
public struct CheckRemedy: Hashable, Sendable {
  /// An answer: a parameter's or field's name, and a value, or a word in capitals for what has to be
  /// said.
  public struct Answer: Hashable, Sendable {
    /// The parameter or the field.
    public let name: String
    /// What is answered, or `DAY`, `PERSON`, `WHY` for what only a person can say.
    public let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// What it comes to, such as `give it an end`.
  public let words: String
  /// The command's name in the table of commands.
  public let command: String
  /// What it acts on; nil where it acts on none.
  public let subject: RecordID?
  /// What it needs.
  public let answers: [Answer]

  /// A command on a record.
  package init(
    _ words: String, _ command: String, on subject: RecordID?, _ answers: [Answer]
  ) {
    self.words = words
    self.command = command
    self.subject = subject
    self.answers = answers
  }

  /// Other values for some fields of a record.
  package init(_ words: String, edit subject: RecordID, _ fields: [Answer]) {
    self.init(words, RecordEdit.specification.name, on: subject, fields)
  }
}
