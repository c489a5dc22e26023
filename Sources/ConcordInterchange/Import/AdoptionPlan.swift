import ConcordModel

/// Gives adopted partners their stage, and spreads the first cases of those that need vetting.
struct AdoptionPlan {
  let stage: String
  private let adoption: Adoption
  private let workspace: Workspace
  private let today: Day
  private let tier: Int?
  private var counts: [Int: Int] = [:]
  private var places: [Int: Int] = [:]

  init(_ adoption: Adoption, _ workspace: Workspace, today: Day, tier: Int?) {
    self.adoption = adoption
    self.workspace = workspace
    self.today = today
    self.tier = tier
    stage = adoption.stage
  }

  /// The months over which the first cases of a partner's kind are spread; `nil` where it needs none.
  private func months(_ entry: PartnerEntry) -> Int? {
    let ownTier = entry.values["tier"]?.integer.map { Int($0) }
    let effectiveTier = ownTier ?? tier ?? 3
    guard workspace.catalogues.needsVetting(kind: entry.kind, tier: effectiveTier) else {
      return nil
    }
    return adoption.spreadMonths ?? workspace.policy.reviewMonths(tier: effectiveTier)
  }

  /// Counts a partner in, before the first is given its day.
  mutating func count(_ entry: PartnerEntry) {
    if let months = months(entry) { counts[months, default: 0] += 1 }
  }

  /// The fields of the next partner.
  mutating func next(_ entry: PartnerEntry) -> [String: FieldValue] {
    guard stage == "active" else { return [:] }
    var values: [String: FieldValue] = ["active-since": .text(today.text)]
    if let months = months(entry) {
      let place = places[months, default: 0]
      places[months] = place + 1
      let day = Adoption.day(place, of: counts[months] ?? 1, months: months, from: today)
      values["vetting-planned"] = .text(day.text)
    }
    return values
  }
}
