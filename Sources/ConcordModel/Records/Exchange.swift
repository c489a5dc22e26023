/// An entry of the exchange ledger as the domain sees it.
public struct Exchange: Sendable {
  package let record: RecordRow

  package init(_ workspace: Workspace, _ row: Int) {
    record = RecordRow(workspace, .exchange, row)
  }

  package var row: Int { record.row }
  /// Its id.
  public var id: RecordID { record.id }
  /// With whom.
  public var partner: RecordID? { record.reference(Slot.partner, .partner) }
  /// When.
  public var date: Day? { record.day(Slot.date) }
  /// Whether we received it; else we gave it.
  public var isReceived: Bool { record.word(Slot.direction) == Self.received }
  /// Key of its kind.
  public var kind: String { record.word(Slot.kind) ?? "" }
  /// How much, in the kind's unit.
  public var quantity: Int { record.integer(Slot.quantity) ?? 0 }
  /// Points that a person wrote.
  public var writtenPoints: Int? { record.integer(Slot.points) }
  /// Key of the mission area.
  public var mission: String? { record.word(Slot.mission) }
  /// Whether a partner is expected to give as it gets in this kind.
  public var isMutual: Bool { entry?.holds("mutual") ?? false }
  /// Whether exchange of this kind needs an agreement.
  public var needsAgreement: Bool { entry?.holds("agreement") ?? false }

  /// What it counts for, in hundredths of a point: as written, else by its kind and quantity. Whole
  /// numbers, so that a sum is the same in whatever order the entries stand; 10¹⁸ at the most.
  public var centipoints: Int {
    if let writtenPoints { return Self.product(writtenPoints, 100) }
    guard let entry, let points = entry.number("points"), let per = entry.number("per"), per > 0
    else { return 0 }
    return Self.product(quantity, points * 100) / per
  }

  private static func product(_ left: Int, _ right: Int) -> Int {
    let (product, overflows) = left.multipliedReportingOverflow(by: right)
    return overflows ? most : min(most, max(0, product))
  }

  private static let most = 1_000_000_000_000_000_000

  private var entry: CatalogueEntry? { record.workspace.catalogues[.exchangeKinds][kind] }

  /// Key of what came to us.
  package static let received = "received"

  package enum Slot {
    package static let partner = Schema.exchange.required("partner")
    package static let date = Schema.exchange.required("date")
    package static let direction = Schema.exchange.required("direction")
    package static let kind = Schema.exchange.required("kind")
    package static let quantity = Schema.exchange.required("quantity")
    package static let points = Schema.exchange.required("points")
    package static let mission = Schema.exchange.required("mission")
  }
}
