/// One row of the table of fields: everything that is known of a field, once.
public struct Field: Sendable {
  /// Who writes a field.
  public enum Writer: Sendable {
    /// A person, in a form, an import or `create` and `edit`.
    case person
    /// A person, where the record is made; later only the commands that stand for a decision.
    case maker
    /// Only the commands that stand for a decision.
    case command
    /// Nobody: the value is derived from other records.
    case derived
  }

  /// The name in the journal, in filters and on the command line: small letters and dashes.
  public let name: String
  /// What a column head or a form calls it.
  public let label: String
  /// What it holds.
  public let type: FieldType
  /// A sentence for forms and the manual.
  public let help: String
  /// Who writes it.
  public let writer: Writer
  /// Whether a record needs it.
  public let isRequired: Bool
  /// Whether it holds personal data (5 USC 552a).
  public let isPersonal: Bool
  /// How a derived value comes about; nil for stored fields.
  package let derive: (@Sendable (Workspace, Int) -> FieldValue?)?

  /// A stored field.
  package init(
    _ name: String, _ label: String, _ type: FieldType, _ help: String, by writer: Writer = .person,
    required: Bool = false, personal: Bool = false
  ) {
    self.name = name
    self.label = label
    self.type = type
    self.help = help
    self.writer = writer
    isRequired = required
    isPersonal = personal
    derive = nil
  }

  /// A derived field: the closure gets the workspace and the record's row.
  package init(
    derived name: String, _ label: String, _ type: FieldType, _ help: String,
    derive: @escaping @Sendable (Workspace, Int) -> FieldValue?
  ) {
    self.name = name
    self.label = label
    self.type = type
    self.help = help
    writer = .derived
    isRequired = false
    isPersonal = false
    self.derive = derive
  }

  /// Whether a person writes it into a new record, or into one that is there already.
  package func isWritten(inNew isNew: Bool) -> Bool {
    writer == .person || (isNew && writer == .maker)
  }

  /// Whether the value stands in the record itself.
  public var isStored: Bool { derive == nil }

  /// The name that an office's own field gets from a column's head: `x.` and the head, folded to
  /// small letters, digits and dashes.
  package static func ownName(for head: String) -> String {
    var name = ""
    var pendingDash = false
    for scalar in head.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        if pendingDash, !name.isEmpty { name += "-" }
        pendingDash = false
        name.unicodeScalars.append(scalar)
      } else {
        pendingDash = true
      }
    }
    return "x." + (name.isEmpty ? "column" : name)
  }
}
