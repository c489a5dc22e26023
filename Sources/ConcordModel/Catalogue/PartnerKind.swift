/// A kind of partner, such as police or vendor.
public struct PartnerKind: Hashable, Sendable {
  /// What is stored.
  public let key: String
  /// What people read.
  public let words: String
  /// The same in at most nine characters.
  public let short: String
  /// Two letters.
  public let code: String
  /// The class that it belongs to.
  public let partnerClass: PartnerClass
  /// The tiers at which it is vetted; empty where it never is.
  public let vettedTiers: [Int]

  /// Months between joint exercises by tier, 0 where none is due; empty where none ever is.
  private let exerciseMonths: [Int]

  /// Months between the joint exercises that are due with a partner of this kind and tier; nil where
  /// none is due. No tier counts as 3.
  public func exerciseMonths(tier: Int?) -> Int? {
    let place = Partner.effectiveTier(tier) - 1
    guard exerciseMonths.indices.contains(place), exerciseMonths[place] > 0 else { return nil }
    return exerciseMonths[place]
  }

  /// Whether a partner of this kind and tier needs a vetting decision. No tier counts as 3.
  public func needsVetting(tier: Int?) -> Bool { vettedTiers.contains(tier ?? 3) }

  /// The kind of a row that was checked; nil for a row of another catalogue.
  init?(_ entry: CatalogueEntry) {
    guard let partnerClass = entry.text("class").flatMap(PartnerClass.init) else { return nil }
    key = entry.key
    words = entry.words
    short = entry.short
    code = entry.code ?? ""
    self.partnerClass = partnerClass
    vettedTiers = entry.numbers("vetting")
    exerciseMonths = entry.numbers("exercise")
  }
}
