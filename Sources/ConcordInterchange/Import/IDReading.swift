import ConcordModel

/// Reads the ids by which rows name records.
struct IDReading {
  private let kind: RecordKind
  private let workspace: Workspace

  init(_ kind: RecordKind, _ workspace: Workspace) {
    self.kind = kind
    self.workspace = workspace
  }

  /// What a cell of an id column names.
  enum Meaning: Equatable {
    /// A record on file.
    case record(RecordID)
    /// A record of another office, or one that was taken away: a whole id, not on file.
    case new(RecordID)
    /// No record at all: a number of the office's own.
    case own
  }

  /// A whole id in a field that may refer to a record: it is kept though the record may come later,
  /// as the people of another office do.
  static func reference(_ text: String, _ field: Field) -> FieldValue? {
    guard case .reference(let kinds) = field.type, !field.isRequired, let id = RecordID(text),
      kinds.contains(id.kind)
    else { return nil }
    return .text(id.text)
  }

  /// The ids of the records that the parts of a cell name. Whole ids are kept as `reference` keeps
  /// one.
  static func references(
    _ parts: [String], _ kinds: [RecordKind], _ field: Field, _ workspace: Workspace,
    _ column: String?
  ) throws(RowProblem) -> [String] {
    var ids: [String] = []
    for part in parts {
      if !field.isRequired, let id = RecordID(part), kinds.contains(id.kind) {
        ids.append(id.text)
        continue
      }
      do {
        ids += try ReferenceList.ids(part, kinds: kinds, in: workspace).map(\.text)
      } catch {
        throw RowProblem(column, error)
      }
    }
    return ids
  }

  /// - Parameter isAsked: whether somebody said that the column holds ids. Beginnings of ids and
  ///   names count then too, and what names no record is refused.
  func id(_ text: String, isAsked: Bool, column: String) throws(RowProblem) -> Meaning {
    if let id = RecordID(text) {
      guard id.kind == kind else {
        throw RowProblem(column, .wrongKind(id, expected: workspace.fields[kind].word))
      }
      return workspace.contains(id) ? .record(id) : .new(id)
    }
    guard isAsked else { return .own }
    switch workspace.find(text, kinds: [kind]) {
    case .success(let id): return .record(id)
    case .failure(let error): throw RowProblem(column, error)
    }
  }
}
