extension Workspace {
  // MARK: Between values and slots

  /// The slot form of a value; nil when the value does not fit the field's type (a newer version's).
  package mutating func encode(_ value: FieldValue, as type: FieldType) -> Int64? {
    switch (type, value) {
    case (.text, .text(let text)), (.note, .text(let text)):
      return texts.store(text)
    case (.day, .text(let text)):
      return Day(text).map { Int64($0.number) }
    case (.instant, .integer(let number)), (.integer, .integer(let number)):
      return RowLayout.fits(number, type) ? number : nil
    case (.truth, .truth(let truth)):
      return truth ? 1 : 0
    case (.choice, .text(let key)):
      return texts.intern(key)
    case (.reference(let kinds), .text(let text)):
      guard let id = RecordID(text), let place = kinds.firstIndex(of: id.kind) else { return nil }
      return Int64(place) << 60 | Int64(id.bits)
    case (.references(let kinds), .texts(let elements)):
      return encode(elements, of: kinds)
    case (.texts, .texts(let elements)), (.choices, .texts(let elements)):
      return texts.store(set: elements)
    default:
      return nil
    }
  }

  /// The value of a slot.
  package func decode(_ slot: Int64, as type: FieldType) -> FieldValue? {
    guard slot != Table.absent else { return nil }
    switch type {
    case .text, .note: return .text(texts.text(slot))
    case .day: return .text(Day(number: Int32(truncatingIfNeeded: slot)).text)
    case .instant, .integer, .level: return .integer(slot)
    case .truth: return .truth(slot != 0)
    case .choice: return .text(texts.word(slot))
    case .reference(let kinds):
      return Self.reference(slot, kinds).map { .text($0.text) }
    case .references(let kinds):
      let ids = referenceIDs(slot, kinds)
      return ids.isEmpty ? nil : .texts(ids.map(\.text))
    case .texts, .choices:
      let elements = texts.elements(slot)
      return elements.isEmpty ? nil : .texts(elements)
    }
  }

  /// A set of references; nil where one is no id, or one of another kind (a newer version's).
  private mutating func encode(_ elements: [String], of kinds: [RecordKind]) -> Int64? {
    var ids: Set<RecordID> = []
    for element in elements {
      guard let id = RecordID(element), kinds.contains(id.kind) else { return nil }
      ids.insert(id)
    }
    let slots = ids.sorted().compactMap { id in
      kinds.firstIndex(of: id.kind).map { Int64($0) << 60 | Int64(id.bits) }
    }
    return texts.store(references: slots)
  }

  /// The ids in the slot of a set of references, in their order.
  package func referenceIDs(_ slot: Int64, _ kinds: [RecordKind]) -> [RecordID] {
    guard slot != Table.absent else { return [] }
    var ids: [RecordID] = []
    texts.forEachReference(slot, kinds) { value in
      if let id = Self.reference(value, kinds) { ids.append(id) }
    }
    return ids
  }

  /// The id in a reference field's slot.
  package static func reference(_ slot: Int64, _ kinds: [RecordKind]) -> RecordID? {
    let place = Int(slot >> 60)
    guard slot != Table.absent, kinds.indices.contains(place) else { return nil }
    return RecordID(kinds[place], bits: UInt64(bitPattern: slot) & RecordID.mask)
  }

  // MARK: Fields by name, own and unknown ones included

  /// The stored value of a field.
  public func value(_ id: RecordID, _ field: String) -> FieldValue? {
    guard let row = tables[id.kind.index].row(id.bits) else { return nil }
    return storedValue(id.kind, row: row, field)
  }

  package func storedValue(_ kind: RecordKind, row: Int, _ name: String) -> FieldValue? {
    if name == "gone" {
      return tables[kind.index][row, Table.Slot.gone] == Table.absent ? nil : .truth(true)
    }
    let slots = tables[kind.index].slots
    if let slot = slots.slot(name),
      let value = decode(tables[kind.index][row, slot], as: slots.type(slot))
    {
      return value
    }
    return ownValues(tables[kind.index], row).first { $0.name == name }?.value
  }

  /// A stored or derived value.
  package func anyValue(_ kind: RecordKind, row: Int, _ field: Field) -> FieldValue? {
    if let derive = field.derive { return derive(self, row) }
    return storedValue(kind, row: row, field.name)
  }

  /// All stored values of a row in the byte order of their names, own fields included.
  package func values(_ kind: RecordKind, row: Int) -> [NamedValue] {
    let table = tables[kind.index]
    var result: [NamedValue] = []
    for slot in table.schema.canonicalOrder {
      let field = table.schema.field(slot: slot)
      if let value = decode(table[row, slot], as: field.type) {
        result.append(NamedValue(field.name, value))
      }
    }
    let own = ownValues(table, row)
    guard !own.isEmpty else { return result }
    return (result + own).sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  // MARK: Own fields: a framed list of name, value, name, value

  /// The office's own fields of a row, and those of newer versions.
  package func ownValues(_ table: Table, _ row: Int) -> [NamedValue] {
    let slot = table[row, Table.Slot.own]
    guard slot != Table.absent else { return [] }
    let parts = texts.frames(slot)
    return stride(from: 0, to: parts.count - 1, by: 2).compactMap { place in
      Self.unframe(parts[place + 1]).map { NamedValue(parts[place], $0) }
    }
  }

  /// Puts an own field's value (nil takes it away) into a row.
  package mutating func setOwn(_ kind: RecordKind, _ row: Int, _ name: String, _ value: FieldValue?)
  {
    var own = ownValues(tables[kind.index], row).filter { $0.name != name }
    if let value { own.append(NamedValue(name, value)) }
    own.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    tables[kind.index][row, Table.Slot.own] =
      own.isEmpty
      ? Table.absent : texts.store(frames: own.flatMap { [$0.name, Self.frame($0.value)] })
  }

  static func frame(_ value: FieldValue) -> String {
    switch value {
    case .text(let text): "t" + text
    case .integer(let number): "i\(number)"
    case .truth(let truth): truth ? "b1" : "b0"
    case .raw(let json): "r" + json
    case .texts(let elements): "s" + elements.joined(separator: "\u{1F}")
    }
  }

  private static func unframe(_ text: String) -> FieldValue? {
    let rest = String(text.dropFirst())
    switch text.first {
    case "t": return .text(rest)
    case "i": return Int64(rest).map { .integer($0) }
    case "b": return .truth(rest == "1")
    case "r": return .raw(rest)
    case "s": return .texts(rest.split(separator: "\u{1F}").map(String.init))
    default: return nil
    }
  }
}
