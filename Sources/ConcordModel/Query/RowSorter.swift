/// Puts the rows of a kind in an order. Rows without a value come last either way; equal ones stand
/// by title, then by id.
enum RowSorter {
  static func rows(_ kind: RecordKind, _ order: SortOrder, in workspace: Workspace) -> [Int32] {
    let table = workspace[kind]
    guard let field = workspace.fields[kind].field(order.field) else {
      return workspace.rows(kind).map { Int32($0) }
    }
    switch field.type {
    case .level:
      // A partner's level alone would leave hundreds equal: the exact score decides inside a level.
      if kind == .partner {
        return byNumber(kind, workspace, order.isDescending) {
          workspace.partnerFigure(row: $0).score
        }
      }
      return byNumber(kind, workspace, order.isDescending) {
        workspace.flagFigure(row: $0)?.score
      }
    case .integer, .instant, .truth, .day:
      if field.isStored, let slot = table.schema.slot(field.name) {
        return byNumber(kind, workspace, order.isDescending) { row in
          let value = table[row, slot]
          return value == Table.absent ? nil : Double(value)
        }
      }
      return byNumber(kind, workspace, order.isDescending) { row in
        switch workspace.anyValue(kind, row: row, field) {
        case .integer(let number): return Double(number)
        case .truth(let truth): return truth ? 1 : 0
        case .text(let text): return Day(text).map { Double($0.number) }
        default: return nil
        }
      }
    default:
      return byText(kind, workspace, order, field)
    }
  }

  private static func byNumber(
    _ kind: RecordKind, _ workspace: Workspace, _ isDescending: Bool, _ key: (Int) -> Double?
  ) -> [Int32] {
    var keyed: [(key: Double, row: Int32)] = []
    let table = workspace[kind]
    keyed.reserveCapacity(table.count)
    for row in 0..<table.count where table.isPresent(row) {
      let number = key(row).map { isDescending ? -$0 : $0 } ?? .infinity
      keyed.append((number, Int32(row)))
    }
    keyed.sort { left, right in
      left.key != right.key
        ? left.key < right.key : isBefore(left.row, right.row, table, workspace.names)
    }
    return keyed.map(\.row)
  }

  private static func byText(
    _ kind: RecordKind, _ workspace: Workspace, _ order: SortOrder, _ field: Field
  ) -> [Int32] {
    var keyed: [(key: [UInt8], row: Int32)] = []
    let table = workspace[kind]
    for row in workspace.rows(kind) {
      keyed.append((sortBytes(kind, row, field, workspace), Int32(row)))
    }
    keyed.sort { left, right in
      if left.key.isEmpty != right.key.isEmpty { return right.key.isEmpty }
      if left.key != right.key {
        return left.key.lexicographicallyPrecedes(right.key) != order.isDescending
      }
      return isBefore(left.row, right.row, table, workspace.names)
    }
    return keyed.map(\.row)
  }

  private static func sortBytes(
    _ kind: RecordKind, _ row: Int, _ field: Field, _ workspace: Workspace
  ) -> [UInt8] {
    if kind == .partner, field.name == "name" {
      return workspace.names.withName(row: row) { Array($0.prefix { $0 != 10 }) }
    }
    switch workspace.anyValue(kind, row: row, field) {
    case .text(let text):
      if case .reference = field.type, let id = RecordID(text), let target = workspace.row(id) {
        return Array(NameFold.fold(workspace.title(id.kind, row: target)).utf8)
      }
      return Array(NameFold.fold(text).utf8)
    case .texts(let elements):
      if case .references = field.type, let id = elements.first.flatMap({ RecordID($0) }) {
        return Array(NameFold.fold(workspace.title(id)).utf8)
      }
      return Array(NameFold.fold(elements.first ?? "").utf8)
    default: return []
    }
  }

  private static func isBefore(
    _ left: Int32, _ right: Int32, _ table: Table, _ names: NameIndex
  ) -> Bool {
    if table.schema.kind == .partner {
      let order = names.withAll { bytes, starts, lengths -> Bool? in
        let leftStart = Int(starts[Int(left)])
        let rightStart = Int(starts[Int(right)])
        let leftLength = Int(lengths[Int(left)])
        let rightLength = Int(lengths[Int(right)])
        for place in 0..<min(leftLength, rightLength)
        where bytes[leftStart + place] != bytes[rightStart + place] {
          return bytes[leftStart + place] < bytes[rightStart + place]
        }
        return leftLength == rightLength ? nil : leftLength < rightLength
      }
      if let order { return order }
    }
    return table.id(Int(left)) < table.id(Int(right))
  }
}
