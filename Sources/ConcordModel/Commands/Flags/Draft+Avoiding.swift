extension Draft {
  /// Closes the flags of a partnership that is ended which were to be avoided: there is nothing left to
  /// limit.
  ///
  /// - Parameter others: flags that a decision of their own is made on.
  mutating func closeAvoided(of partner: RecordID, besides others: [RecordID] = []) {
    guard let row = workspace.row(partner) else { return }
    for flag in workspace.flagRows(partnerRow: row).map({ Flag(workspace, $0) })
    where flag.status == .treating && !others.contains(flag.id) {
      let last = workspace.decisionRows(of: flag.id).map { Decision(workspace, $0) }
        .last { !["note", "assign", "reassess"].contains($0.choice) }
      guard last?.choice == "avoid" else { continue }
      decide(flag.id, "close", status: .closed, reason: "the partnership is ended")
    }
  }
}
