/// Conflicts: found while lines are folded, whatever order they come in.
extension Workspace {
  /// How many fields hold values that nobody has chosen between.
  public var conflictCount: Int {
    tables.reduce(0) { count, table in
      table.rivals.isEmpty ? count : count + conflicts(in: table).count
    }
  }

  /// All fields that hold values that nobody has chosen between, by record and field.
  public var conflicts: [Conflict] {
    tables.flatMap { conflicts(in: $0) }.sorted {
      ($0.record.text, $0.field, $0.element ?? "") < ($1.record.text, $1.field, $1.element ?? "")
    }
  }

  /// Those of one record.
  public func conflicts(_ id: RecordID) -> [Conflict] {
    let table = tables[id.kind.index]
    guard !table.rivals.isEmpty, let row = row(id) else { return [] }
    return (table.rivals[Int32(row)] ?? [:]).keys.compactMap { conflict(table, $0) }
      .sorted { ($0.field, $0.element ?? "") < ($1.field, $1.element ?? "") }
  }

  /// Whether a field or an element holds values that nobody has chosen between.
  package func isInConflict(_ id: RecordID, _ field: String, element: String? = nil) -> Bool {
    let table = tables[id.kind.index]
    guard !table.rivals.isEmpty, let row = table.row(id.bits) else { return false }
    let key =
      element.map { elementKey(id.kind, row, field, $0) } ?? exceptionKey(id.kind, row, field)
    return conflict(table, key) != nil
  }

  /// The values that stand beside a field's own; none where there is nothing to choose.
  public func rivals(_ id: RecordID, _ field: String) -> [FieldValue?] {
    conflicts(id).first { $0.field == field && $0.element == nil }?
      .choices.dropFirst().map(\.value) ?? []
  }

  private func conflicts(in table: Table) -> [Conflict] {
    table.rivals.filter { table.isPresent(Int($0.key)) }
      .flatMap { $0.value.keys.compactMap { conflict(table, $0) } }
  }

  private func conflict(_ table: Table, _ key: Table.ExceptionKey) -> Conflict? {
    guard let rivals = table.rivals[key.row]?[key] else { return nil }
    let kind = table.schema.kind
    let id = table.id(Int(key.row))
    let (field, element) = names(of: key, kind)
    let standing = standingValue(kind, Int(key.row), field, element)
    guard let line = element.map({ lastWrite(id, field, element: $0) }) ?? lastWrite(id, field)
    else { return nil }
    var choices = [Conflict.Choice(value: standing, line: line)]
    for rival in rivals.reversed() where !choices.contains(where: { $0.value == rival.value }) {
      choices.append(Conflict.Choice(value: rival.value, line: writers.unpack(rival.stamp.line)))
    }
    guard choices.count > 1 else { return nil }
    return Conflict(record: id, field: field, element: element, choices: choices)
  }

  private func standingValue(
    _ kind: RecordKind, _ row: Int, _ field: String, _ element: String?
  ) -> FieldValue? {
    let value = storedValue(kind, row: row, field)
    guard let element else { return value }
    if case .texts(let elements)? = value { return .truth(elements.contains(element)) }
    return .truth(false)
  }

  // MARK: While folding

  /// Notes what the writer of a change had read.
  mutating func note(_ transaction: Transaction) {
    guard !transaction.seen.isEmpty else { return }
    let line = writers.pack(transaction.first)
    for (writer, read) in transaction.seen {
      knowledge.note(line, read: read, of: writers.number(writer))
    }
  }

  /// Compares an operation that has come with the one that stands, before the greater of them takes
  /// the field.
  mutating func weigh(
    _ coming: Rival, against standing: Rival, wins: Bool, _ kind: RecordKind,
    _ key: Table.ExceptionKey
  ) {
    let table = tables[kind.index]
    let known = table.rivals.isEmpty ? nil : table.rivals[key.row]?[key]
    // Lines of one writer follow on each other; values that came with a derived id give way.
    if known == nil, coming.stamp.line.writer == standing.stamp.line.writer { return }
    guard coming.stamp.rank > 0, standing.stamp.rank > 0 else { return }
    var rivals = known ?? []
    let line = coming.stamp.line
    if knowledge.hasSeen(standing.stamp.line, line)
      || rivals.contains(where: { knowledge.hasSeen($0.stamp.line, line) })
    {
      return
    }
    rivals.removeAll { knowledge.hasSeen(line, $0.stamp.line) }
    if !wins {
      rivals.append(coming)
    } else if !knowledge.hasSeen(line, standing.stamp.line) {
      rivals.append(standing)
    }
    guard rivals != known ?? [] else { return }
    rivals.sort { writers.precedes($0.stamp, $1.stamp) }
    tables[kind.index].setRivals(rivals, for: key)
  }

  /// Puts back an operation that stands beside the one that won; used when a cache is read.
  package mutating func addRival(
    _ rival: Rival, _ id: RecordID, _ field: String, element: String?
  ) {
    let row = ensureRow(id)
    let key =
      element.map { elementKey(id.kind, row, field, $0) } ?? exceptionKey(id.kind, row, field)
    let known = tables[id.kind.index].rivals[key.row]?[key] ?? []
    tables[id.kind.index].setRivals(known + [rival], for: key)
  }
}
