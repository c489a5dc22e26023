/// What needs an agreement is exchanged without one.
///
/// What an agreement covers is known for data alone: its type or the categories that it names say
/// that data may move, and the directions that it names say which way; where it names none it is
/// taken for both. An entry of the ledger names no category, so categories are not compared. For
/// what is no data (money, technology) any agreement in force will do: agreements have no field for
/// it. Whether one was in force on the day of the exchange is not asked, since a state has no
/// history: one that was terminated does not say when.
enum AgreementMissing: Rule {
  static let name = "agreement.missing"
  static let words =
    "Something of a kind that needs an agreement was exchanged in the last months, and no agreement "
    + "in force with the partner covers it."
  static let thresholds = ["months"]
  static let reads: Set<RecordKind> = [.agreement, .exchange]

  static func hits(_ scope: RuleScope) -> [RuleHit] {
    guard let months = scope.numbers.threshold("months") else { return [] }
    let window = scope.window(months: months)
    let entries = scope.exchanges(on: Day(number: .min)...scope.today).filter(\.needsAgreement)
    guard !entries.isEmpty else { return [] }
    let covers = scope.agreementsInForce.map(Cover.init)
    let open = entries.filter { entry in !covers.contains { $0.covers(entry) } }
    return Dictionary(grouping: open, by: \.kind).compactMap { kind, entries in
      let recent = entries.filter { $0.date.map(window.contains) ?? false }
      guard let last = recent.compactMap(\.date).max() else { return nil }
      let words = scope.words(kind, in: .exchangeKinds)
      let ways = WordList.joined(directions(recent).map { scope.words($0, in: .directions) })
      let need = recent.contains(where: \.movesData) ? " that covers data" : ""
      return RuleHit(
        subject: kind, title: "Exchanged without an agreement: \(words)",
        explanation: "Within \(months) months something of the kind “\(words)” was \(ways), the "
          + "last on \(last). That needs an agreement\(need), and none in force with this partner "
          + "covers it.",
        // Those of older entries too: that one falls out of the window is no news.
        facts: [kind] + directions(entries))
    }
  }

  private static func directions(_ entries: [Exchange]) -> [String] {
    Set(entries.map(\.direction)).sorted()
  }

  /// What an agreement covers.
  private struct Cover {
    let isForData: Bool
    let directions: [String]

    init(_ agreement: Agreement) {
      isForData = agreement.coversData
      directions = agreement.directions
    }

    func covers(_ entry: Exchange) -> Bool {
      guard entry.movesData else { return true }
      return isForData && (directions.isEmpty || directions.contains(entry.direction))
    }
  }
}
