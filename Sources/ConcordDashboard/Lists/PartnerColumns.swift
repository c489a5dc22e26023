import ConcordCanvas
import ConcordModel

/// The columns of a list of partners and how they share its width.
package struct PartnerColumns: Sendable {
  /// A column: a field, its head and its width.
  package struct Column: Sendable {
    package let field: String
    package let head: String
    package let width: Int
    package let isRight: Bool
  }

  package let columns: [Column]
  package let nameWidth: Int

  /// The columns of the narrow list on Overview.
  package static func compact(width: Int, _ glyphs: GlyphSet) -> PartnerColumns {
    var columns: [Column] = []
    if width >= 34 {
      columns.append(Column(field: "kind", head: "KIND", width: 9, isRight: false))
    }
    if width >= 54 { columns.append(Column(field: "tier", head: "T", width: 1, isRight: true)) }
    columns.append(Column(field: "risk", head: "RISK", width: 4, isRight: true))
    columns.append(
      Column(field: "flags", head: String(glyphs.marks.flag), width: 3, isRight: true))
    columns.append(Column(field: "due", head: "DUE", width: 4, isRight: true))
    return fit(columns, width: width)
  }

  /// The columns of the Partners screen: as many as there is room for, in this order of worth.
  package static func wide(width: Int, _ glyphs: GlyphSet) -> PartnerColumns {
    let all = [
      Column(field: "kind", head: "KIND", width: 9, isRight: false),
      Column(field: "state", head: "STATE", width: 5, isRight: false),
      Column(field: "city", head: "CITY", width: 14, isRight: false),
      Column(field: "tier", head: "T", width: 1, isRight: true),
      Column(field: "stage", head: "STAGE", width: 10, isRight: false),
      Column(field: "standing", head: "VETTING", width: 15, isRight: false),
      Column(field: "owner", head: "OWNER", width: 16, isRight: false),
      Column(field: "missions", head: "MISSIONS", width: 24, isRight: false),
      Column(field: "tags", head: "TAGS", width: 16, isRight: false),
      Column(field: "risk", head: "RISK", width: 4, isRight: true),
      Column(field: "flags", head: String(glyphs.marks.flag), width: 3, isRight: true),
      Column(field: "due", head: "DUE", width: 4, isRight: true),
    ]
    let worth = [
      "risk", "kind", "flags", "due", "stage", "state", "tier", "standing", "city", "owner", "tags",
      "missions",
    ]
    var chosen: Set<String> = []
    var used = 28
    for field in worth {
      guard let column = all.first(where: { $0.field == field }) else { continue }
      guard used + column.width + 1 <= width else { continue }
      used += column.width + 1
      chosen.insert(field)
    }
    return fit(all.filter { chosen.contains($0.field) }, width: width)
  }

  private static func fit(_ columns: [Column], width: Int) -> PartnerColumns {
    let used = columns.reduce(0) { $0 + $1.width + 1 }
    return PartnerColumns(columns: columns, nameWidth: max(4, width - used - 2))
  }
}
