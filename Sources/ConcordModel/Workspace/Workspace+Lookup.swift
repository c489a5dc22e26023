extension Workspace {
  /// The record that people mean: a full id, any unique beginning of one (with or without its
  /// letter and dash, small letters too), a partner's exact name or a person's handle.
  public func find(
    _ text: String, kinds: [RecordKind] = []
  ) -> Result<RecordID, CommandError> {
    let text = Text.trimmed(text)
    if let id = RecordID(text), contains(id), kinds.isEmpty || kinds.contains(id.kind) {
      return .success(id)
    }
    if kinds.isEmpty || kinds.contains(.person), let id = person(called: text) {
      return .success(id)
    }
    if kinds.isEmpty || kinds.contains(.partner) {
      let named = partnerRows(named: text)
      if named.count == 1, let row = named.first { return .success(self[.partner].id(row)) }
      if named.count > 1 {
        return .failure(
          .ambiguous(text, candidates: named.prefix(8).map { describe(partnerRow: $0) }))
      }
    }
    let found = candidates(text, kinds: kinds)
    if let only = found.first, found.count == 1 { return .success(only) }
    if found.isEmpty {
      let other = candidates(text, kinds: [])
      if other.count == 1, let id = other.first, let kind = kinds.first, text.count > 1 {
        return .failure(.wrongKind(id, expected: fields[kind].word))
      }
      return .failure(.unknownRecord(Text.visible(text)))
    }
    let shown = found.prefix(8).map(\.text) + (found.count > 8 ? ["…"] : [])
    return .failure(.ambiguous(text, candidates: shown))
  }

  /// The rows of the partners that have this name, compared as ``NameFold`` folds it; aliases do not
  /// count.
  package func partnerRows(named name: String) -> [Int] {
    let wanted = NameFold.fold(name)
    return rows(.partner).filter { row in
      names.withName(row: row) { bytes in
        bytes.prefix { $0 != UInt8(ascii: "\n") }.elementsEqual(wanted.utf8)
      }
    }
  }

  private func describe(partnerRow row: Int) -> String {
    let place = storedValue(.partner, row: row, "state")?.text.map { " (\($0))" } ?? ""
    return self[.partner].id(row).text + " " + Partner(self, row).name + place
  }

  private func candidates(_ text: String, kinds: [RecordKind]) -> [RecordID] {
    guard let beginning = IDBeginning(text) else { return [] }
    var found: [RecordID] = []
    for table in tables
    where (beginning.kind == nil || table.schema.kind == beginning.kind)
      && (kinds.isEmpty || kinds.contains(table.schema.kind))
    {
      for row in 0..<table.count where table.isPresent(row) {
        let id = table.id(row)
        if beginning.fits(id) { found.append(id) }
        if found.count > 20 { return found }
      }
    }
    return found
  }

  /// The shortest beginning of at least four digits that names only this record of its kind.
  public func shortID(_ id: RecordID) -> String { shortID(id, by: nil) }

  /// The same, by the order of the ids where that is at hand.
  package func shortID(_ id: RecordID, by order: IDOrder?) -> String {
    let table = self[id.kind]
    // Of all other ids the one that begins most alike decides.
    let nearest =
      order?.leastDifference(from: id.bits, in: table)
      ?? table.leastDifference(from: id.bits, rows: 0..<table.count)
    let shared = (nearest.leadingZeroBitCount - 4) / 5
    let digits = nearest == .max ? 4 : min(12, max(4, shared + 1))
    return String(id.text.prefix(2 + digits))
  }
}
