/// What rules ask of their partner. None of it depends on the order in which records came.
extension RuleScope {
  /// The agreements with the partner.
  var agreements: [Agreement] {
    workspace.agreementRows(partnerRow: row).map { Agreement(workspace, $0) }
  }

  /// Those that bind today.
  var agreementsInForce: [Agreement] { agreements.filter { $0.isInForce(on: today) } }

  /// The partner's access facts.
  var accessFacts: [AccessFact] {
    workspace.accessFactRows(partnerRow: row).map { AccessFact(workspace, $0) }
  }

  /// The entries of the ledger with the partner on some days.
  func exchanges(on days: ClosedRange<Day>) -> [Exchange] {
    workspace.exchangeRows(partnerRow: row).map { Exchange(workspace, $0) }
      .filter { $0.date.map(days.contains) ?? false }
  }

  /// The last engagement with the partner; what is yet to come is none.
  var lastEngagement: Engagement? {
    workspace.engagementRows(partnerRow: row).map { Engagement(workspace, $0) }
      .filter { $0.date.map { $0 <= today } ?? false }
      .max { ($0.date ?? today, $0.id) < ($1.date ?? today, $1.id) }
  }

  /// The last exercise of some, and with the partner; what is yet to come is none.
  func lastExercise(with others: [Exercise] = []) -> Exercise? {
    (workspace.exerciseRows(partnerRow: row).map { Exercise(workspace, $0) } + others)
      .filter { $0.date.map { $0 <= today } ?? false }
      .max { ($0.date ?? today, $0.id) < ($1.date ?? today, $1.id) }
  }

  /// The days of the last so many months up to today.
  func window(months: Int) -> ClosedRange<Day> { today.window(months: months) }

  /// The words for a key of a catalogue.
  func words(_ key: String, in catalogue: CatalogueName) -> String {
    workspace.catalogues.words(key, in: catalogue.rawValue)
  }
}
