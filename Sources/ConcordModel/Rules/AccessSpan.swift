/// How long access has gone on.
enum AccessSpan {
  /// The day on which the access of today began, by any of some facts: renewed without a gap it goes
  /// on from its beginning. Nil where none of them is in force.
  static func began(_ facts: [AccessFact], on today: Day) -> Day? {
    let known = facts.filter { $0.from.map { $0 <= today } ?? false }
    guard var began = known.filter({ $0.isInForce(on: today) }).compactMap(\.from).min() else {
      return nil
    }
    // The later ones first: each can only be joined to what came after it.
    let earlier = known.sorted { ($0.until ?? today) > ($1.until ?? today) }
    for fact in earlier {
      guard let from = fact.from, from < began,
        (fact.until ?? today) >= began.adding(days: -1)
      else { continue }
      began = from
    }
    return began
  }
}
