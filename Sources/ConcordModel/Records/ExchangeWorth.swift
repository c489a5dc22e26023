/// What a kind of exchange counts for.
struct ExchangeWorth: Sendable {
  /// Hundredths of a point for `per` units.
  private let centipoints: Int
  private let per: Int

  /// - Returns: nil for an entry of another catalogue.
  init?(_ entry: CatalogueEntry) {
    guard let points = entry.number("points"), let per = entry.number("per"), per > 0 else {
      return nil
    }
    centipoints = points * 100
    self.per = per
  }

  /// Hundredths of a point: as a person wrote, else by kind and quantity; none for a kind that nobody
  /// knows. 10¹⁸ at the most.
  static func centipoints(written: Int?, quantity: Int, _ worth: ExchangeWorth?) -> Int {
    if let written { return product(written, 100) }
    guard let worth else { return 0 }
    return product(quantity, worth.centipoints) / worth.per
  }

  private static func product(_ left: Int, _ right: Int) -> Int {
    let (product, overflows) = left.multipliedReportingOverflow(by: right)
    return overflows ? most : min(most, max(0, product))
  }

  private static let most = 1_000_000_000_000_000_000
}
