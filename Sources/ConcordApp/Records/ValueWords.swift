import ConcordDashboard
import ConcordModel

/// A field's value as people read it on the command line: moments in the office's zone.
struct ValueWords {
  private let workspace: Workspace
  private let clock: OfficeClock

  init(_ session: Session) {
    workspace = session.workspace
    clock = session.clock
  }

  /// A value.
  func text(_ value: FieldValue, _ type: FieldType) -> String {
    guard case (.instant, .integer(let number)) = (type, value) else {
      return FieldText.text(value, type, workspace)
    }
    let instant = Instant(milliseconds: number)
    return "\(clock.day(instant).text) \(clock.clock(instant).prefix(5))"
  }

  /// The value of a field of a row; empty where there is none.
  func text(_ name: String, _ kind: RecordKind, row: Int) -> String {
    guard let field = workspace.fields[kind].field(name),
      let value = workspace.anyValue(kind, row: row, field)
    else { return "" }
    return text(value, field.type)
  }
}
