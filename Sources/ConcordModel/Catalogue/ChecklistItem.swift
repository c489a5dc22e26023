/// A task that vetting asks for, of the kinds and tiers that it applies to.
public struct ChecklistItem: Hashable, Sendable {
  /// What is stored.
  public let key: String
  /// What is to be done.
  public let title: String
  /// Key of the criterion that it speaks to.
  public let criterion: String
  /// Whether the decision waits for it.
  public let isMandatory: Bool
  /// Days from the opening of the case until it is due.
  public let days: Int
  /// The tiers that it is asked at.
  public let tiers: [Int]
  /// Keys of the classes that it is asked of; with `kinds` empty as well, of all.
  public let classes: [String]
  /// Keys of the kinds that it is asked of.
  public let kinds: [String]

  /// Whether it is asked of a partner of this kind and tier.
  public func applies(to kind: PartnerKind, tier: Int) -> Bool {
    guard tiers.contains(tier) else { return false }
    if classes.isEmpty && kinds.isEmpty { return true }
    return classes.contains(kind.partnerClass.rawValue) || kinds.contains(kind.key)
  }

  /// The task of a row that was checked; nil for a row of another catalogue.
  init?(_ entry: CatalogueEntry) {
    guard let criterion = entry.text("criterion") else { return nil }
    key = entry.key
    title = entry.words
    self.criterion = criterion
    isMandatory = entry.holds("mandatory")
    days = entry.number("days") ?? 0
    tiers = entry.numbers("tiers")
    classes = entry.texts("classes")
    kinds = entry.texts("kinds")
  }
}
