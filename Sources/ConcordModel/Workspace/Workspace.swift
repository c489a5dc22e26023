/// All records of an office with the indexes that screens ask for, as a value: what the journal's
/// lines fold to.
///
/// Lines may arrive in any order and any grouping; the state is the same (each field keeps its
/// greatest stamp). Figures (risk, counts, dates) are kept up by `apply`, never computed per frame.
public struct Workspace: Sendable {
  /// Whose it is.
  public var office: Office { basis.office }
  /// Matrix, bands, periods.
  public var policy: Policy { basis.inForce.policy }
  /// Kinds, missions, treatments, checklists.
  public var catalogues: Catalogues { basis.inForce.catalogues }
  /// The fields of every kind.
  public var fields: FieldTable { basis.fields }
  /// Grows with every change that was applied.
  public package(set) var version = 0
  /// The civil day in the office's zone: whatever is due depends on it.
  public var today: Day

  /// What the records stand on.
  var basis: OfficeBasis
  /// Grows whenever the policy or a catalogue becomes another one.
  package var policyVersion = 0
  package var texts = TextPool()
  package var writers = WriterNames()
  package var knowledge = WriterKnowledge()
  package var tables: [Table]
  package var references: ReferenceIndexes
  package var figures = FigureIndexes()
  package var names = NameIndex()
  package var touched = TouchedRows()
  var recent = RecentChanges()

  /// An empty workspace.
  ///
  /// - Parameters:
  ///   - policy: what holds as long as the office has none of its own.
  ///   - catalogues: the same for choices and their words.
  public init(
    office: Office, today: Day, policy: Policy = .standard, catalogues: Catalogues = .standard,
    fields: FieldTable = .standard
  ) {
    basis = OfficeBasis(
      office: office, fields: fields,
      shipped: OfficePolicy(policy: policy, catalogues: catalogues))
    self.today = today
    tables = (UInt8(65)...90).compactMap(RecordKind.init(rawValue:)).map { Table(fields[$0]) }
    references = ReferenceIndexes(fields)
    figures = FigureIndexes(kinds: catalogues[.kinds].entries.count)
  }

  /// The level of each cell of a rating, in their order.
  package var ratingLevels: [Level] { basis.levels }

  /// The table of a kind.
  package subscript(kind: RecordKind) -> Table {
    tables[kind.index]
  }

  /// Whether there is a record of this id that is not gone.
  public func contains(_ id: RecordID) -> Bool { row(id) != nil }

  /// The row of a record that is not gone.
  package func row(_ id: RecordID) -> Int? {
    let table = tables[id.kind.index]
    guard let row = table.row(id.bits), table.isPresent(row) else { return nil }
    return row
  }

  /// The row of a record of `kind` that is not gone; nil for one of another kind.
  package func row(_ id: RecordID, of kind: RecordKind) -> Int? {
    id.kind == kind ? row(id) : nil
  }

  /// Rows of the records of `kind` that are not gone, the oldest first.
  package func rows(_ kind: RecordKind) -> some Sequence<Int> {
    let table = tables[kind.index]
    return (0..<table.count).lazy.filter { table.isPresent($0) }
  }

  /// How many records of `kind` there are.
  public func count(_ kind: RecordKind) -> Int {
    rows(kind).reduce(0) { count, _ in count + 1 }
  }
}
