/// What was received on some days, read from the ledger's columns: for what looks at many rows. No
/// record is made of any.
struct LedgerColumns {
  /// An entry of what was received.
  struct Receipt {
    /// The mission area, by the number of its word.
    let mission: Int
    /// The bits of the partner's id.
    let partner: UInt64
    let centipoints: Int
  }

  private let window: ClosedRange<Int64>
  /// By the numbers of words.
  private let isWanted: [Bool]
  private let worths: [ExchangeWorth?]
  private let received: Int64
  private let stamp: RowLayout.Place
  private let gone: RowLayout.Place
  private let partner: RowLayout.Place
  private let date: RowLayout.Place
  private let direction: RowLayout.Place
  private let kind: RowLayout.Place
  private let quantity: RowLayout.Place
  private let points: RowLayout.Place
  private let mission: RowLayout.Place

  /// - Parameter missions: the mission areas that are asked for; nil for all.
  init(
    _ workspace: Workspace, _ bounds: ConcentrationBounds, _ missions: Set<String>? = nil
  ) {
    let words = workspace.texts.words
    let kinds = workspace.catalogues[.exchangeKinds]
    let (first, last) = (bounds.window.lowerBound, bounds.window.upperBound)
    window = Int64(first.number)...Int64(last.number)
    isWanted = words.map { missions?.contains($0) ?? true }
    worths = words.map { kinds[$0].flatMap(ExchangeWorth.init) }
    // No word has the number -1.
    received = workspace.texts.number(of: Exchange.received) ?? -1
    let places = workspace[.exchange].layout.places
    stamp = places[Table.Slot.stamp]
    gone = places[Table.Slot.gone]
    partner = places[Exchange.Slot.partner]
    date = places[Exchange.Slot.date]
    direction = places[Exchange.Slot.direction]
    kind = places[Exchange.Slot.kind]
    quantity = places[Exchange.Slot.quantity]
    points = places[Exchange.Slot.points]
    mission = places[Exchange.Slot.mission]
  }

  /// The entry that starts at a place; nil where it is none of what is asked for.
  @inline(__always)
  func receipt(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Receipt? {
    func value(_ place: RowLayout.Place) -> Int64 { RowLayout.read(bytes, start, place) }
    let mission = value(mission)
    guard mission != Table.absent, isWanted[Int(mission)], value(direction) == received,
      window.contains(value(date)), value(stamp) != Table.absent, value(gone) == Table.absent
    else { return nil }
    let partner = value(partner)
    guard partner != Table.absent, partner >> 60 == 0 else { return nil }
    let (points, quantity, kind) = (value(points), value(quantity), value(kind))
    return Receipt(
      mission: Int(mission), partner: UInt64(bitPattern: partner) & RecordID.mask,
      centipoints: ExchangeWorth.centipoints(
        written: points == Table.absent ? nil : Int(points),
        quantity: quantity == Table.absent ? 0 : Int(quantity),
        kind == Table.absent ? nil : worths[Int(kind)]))
  }
}
