import ConcordJSON

extension Workspace {
  /// A copy with what the lines say, and nothing that is worked out from it: for whoever only writes
  /// rows.
  package func withoutFigures() -> Workspace {
    var copy = self
    copy.references = ReferenceIndexes(fields)
    copy.figures = FigureIndexes()
    copy.names = NameIndex()
    return copy
  }

  /// Writes the value of a slot that is not empty as JSON, straight from the pool.
  package func write(_ slot: Int64, as type: FieldType, to json: inout JSONWriter) {
    switch type {
    case .text, .note:
      texts.withBytes(slot) { json.string(utf8: $0.span) }
    case .day:
      json.string(Day(number: Int32(truncatingIfNeeded: slot)).text)
    case .instant, .integer, .level:
      json.integer(slot)
    case .truth:
      json.bool(slot != 0)
    case .choice:
      json.string(texts.word(slot))
    case .reference(let kinds):
      if let id = Self.reference(slot, kinds) { json.string(id.text) } else { json.null() }
    case .references(let kinds):
      json.beginArray()
      texts.forEachReference(slot, kinds) { value in
        if let id = Self.reference(value, kinds) { json.string(id.text) }
      }
      json.endArray()
    case .texts, .choices:
      json.beginArray()
      for element in texts.elements(slot) { json.string(element) }
      json.endArray()
    }
  }

  /// Writes the known fields of a row in the byte order of their names: own ones are left out, and
  /// empty sets.
  package func writeFields(
    _ table: Table, _ row: Int, _ order: MemberOrder, to json: inout JSONWriter
  ) {
    for member in order.members {
      let slot = table[row, member.slot]
      guard slot != Table.absent, !member.type.isSet || !texts.isEmptySet(slot) else {
        continue
      }
      json.key(member.name)
      write(slot, as: member.type, to: &json)
    }
  }

  /// Writes the members of a row: all stored fields in the byte order of their names, with the own
  /// fields where they belong, and `id` among them if it is given.
  package func writeMembers(
    _ table: Table, _ row: Int, _ order: MemberOrder, id: RecordID?, to json: inout JSONWriter
  ) {
    var place = 0
    var pendingID = id
    func writeKnown(before name: UnsafeBufferPointer<UInt8>?) {
      while place < order.members.count {
        let member = order.members[place]
        if let name, !member.name.utf8.lexicographicallyPrecedes(name) { return }
        if place == order.beforeID { writeID() }
        place += 1
        let slot = table[row, member.slot]
        guard slot != Table.absent else { continue }
        if member.type.isSet, texts.isEmptySet(slot) { continue }
        json.key(member.name)
        write(slot, as: member.type, to: &json)
      }
      if place >= order.beforeID, name == nil { writeID() }
    }
    func writeID() {
      guard let id = pendingID else { return }
      json.key("id")
      json.string(id.text)
      pendingID = nil
    }
    let own = table[row, Table.Slot.own]
    if own != Table.absent {
      texts.withBytes(own) { frames in
        OwnFrames.forEach(frames) { name, value in
          writeKnown(before: name)
          if !name.lexicographicallyPrecedes("id".utf8) { writeID() }
          json.string(utf8: name.span)
          json.bytes.append(UInt8(ascii: ":"))
          OwnFrames.write(value, to: &json)
        }
      }
    }
    writeKnown(before: nil)
  }

  /// The stored fields of a kind in the byte order of their names.
  package struct MemberOrder {
    fileprivate struct Member {
      let slot: Int
      let name: String
      let type: FieldType
    }

    fileprivate let members: [Member]
    /// How many of them stand before `id`.
    fileprivate let beforeID: Int

    /// The order of a kind's fields.
    package init(_ schema: Schema) {
      members = schema.canonicalOrder.map {
        let field = schema.field(slot: $0)
        return Member(slot: $0, name: field.name, type: field.type)
      }
      beforeID = members.count { $0.name.utf8.lexicographicallyPrecedes("id".utf8) }
    }
  }
}
