/// The case that each partner's standing rests on: the decided one of the latest day.
struct StandingCases {
  /// Its row, by the cell of the partner.
  private let byPartner: [Int64: Int]

  init(_ scope: CheckScope) {
    let table = scope.workspace[.vettingCase]
    let outcomes = Set(VettingCase.Outcome.allCases.map { scope.word($0.rawValue) })
    var found: [Int64: (row: Int, day: Int64)] = [:]
    // The first of a day stays, as it does for the standing.
    for row in table.rows(where: { outcomes.contains($0[VettingCase.Slot.outcome]) }) {
      let partner = table[row, VettingCase.Slot.partner]
      let decided = table[row, VettingCase.Slot.decidedOn]
      let day = decided == Table.absent ? 0 : decided
      if found[partner].map({ day > $0.day }) ?? true { found[partner] = (row, day) }
    }
    byPartner = found.mapValues(\.row)
  }

  /// All of them, the oldest first.
  var rows: [Int] { byPartner.values.sorted() }

  /// The row of a partner's; nil where none was decided.
  func row(partner: RecordID) -> Int? { byPartner[Int64(bitPattern: partner.bits)] }
}
