import ConcordModel

/// What can be done to a record of any kind.
public enum RecordVerb: String, Sendable {
  /// Make one.
  case create
  /// Change its fields.
  case edit
  /// Take it away.
  case end

  /// Its row in the table of commands.
  public var specification: CommandSpecification {
    switch self {
    case .create: RecordCreate.specification
    case .edit: RecordEdit.specification
    case .end: RecordEnd.specification
    }
  }

  package var usage: String {
    switch self {
    case .create: "concord create KIND [--field value]…"
    case .edit: "concord edit KIND ID… [--field value]… [--reason <text>]"
    case .end: "concord end KIND ID… --reason <text>"
    }
  }
}
