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
    tables[kind.index].exceptions[key].map { writers.unpack($0.stamp.line) }
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
