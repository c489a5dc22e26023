/// What a command asks for: a row for prompts, forms, completion and the command line alike.
public struct Parameter: Sendable {
  /// Name on the command line: small letters and dashes.
  public let name: String
  /// What a prompt calls it.
  public let label: String
  /// What it holds.
  public let type: FieldType
  /// A sentence for the manual.
  public let help: String
  /// Whether the command fails without it. Reasons never have a default.
  public let isRequired: Bool
  /// Whether it may be given several times.
  public let isRepeated: Bool
  /// What it is where nobody says: an expression that the type understands, such as `+180d`.
  public let standard: String?

  package init(
    _ name: String, _ label: String, _ type: FieldType, _ help: String, required: Bool = false,
    repeated: Bool = false, standard: String? = nil
  ) {
    self.name = name
    self.label = label
    self.type = type
    self.help = help
    isRequired = required
    isRepeated = repeated
    self.standard = standard
  }
}
