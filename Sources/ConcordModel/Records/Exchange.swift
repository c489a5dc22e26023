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
  /// Key of its direction, from our side.
  public var direction: String { record.word(Slot.direction) ?? "" }
  /// Whether we received it; else we gave it.
  public var isReceived: Bool { direction == Self.received }
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

  /// Whether data moves in exchange of this kind.
  public var movesData: Bool { entry?.holds("data") ?? false }

  /// What it counts for, in hundredths of a point: as written, else by its kind and quantity. Whole
  /// numbers, so that a sum is the same in whatever order the entries stand; 10¹⁸ at the most.
  public var centipoints: Int {
    ExchangeWorth.centipoints(
      written: writtenPoints, quantity: quantity, entry.flatMap(ExchangeWorth.init))
  }

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
