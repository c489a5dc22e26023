/// What was received from one partner, by mission area; nothing where it is neither active nor
/// suspended.
struct PartnerReceipts: Sendable {
  private var byMission: [String: ReceivedAmount] = [:]

  /// - Parameter ledger: the columns of the same workspace.
  init(_ partner: RecordID, in workspace: Workspace, _ ledger: LedgerColumns) {
    guard let row = workspace.row(partner),
      RuleScope.isManaged(Partner(workspace, row).stage)
    else { return }
    let table = workspace[.exchange]
    for row in workspace.exchangeRows(partnerRow: row) {
      table.forEach(row..<row + 1) { _, bytes, start in
        guard let receipt = ledger.receipt(bytes, start) else { return }
        byMission[workspace.texts.words[receipt.mission], default: ReceivedAmount()]
          .add(receipt.centipoints)
      }
    }
  }

  /// The mission areas in which it gave something, in the order of their keys.
  var missions: [String] { byMission.keys.sorted() }

  /// What it gave in a mission area.
  subscript(mission: String) -> ReceivedAmount { byMission[mission] ?? ReceivedAmount() }

  /// The mission areas in which it gives another amount than it did.
  func differences(from other: PartnerReceipts) -> Set<String> {
    Set(byMission.keys).union(other.byMission.keys).filter { self[$0] != other[$0] }
  }
}
