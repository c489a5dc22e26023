/// From a record to those that refer to it: rows that are not gone, the oldest first. None of these
/// looks at any other record.
extension Workspace {
  /// Rows of the links from and to a partner.
  package func linkRows(partnerRow row: Int) -> [Int] {
    ["from", "to"].flatMap { rows(.link, Schema.link.required($0), of: .partner, row) }
  }

  /// Rows of the capabilities of a partner.
  package func capabilityRows(partnerRow row: Int) -> [Int] {
    rows(.capability, Capability.Slot.partner, of: .partner, row)
  }

  /// Rows of the agreements with a partner.
  package func agreementRows(partnerRow row: Int) -> [Int] {
    rows(.agreement, Agreement.Slot.partners, of: .partner, row)
  }

  /// Rows of the ledger's entries with a partner.
  package func exchangeRows(partnerRow row: Int) -> [Int] {
    rows(.exchange, Exchange.Slot.partner, of: .partner, row)
  }

  /// Rows of the exercises with a partner.
  package func exerciseRows(partnerRow row: Int) -> [Int] {
    rows(.exercise, Exercise.Slot.partners, of: .partner, row)
  }

  /// Rows of the exercises that an agreement asks for.
  package func exerciseRows(agreementRow row: Int) -> [Int] {
    rows(.exercise, Exercise.Slot.agreement, of: .agreement, row)
  }

  /// Rows of the engagements with a partner.
  package func engagementRows(partnerRow row: Int) -> [Int] {
    rows(.engagement, Engagement.Slot.partners, of: .partner, row)
  }

  /// Rows of the access facts of a partner.
  package func accessFactRows(partnerRow row: Int) -> [Int] {
    rows(.accessFact, AccessFact.Slot.partner, of: .partner, row)
  }

  /// Rows of the incidents at a partner.
  package func incidentRows(partnerRow row: Int) -> [Int] {
    rows(.incident, Incident.Slot.partner, of: .partner, row)
  }

  /// Rows of the incidents that a flag is tied to.
  package func incidentRows(flagRow row: Int) -> [Int] {
    rows(.incident, Incident.Slot.flags, of: .flag, row)
  }

  /// Rows of the findings that are about a partner.
  package func findingRows(partnerRow row: Int) -> [Int] {
    rows(.finding, Finding.Slot.partners, of: .partner, row)
  }

  /// The last finding of a rule about a partner: what it says holds.
  package func finding(of rule: String, about partner: RecordID) -> Finding? {
    guard let row = row(partner) else { return nil }
    var last: Finding?
    for finding in findingRows(partnerRow: row).lazy.map({ Finding(self, $0) })
    where finding.rule == rule {
      if let known = last, finding.order < known.order { continue }
      last = finding
    }
    return last
  }

  /// The last finding of each rule about a partner.
  func findings(partnerRow: Int) -> [Finding] {
    var last: [String: Finding] = [:]
    for finding in findingRows(partnerRow: partnerRow).map({ Finding(self, $0) }) {
      if let known = last[finding.rule], finding.order < known.order { continue }
      last[finding.rule] = finding
    }
    return Array(last.values)
  }

  private func rows(
    _ child: RecordKind, _ slot: Int, of parent: RecordKind, _ parentRow: Int
  ) -> [Int] {
    let table = tables[child.index]
    guard table.count > 0 else { return [] }
    return references.rows(child, slot: slot, parent: parent, parentRow: parentRow)
      .filter { table.isPresent($0) }
  }
}
