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
    count(office, into: &providers) { self.after.row($0) == nil }
    return providers
  }()

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
