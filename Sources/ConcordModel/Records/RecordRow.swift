/// A record seen through its kind's fields: a row of a workspace. Cheap to make, made when needed.
package struct RecordRow: Sendable {
  package let workspace: Workspace
  package let kind: RecordKind
  package let row: Int

  package init(_ workspace: Workspace, _ kind: RecordKind, _ row: Int) {
    self.workspace = workspace
    self.kind = kind
    self.row = row
  }

  package var id: RecordID { workspace.tables[kind.index].id(row) }

  package func slot(_ slot: Int) -> Int64? {
    let value = workspace.tables[kind.index][row, slot]
    return value == Table.absent ? nil : value
  }

  package func text(_ slot: Int) -> String? {
    self.slot(slot).map { workspace.texts.text($0) }
  }

  package func word(_ slot: Int) -> String? {
    self.slot(slot).map { workspace.texts.word($0) }
  }

  package func integer(_ slot: Int) -> Int? {
    self.slot(slot).map { Int($0) }
  }

  package func truth(_ slot: Int) -> Bool { self.slot(slot) == 1 }

  package func day(_ slot: Int) -> Day? {
    self.slot(slot).map { Day(number: Int32(truncatingIfNeeded: $0)) }
  }

  package func instant(_ slot: Int) -> Instant? {
    self.slot(slot).map { Instant(milliseconds: $0) }
  }

  package func elements(_ slot: Int) -> [String] {
    self.slot(slot).map { workspace.texts.elements($0) } ?? []
  }

  package func references(_ slot: Int, _ kinds: RecordKind...) -> [RecordID] {
    self.slot(slot).map { workspace.referenceIDs($0, kinds) } ?? []
  }

  package func reference(_ slot: Int, _ kinds: RecordKind...) -> RecordID? {
    self.slot(slot).flatMap { Workspace.reference($0, kinds) }
  }
}
