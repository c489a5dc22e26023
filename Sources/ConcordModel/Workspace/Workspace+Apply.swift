extension Workspace {
  /// Folds a transaction in and brings the figures up to date.
  public mutating func apply(_ transaction: Transaction) {
    fold(transaction)
    finishChange()
  }

  /// Folds a transaction in; `finishChange` is to follow before anyone looks at figures.
  package mutating func fold(_ transaction: Transaction) {
    note(transaction)
    for step in transaction.steps {
      fold(step.operation, line: step.line, time: transaction.time)
    }
  }

  /// Folds one operation in.
  package mutating func fold(_ operation: Operation, line: LineID, time: Int64) {
    let packed = writers.pack(line)
    let stamp = Stamp(rank: 1, time: time, line: packed)
    switch operation {
    case .new(let id, let values, let derived):
      create(id, values, stamp: Stamp(rank: derived ? 0 : 1, time: time, line: packed))
    case .set(let id, let change):
      let origin = change.origin.map { writers.pack($0) } ?? packed
      set(id, change.field, change.value, stamp: stamp, origin: origin)
    case .add(let id, let change):
      let origin = change.origin.map { writers.pack($0) } ?? packed
      setElement(id, change, present: true, stamp: stamp, origin: origin)
    case .take(let id, let change):
      let origin = change.origin.map { writers.pack($0) } ?? packed
      setElement(id, change, present: false, stamp: stamp, origin: origin)
    case .delete(let id):
      set(id, "gone", .truth(true), stamp: stamp, origin: packed)
    case .why, .redact:
      break
    }
  }

  /// The row of `id`, made empty where the record's lines have not come yet.
  package mutating func ensureRow(_ id: RecordID) -> Int {
    tables[id.kind.index].row(id.bits) ?? tables[id.kind.index].append(id.bits)
  }

  // MARK: One operation each

  private mutating func create(_ id: RecordID, _ values: [NamedValue], stamp: Stamp) {
    let kind = id.kind
    let isFirst = tables[kind.index].row(id.bits) == nil
    let row = ensureRow(id)
    if isFirst {
      for named in values { write(kind, row, named.name, named.value) }
      tables[kind.index].setRecordStamp(stamp, row: row)
    } else {
      let origin = stamp.line
      for named in values {
        if case .texts(let elements) = named.value {
          for element in elements {
            setElement(
              id, ElementChange(named.name, element), present: true, stamp: stamp, origin: origin)
          }
        } else {
          set(id, named.name, named.value, stamp: stamp, origin: origin)
        }
      }
      if tables[kind.index].recordStamp(row) == nil {
        tables[kind.index].setRecordStamp(stamp, row: row)
      }
    }
    touch(kind, row)
  }

  private mutating func set(
    _ id: RecordID, _ name: String, _ value: FieldValue?, stamp: Stamp, origin: PackedLine
  ) {
    let row = ensureRow(id)
    let kind = id.kind
    let key = exceptionKey(kind, row, name)
    let before = storedValue(kind, row: row, name)
    guard
      takesField(
        Rival(stamp: stamp, origin: origin, value: value), from: before, kind, key,
        isThere: before != nil)
    else { return }
    write(kind, row, name, value)
    setException(kind, Table.ExceptionStamp(stamp: stamp, origin: origin), for: key)
    touch(kind, row)
  }

  private mutating func setElement(
    _ id: RecordID, _ change: ElementChange, present: Bool, stamp: Stamp, origin: PackedLine
  ) {
    let row = ensureRow(id)
    let kind = id.kind
    let key = elementKey(kind, row, change.field, change.element)
    var elements: Set<String> = []
    if case .texts(let current) = storedValue(kind, row: row, change.field) {
      elements = Set(current)
    }
    let isThere = elements.contains(change.element)
    guard
      takesField(
        Rival(stamp: stamp, origin: origin, value: .truth(present)), from: .truth(isThere), kind,
        key, isThere: isThere)
    else { return }
    if present { elements.insert(change.element) } else { elements.remove(change.element) }
    write(kind, row, change.field, elements.isEmpty ? nil : .set(elements))
    setException(kind, Table.ExceptionStamp(stamp: stamp, origin: origin), for: key)
    touch(kind, row)
  }

  // MARK: Stamps and origins

  package func exceptionKey(_ kind: RecordKind, _ row: Int, _ name: String) -> Table.ExceptionKey {
    if name == "gone" { return Table.ExceptionKey(row: row, slot: Table.Slot.gone) }
    if let slot = tables[kind.index].slots.slot(name) {
      return Table.ExceptionKey(row: row, slot: slot)
    }
    return Table.ExceptionKey(row: row, slot: Table.Slot.own, element: name)
  }

  package func elementKey(
    _ kind: RecordKind, _ row: Int, _ field: String, _ element: String
  ) -> Table.ExceptionKey {
    if let slot = tables[kind.index].slots.slot(field) {
      return Table.ExceptionKey(row: row, slot: slot, element: element)
    }
    return Table.ExceptionKey(row: row, slot: Table.Slot.own, element: field + "/" + element)
  }

  /// Whether an operation that comes takes a field from the one that stands; where neither knew of
  /// the other, the one that does not stand afterwards is kept beside it.
  private mutating func takesField(
    _ coming: Rival, from value: FieldValue?, _ kind: RecordKind, _ key: Table.ExceptionKey,
    isThere: Bool
  ) -> Bool {
    let standing: Rival
    if let exception = exception(kind, key) {
      standing = Rival(stamp: exception.stamp, origin: exception.origin, value: value)
    } else if isThere, let stamp = tables[kind.index].recordStamp(Int(key.row)) {
      standing = Rival(stamp: stamp, origin: stamp.line, value: value)
    } else {
      return true
    }
    let wins = writers.precedes(standing.stamp, coming.stamp)
    weigh(coming, against: standing, wins: wins, kind, key)
    return wins
  }

  /// The line that a field's value belongs to; nil when the field was never written.
  package func origin(_ id: RecordID, _ name: String) -> LineID? {
    guard let row = tables[id.kind.index].row(id.bits) else { return nil }
    let key = exceptionKey(id.kind, row, name)
    return origin(
      id.kind, key, isThere: storedValue(id.kind, row: row, name) != nil)
  }

  /// The line that an element's presence or absence belongs to.
  package func origin(_ id: RecordID, _ field: String, element: String) -> LineID? {
    guard let row = tables[id.kind.index].row(id.bits) else { return nil }
    var isThere = false
    if case .texts(let elements) = storedValue(id.kind, row: row, field) {
      isThere = elements.contains(element)
    }
    return origin(id.kind, elementKey(id.kind, row, field, element), isThere: isThere)
  }

  private func origin(_ kind: RecordKind, _ key: Table.ExceptionKey, isThere: Bool) -> LineID? {
    if let exception = exception(kind, key) {
      return writers.unpack(exception.origin)
    }
    guard isThere, let stamp = tables[kind.index].recordStamp(Int(key.row)) else { return nil }
    return writers.unpack(stamp.line)
  }

  // MARK: Slots

  /// Writes a value without looking at stamps, and keeps the reverse indexes.
  package mutating func write(
    _ kind: RecordKind, _ row: Int, _ name: String, _ value: FieldValue?
  ) {
    if name == "gone" {
      tables[kind.index][row, Table.Slot.gone] = value == nil ? Table.absent : 1
      return
    }
    let slots = tables[kind.index].slots
    guard let slot = slots.slot(name) else {
      setOwn(kind, row, name, value)
      return
    }
    let type = slots.type(slot)
    let encoded = value.flatMap { encode($0, as: type) }
    if value != nil, encoded == nil {
      setOwn(kind, row, name, value)
    } else if tables[kind.index][row, Table.Slot.own] != Table.absent {
      setOwn(kind, row, name, nil)
    }
    put(encoded ?? Table.absent, kind, row, slot, type)
  }

  /// Puts an encoded value into a slot and keeps the reverse indexes.
  package mutating func put(
    _ encoded: Int64, _ kind: RecordKind, _ row: Int, _ slot: Int, _ type: FieldType
  ) {
    let before = tables[kind.index][row, slot]
    guard before != encoded else { return }
    if case .reference(let kinds) = type {
      if let parent = Self.reference(before, kinds),
        references.covers(kind, slot: slot, parent: parent.kind)
      {
        let parentRow = ensureRow(parent)
        references.unlink(kind, row: row, slot: slot, from: parent.kind, parentRow: parentRow)
        touch(parent.kind, parentRow)
      }
      if let parent = Self.reference(encoded, kinds),
        references.covers(kind, slot: slot, parent: parent.kind)
      {
        let parentRow = ensureRow(parent)
        references.link(kind, row: row, slot: slot, to: parent.kind, parentRow: parentRow)
        touch(parent.kind, parentRow)
      }
    } else if case .references(let kinds) = type {
      relink(from: before, to: encoded, kind, row, slot, kinds)
    }
    tables[kind.index][row, slot] = encoded
  }

  /// Links what a set newly refers to, and unlinks what it no longer does. No figure hangs on these
  /// fields: only a parent whose lines have not come yet is touched, for it to get its place.
  private mutating func relink(
    from before: Int64, to after: Int64, _ kind: RecordKind, _ row: Int, _ slot: Int,
    _ kinds: [RecordKind]
  ) {
    let old = referenceIDs(before, kinds)
    let new = referenceIDs(after, kinds)
    let kept = Set(old).intersection(new)
    for parent in old where !kept.contains(parent) {
      guard references.covers(kind, slot: slot, parent: parent.kind) else { continue }
      references.unlink(
        kind, row: row, slot: slot, from: parent.kind, parentRow: ensureRow(parent))
    }
    for parent in new where !kept.contains(parent) {
      guard references.covers(kind, slot: slot, parent: parent.kind) else { continue }
      let isNew = tables[parent.kind.index].row(parent.bits) == nil
      let parentRow = ensureRow(parent)
      references.link(kind, row: row, slot: slot, to: parent.kind, parentRow: parentRow)
      if isNew { touch(parent.kind, parentRow) }
    }
  }
}
