extension Workspace {
  /// The person of an author name.
  public func person(handle: String) -> RecordID? {
    // Every command asks this: bytes are compared where they stand.
    var handle = handle
    let table = self[.person]
    return handle.withUTF8 { wanted in
      (0..<table.count).first { row in
        let slot = table[row, Person.Slot.handle]
        return table.isPresent(row) && slot != Table.absent
          && texts.withBytes(slot) { $0.elementsEqual(wanted) }
      }
    }.map { table.id($0) }
  }

  /// The person that people mean by a handle, a name or an id's beginning.
  public func person(called text: String) -> RecordID? {
    if let id = person(handle: text) { return id }
    let wanted = text.lowercased()
    let named = rows(.person).map { Person(self, $0) }
      .filter { $0.name.lowercased() == wanted || $0.handle.lowercased() == wanted }
    if named.count == 1 { return named.first?.id }
    if let id = RecordID(text), id.kind == .person, contains(id) { return id }
    return nil
  }

  /// The author name of whoever is called so: a person's handle where people would read it as theirs.
  package func author(called text: String) -> String {
    let name = Text.trimmed(text)
    let person = person(called: name).flatMap { row($0) }.map { Person(self, $0).handle }
    guard let person, !person.isEmpty else { return name.isEmpty ? text : name }
    return person
  }

  /// Author names of all people on record, in their order.
  public var handles: [String] { rows(.person).map { Person(self, $0).handle }.sorted() }

  /// What lists call a person.
  public func personName(_ id: RecordID?) -> String? {
    guard let id, let row = row(id) else { return nil }
    return Person(self, row).name
  }

  /// The name of a partner.
  public func partnerName(_ id: RecordID?) -> String? {
    guard let id, let row = row(id) else { return nil }
    return Partner(self, row).name
  }
}
