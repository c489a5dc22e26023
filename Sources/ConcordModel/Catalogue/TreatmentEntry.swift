/// A treatment that the catalogue proposes for a category of risk.
public struct TreatmentEntry: Hashable, Sendable {
  /// What is stored.
  public let key: String
  /// What is done.
  public let words: String
  /// The category of risk that it fits.
  public let category: RiskCategory
  /// Steps that it takes off likelihood once in force, 0 to 4.
  public let likelihoodEffect: Int
  /// Steps that it takes off impact once in force, 0 to 4.
  public let impactEffect: Int
  /// Days until it is due, unless someone says otherwise.
  public let days: Int

  /// The treatment of a row that was checked; nil for a row of another catalogue.
  init?(_ entry: CatalogueEntry) {
    guard let category = entry.text("category").flatMap(RiskCategory.init) else { return nil }
    key = entry.key
    words = entry.words
    self.category = category
    likelihoodEffect = entry.number("likelihood") ?? 0
    impactEffect = entry.number("impact") ?? 0
    days = entry.number("days") ?? 0
  }
}
