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

  /// What becomes of an operation. Of reasons only the lines of their change are asked about.
  func purge(_ operation: Operation) -> Purge {
    switch (self, operation) {
    case (.reason, .why): return .remove
    case (.field(let record, let field), .new(let made, let values, let derived)):
      guard made == record, values.contains(where: { $0.name == field }) else { return .keep }
      return .replace(.new(made, values.filter { $0.name != field }, derived: derived))
    case (.field(let record, let field), .set(let changed, let change)):
      guard changed == record, change.field == field, change.value != nil || change.was != nil
      else { return .keep }
      // The stamp has to stay: what was cleared is cleared.
      return .replace(
        .set(changed, FieldChange(field, nil, of: change.of, origin: change.origin)))
    case (.field(let record, let field), .add(let changed, let change)),
      (.field(let record, let field), .take(let changed, let change)):
      return changed == record && change.field == field ? .remove : .keep
    default: return .keep
    }
  }
}
