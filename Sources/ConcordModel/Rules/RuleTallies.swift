/// What rules ask of the whole office while one change, or one day, is judged: counted once, when it is
/// first asked for.
package final class RuleTallies {
  private let office: Workspace
  private let after: Workspace

  /// - Parameters:
  ///   - office: all partners, as they stood before the change.
  ///   - after: the partners that the change touches, as they will stand; in their place these count.
  init(office: Workspace, after: Workspace) {
    self.office = office
    self.after = after
  }

  /// The partners with a capability, by what they can do; those that work with us alone.
  private(set) lazy var providers: [CapabilityKey: Set<RecordID>] = {
    var providers: [CapabilityKey: Set<RecordID>] = [:]
    count(after, into: &providers) { _ in true }
    count(office, into: &providers) { !self.after[.partner].isMade($0.bits) }
    return providers
  }()

  private var received: ReceiptTally?

  /// What was received, in the mission areas in which a touched partner gave something.
  func receipts(_ bounds: ConcentrationBounds) -> ReceiptTally {
    if let received, received.bounds == bounds { return received }
    var tally = ReceiptTally(bounds)
    tally.add(after)
    // Nobody asks about the other mission areas.
    tally.add(office, missions: tally.missions, leavingOut: after)
    received = tally
    return tally
  }

  private var ledger: (bounds: ConcentrationBounds, columns: LedgerColumns)?

  /// What was received from a touched partner, as it will stand.
  func receipts(of partner: RecordID, _ bounds: ConcentrationBounds) -> PartnerReceipts {
    if let ledger, ledger.bounds == bounds {
      return PartnerReceipts(partner, in: after, ledger.columns)
    }
    let columns = LedgerColumns(after, bounds)
    ledger = (bounds, columns)
    return PartnerReceipts(partner, in: after, columns)
  }

  /// The exercises that an agreement asks for, whoever of its partners they were held with.
  func exercises(_ agreement: RecordID) -> [Exercise] {
    let touched = after[.exercise]
    let rest = office.row(agreement).map { office.exerciseRows(agreementRow: $0) } ?? []
    return
      (after.row(agreement).map { after.exerciseRows(agreementRow: $0) } ?? [])
      .map { Exercise(after, $0) }
      + rest.map { Exercise(office, $0) }.filter { !touched.isMade($0.id.bits) }
  }

  private func count(
    _ workspace: Workspace, into providers: inout [CapabilityKey: Set<RecordID>],
    where isCounted: (RecordID) -> Bool
  ) {
    for row in workspace.rows(.capability) {
      let capability = Capability(workspace, row)
      guard let partner = capability.partner, isCounted(partner),
        let partnerRow = workspace.row(partner),
        Partner(workspace, partnerRow).stage == "active"
      else { continue }
      providers[CapabilityKey(capability), default: []].insert(partner)
    }
  }
}
