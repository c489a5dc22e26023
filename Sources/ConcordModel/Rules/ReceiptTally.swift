/// What was received from all partners that are active or suspended, by mission area.
struct ReceiptTally {
  /// The numbers that it was counted by.
  let bounds: ConcentrationBounds
  private var byMission: [String: MissionReceipts] = [:]

  init(_ bounds: ConcentrationBounds) { self.bounds = bounds }

  /// The mission areas in which anything was received.
  var missions: Set<String> { Set(byMission.keys) }

  /// What was received in a mission area.
  subscript(mission: String) -> MissionReceipts {
    byMission[mission] ?? MissionReceipts(bounds)
  }

  /// Adds what one partner gave, which has not been added yet.
  mutating func add(_ receipts: PartnerReceipts, of partner: RecordID) {
    for mission in receipts.missions {
      byMission[mission, default: MissionReceipts(bounds)]
        .add(receipts[mission], of: partner.bits)
    }
  }

  /// Adds what the partners of a workspace gave: from the ledger's columns, since an office has some
  /// hundred thousand entries, and this is asked after single changes.
  /// - Parameters:
  ///   - missions: the mission areas that are asked for; nil for all.
  ///   - other: what stands here of a partner does not count where this knows the partner.
  mutating func add(
    _ workspace: Workspace, missions: Set<String>? = nil, leavingOut other: Workspace? = nil
  ) {
    guard missions?.isEmpty != true else { return }
    let words = workspace.texts.words
    let others = Set((other?[.partner].madeIDs() ?? []).map(\.bits))
    let ledger = LedgerColumns(workspace, bounds, missions)
    let stages = StageColumn(workspace)
    let table = workspace[.exchange]
    var found = words.map { byMission[$0] ?? MissionReceipts(bounds) }
    table.forEach(0..<table.count) { _, bytes, start in
      guard let receipt = ledger.receipt(bytes, start), stages.isManaged(receipt.partner),
        others.isEmpty || !others.contains(receipt.partner)
      else { return }
      found[receipt.mission].add(receipt.centipoints, of: receipt.partner)
    }
    for (word, receipts) in zip(words, found) where receipts.all.entries > 0 {
      byMission[word] = receipts
    }
  }
}
