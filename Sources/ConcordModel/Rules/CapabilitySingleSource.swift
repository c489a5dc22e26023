/// A capability that we need has one active provider, and no alternative is on record.
enum CapabilitySingleSource: Rule {
  static let name = "capability.single-source"
  static let words =
    "A capability that we need has one active provider: no other active partner has one for the same "
    + "mission area and region, and no alternative is on record."
  static let reads: Set<RecordKind> = [.capability]

  static func hits(_ scope: RuleScope) -> [RuleHit] {
    guard scope.partner.stage == "active" else { return [] }
    let workspace = scope.workspace
    return workspace.capabilityRows(partnerRow: scope.row).compactMap { row in
      let capability = Capability(workspace, row)
      guard capability.isNeeded, capability.alternative == nil,
        scope.tallies.providers[CapabilityKey(capability)] == [scope.partner.id]
      else { return nil }
      let mission = capability.mission
        .map { " for " + workspace.catalogues.words($0, in: "missions") }
      let region = capability.region.map { " in \($0)" }
      return RuleHit(
        subject: capability.id.text, title: "Only one source of \(capability.name)",
        explanation: "We need “\(capability.name)”, and no other active partner offers the like"
          + "\(mission ?? "")\(region ?? "").",
        facts: [capability.id.text])
    }
  }

  /// Whoever offers the like of what a touched partner offers, or has offered.
  static func others(touched: [RecordID], in office: Workspace, after: Workspace) -> [RecordID] {
    var keys: Set<CapabilityKey> = []
    for workspace in [office, after] {
      for id in touched {
        guard let row = workspace.row(id) else { continue }
        keys.formUnion(
          workspace.capabilityRows(partnerRow: row).map {
            CapabilityKey(Capability(workspace, $0))
          })
      }
    }
    guard !keys.isEmpty else { return [] }
    return office.rows(.capability).compactMap { row in
      let capability = Capability(office, row)
      return keys.contains(CapabilityKey(capability)) ? capability.partner : nil
    }
  }
}
