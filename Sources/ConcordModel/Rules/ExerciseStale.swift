/// A joint exercise is due.
///
/// What was agreed goes before what is usual: where an agreement in force says how often, the
/// partner's kind is not asked. Any exercise with the partner counts for an agreement, and so does one
/// that names the agreement, with whichever of its partners it was held. An agreement without a day on
/// which it began, and a partner without one on which it became active, count from the last exercise;
/// without one nothing is said.
enum ExerciseStale: Rule {
  static let name = "exercise.stale"
  static let words =
    "A joint exercise is due by an agreement in force, or else by the partner's kind and tier, and "
    + "the last one, or where there is none the beginning of the agreement or of the partnership, is "
    + "longer ago."
  static let reads: Set<RecordKind> = [.agreement, .exercise]

  static func hits(_ scope: RuleScope) -> [RuleHit] {
    let agreed = scope.agreementsInForce.filter { $0.exerciseMonths != nil }
    guard agreed.isEmpty else { return agreed.compactMap { hit($0, scope) } }
    return hit(scope).map { [$0] } ?? []
  }

  private static func hit(_ agreement: Agreement, _ scope: RuleScope) -> RuleHit? {
    guard let months = agreement.exerciseMonths else { return nil }
    let last = scope.lastExercise(with: scope.tallies.exercises(agreement.id))
    guard let since = overdue(last, agreement.begins, months, scope.today) else { return nil }
    return RuleHit(
      subject: agreement.id.text,
      title: last?.date == since
        ? "No exercise under \(agreement.title) since \(since)"
        : "No exercise under \(agreement.title) since it began on \(since)",
      explanation: told(last) + " “\(agreement.title)” asks for one every \(months) months.",
      facts: [agreement.id.text, last?.id.text ?? "no exercise"])
  }

  private static func hit(_ scope: RuleScope) -> RuleHit? {
    let partner = scope.partner
    let catalogues = scope.workspace.catalogues
    guard let kind = catalogues.kind(partner.kindKey),
      let months = kind.exerciseMonths(tier: partner.tier)
    else { return nil }
    let last = scope.lastExercise()
    guard let since = overdue(last, partner.activeSince, months, scope.today) else { return nil }
    return RuleHit(
      title: last?.date == since
        ? "No joint exercise since \(since)"
        : "No joint exercise since it became active on \(since)",
      explanation: told(last) + " With a partner of its kind (\(kind.words)) at tier "
        + "\(partner.effectiveTier) one is due every \(months) months.",
      facts: [last?.id.text ?? "no exercise"])
  }

  /// The day from which too many months have gone by.
  private static func overdue(
    _ last: Exercise?, _ began: Day?, _ months: Int, _ today: Day
  ) -> Day? {
    guard let since = [last?.date, began].compactMap({ $0 }).max(),
      since.adding(months: months) < today
    else { return nil }
    return since
  }

  private static func told(_ last: Exercise?) -> String {
    guard let last, let date = last.date else { return "No exercise is on record." }
    return "The last exercise was “\(last.title)” on \(date)."
  }

  /// An exercise under an agreement with several partners counts for all of them: they are asked again
  /// where a touched partner has held another one.
  static func others(touched: [RecordID], in office: Workspace, after: Workspace) -> [RecordID] {
    var found: Set<RecordID> = []
    for partner in touched {
      let changed = held(partner, office).symmetricDifference(held(partner, after))
      for agreement in Set(changed.map(\.agreement)) {
        // It may be with others alone: then it stands in the office only.
        guard let row = office.row(agreement) else { continue }
        found.formUnion(Agreement(office, row).partners)
      }
    }
    return found.subtracting(touched).sorted()
  }

  /// An exercise as far as it counts for an agreement.
  private struct Held: Hashable {
    let agreement: RecordID
    let exercise: RecordID
    let date: Day?
  }

  private static func held(_ partner: RecordID, _ workspace: Workspace) -> Set<Held> {
    guard let row = workspace.row(partner) else { return [] }
    let held = workspace.exerciseRows(partnerRow: row).compactMap { row -> Held? in
      let exercise = Exercise(workspace, row)
      return exercise.agreement.map {
        Held(agreement: $0, exercise: exercise.id, date: exercise.date)
      }
    }
    return Set(held)
  }
}
