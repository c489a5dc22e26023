import ConcordModel

/// What is to be taken out of the journal for good.
public enum RedactionTarget: Hashable, Sendable {
  /// Every value that a field of a record ever had.
  case field(RecordID, String)
  /// The reason that was given with a change: that of any of its lines.
  case reason(LineID)

  var record: RecordID? {
    if case .field(let id, _) = self { id } else { nil }
  }

  var field: String? {
    if case .field(_, let name) = self { name } else { nil }
  }

  /// What an operation becomes.
  enum Purge {
    case keep
    /// Nothing stands in its place.
    case remove
    case replace(Operation)
  }

  /// What stands in a field that may not be empty.
  func standIn(_ fields: FieldTable) -> FieldValue? {
    guard let record, let field, fields[record.kind].field(field)?.isRequired == true else {
      return nil
    }
    return .text("redacted")
  }

  /// What becomes of an operation. Of reasons only the lines of their change are asked about.
  func purge(_ operation: Operation, standIn: FieldValue?) -> Purge {
    switch (self, operation) {
    case (.reason, .why): return .remove
    case (.field(let record, let field), .new(let made, let values, let derived)):
      guard made == record, values.contains(where: { $0.name == field }) else { return .keep }
      let kept = values.compactMap { named in
        named.name == field ? standIn.map { NamedValue(field, $0) } : named
      }
      return kept == values ? .keep : .replace(.new(made, kept, derived: derived))
    case (.field(let record, let field), .set(let changed, let change)):
      guard changed == record, change.field == field else { return .keep }
      // The stamp has to stay: what was cleared is cleared.
      let purged = FieldChange(
        field, change.value.flatMap { _ in standIn }, of: change.of, origin: change.origin)
      return purged == change ? .keep : .replace(.set(changed, purged))
    case (.field(let record, let field), .add(let changed, let change)),
      (.field(let record, let field), .take(let changed, let change)):
      return changed == record && change.field == field ? .remove : .keep
    default: return .keep
    }
  }
}
