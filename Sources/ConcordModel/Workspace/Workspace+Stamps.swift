/// Who wrote last, for undo and for messages.
extension Workspace {
  /// The line whose operation won a field; nil where it was never written. It differs from the
  /// origin where that line was an undo.
  package func lastWrite(_ id: RecordID, _ field: String) -> LineID? {
    guard let row = tables[id.kind.index].row(id.bits) else { return nil }
    return lastWrite(id.kind, exceptionKey(id.kind, row, field)) ?? origin(id, field)
  }

  /// The line whose operation won an element of a set.
  package func lastWrite(_ id: RecordID, _ field: String, element: String) -> LineID? {
    guard let row = tables[id.kind.index].row(id.bits) else { return nil }
    return lastWrite(id.kind, elementKey(id.kind, row, field, element))
      ?? origin(id, field, element: element)
  }

  private func lastWrite(_ kind: RecordKind, _ key: Table.ExceptionKey) -> LineID? {
    exception(kind, key).map { writers.unpack($0.stamp.line) }
  }

  // MARK: Stamps that are not the record's own

  /// The stamp and origin of a field or an element, where they are not the record's own.
  package func exception(
    _ kind: RecordKind, _ key: Table.ExceptionKey
  ) -> Table.ExceptionStamp? {
    if let found = tables[kind.index].exceptions[key] { return found }
    guard let unread = tables[kind.index].unread[Int(key.row)] else { return nil }
    var result: Table.ExceptionStamp?
    read(unread, kind, row: Int(key.row)) { if $0 == key { result = $1 } }
    return result
  }

  /// Gives a field or an element a stamp of its own. From then on those of its row are kept ready.
  mutating func setException(
    _ kind: RecordKind, _ exception: Table.ExceptionStamp, for key: Table.ExceptionKey
  ) {
    if let unread = tables[kind.index].takeUnread(Int(key.row)) {
      var found: [(Table.ExceptionKey, Table.ExceptionStamp)] = []
      read(unread, kind, row: Int(key.row)) { found.append(($0, $1)) }
      for (key, exception) in found { tables[kind.index].setException(exception, for: key) }
    }
    tables[kind.index].setException(exception, for: key)
  }

  /// All stamps of a kind that are not their record's own.
  package func exceptions(
    _ kind: RecordKind
  ) -> [(key: Table.ExceptionKey, value: Table.ExceptionStamp)] {
    let table = tables[kind.index]
    var result = table.exceptions.map { (key: $0.key, value: $0.value) }
    for (row, unread) in table.unread.all {
      read(unread, kind, row: row) { result.append((key: $0, value: $1)) }
    }
    return result
  }

  private func read(
    _ unread: TextPool.Reference, _ kind: RecordKind, row: Int,
    _ body: (Table.ExceptionKey, Table.ExceptionStamp) -> Void
  ) {
    texts.withBytes(unread) { StampText.read($0, tables[kind.index].schema, row: row, body) }
  }

  /// The field that an exception's key means, and the element where it is one of a set's.
  package func names(
    of key: Table.ExceptionKey, _ kind: RecordKind
  ) -> (field: String, element: String?) {
    let slot = Int(key.slot)
    if slot == Table.Slot.gone { return ("gone", nil) }
    if slot == Table.Slot.own {
      // Own fields have no slash in their names, but elements may.
      guard let slash = key.element.firstIndex(of: "/") else { return (key.element, nil) }
      let element = key.element[key.element.index(after: slash)...]
      return (String(key.element[..<slash]), String(element))
    }
    let name = tables[kind.index].schema.field(slot: slot).name
    return (name, key.element.isEmpty ? nil : key.element)
  }
}
