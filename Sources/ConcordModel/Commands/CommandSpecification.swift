/// The row of a command in the table of commands: what keys, palette, hint line, help, command line
/// and manual say of it.
public struct CommandSpecification: Sendable {
  /// Name in the journal, such as `flag.mitigate`.
  public let name: String
  /// Words for the palette and the hint line.
  public let words: String
  /// A sentence for help and manual.
  public let help: String
  /// The kind of record that it acts on; nil where it acts on none.
  public let subject: RecordKind?
  /// What it asks for, in this order.
  public let parameters: [Parameter]
  /// Whether it takes something away that people may miss.
  public let destroys: Bool

  package init(
    _ name: String, _ words: String, _ help: String, on subject: RecordKind?,
    destroys: Bool = false, _ parameters: [Parameter]
  ) {
    self.name = name
    self.words = words
    self.help = help
    self.subject = subject
    self.destroys = destroys
    self.parameters = parameters
  }

  /// The word after the dot: `mitigate` of `flag.mitigate`.
  public var verb: String { String(name.split(separator: ".").last ?? "") }
}
