/// The numbers by which a share of what is received is too great.
struct ConcentrationBounds: Hashable, Sendable {
  /// The days that count.
  let window: ClosedRange<Day>
  let months: Int
  /// The greatest share of one partner that is sound, in per cent.
  let mostPercent: Int
  private let leastEntries: Int
  /// So many partners have to have given something.
  let leastPartners: Int

  /// - Returns: nil where the policy lacks one of them.
  init?(_ numbers: RulePolicy, on today: Day) {
    guard let percent = numbers.threshold("percent"), let entries = numbers.threshold("entries"),
      let partners = numbers.threshold("partners"), let months = numbers.threshold("months")
    else { return nil }
    mostPercent = percent
    leastEntries = entries
    leastPartners = partners
    self.months = months
    window = today.window(months: months)
  }

  /// How many partners at most have too great a share at the same time.
  var mostConcentrated: Int {
    let percent = max(1, mostPercent)
    return max(1, (100 + percent - 1) / percent - 1)
  }

  /// Whether so much is too great a share of a mission area.
  func isTooGreat(_ amount: ReceivedAmount, of mission: MissionReceipts) -> Bool {
    mission.all.entries >= leastEntries && mission.partners.count >= leastPartners
      && amount.points * 100 > mission.all.points * Int128(mostPercent)
  }

  /// Too great a share in whole tens of per cent, rounded down but not under the bound: it is told in
  /// an explanation, which must not be another every day. Nil where the share is sound.
  func percent(_ amount: ReceivedAmount, of mission: MissionReceipts) -> Int? {
    guard isTooGreat(amount, of: mission) else { return nil }
    return max(mostPercent, min(90, Int(amount.points * 10 / mission.all.points) * 10))
  }
}
