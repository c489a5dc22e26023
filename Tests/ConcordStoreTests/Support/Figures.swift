import ConcordModel
import Testing

/// What is worked out for records, compared between two workspaces by id.
enum Figures {
  static func expectEqual(_ left: Workspace, _ right: Workspace) throws {
    for view in RiskView.allCases { #expect(left.heatmap(view) == right.heatmap(view)) }
    for row in right.rows(.flag) {
      let other = try #require(left.row(right[.flag].id(row)))
      #expect(left.flagFigure(row: other) == right.flagFigure(row: row))
    }
    for row in right.rows(.partner) {
      let id = right[.partner].id(row)
      let other = try #require(left.row(id))
      #expect(left.partnerFigure(row: other) == right.partnerFigure(row: row))
      #expect(left.standing(row: other) == right.standing(row: row))
      #expect(
        left.names.withName(row: other) { Array($0) }
          == right.names.withName(row: row) { Array($0) })
      #expect(
        left.flagRows(partnerRow: other).map { left[.flag].id($0) }
          == right.flagRows(partnerRow: row).map { right[.flag].id($0) })
    }
  }
}
