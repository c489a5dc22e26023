/// What a check looks at: the records, read by their cells.
public struct CheckScope: Sendable {
  /// The records.
  package let workspace: Workspace

  package init(_ workspace: Workspace) { self.workspace = workspace }

  /// The civil day in the office's zone.
  var today: Int64 { Int64(workspace.today.number) }

  /// The number of a repeated word; one that no cell has where the word never came.
  func word(_ word: String) -> Int64 { workspace.texts.number(of: word) ?? Self.noWord }

  private static let noWord: Int64 = -1

  /// The records of a kind of which `fits` says so.
  @inline(__always)
  func records(_ kind: RecordKind, where fits: (RowCells) -> Bool) -> [CheckFault] {
    let table = workspace[kind]
    return table.rows(where: fits).map { CheckFault(table.id($0)) }
  }

  /// Rows of the partners whose partnership has ended.
  var endedPartners: [Int] {
    let ended = word("ended")
    return workspace[.partner].rows { $0[Partner.Slot.stage] == ended }
  }
}
