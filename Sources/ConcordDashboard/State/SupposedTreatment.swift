import ConcordModel

/// A treatment that can be supposed to be in force: one of the flag's, or one that the catalogue
/// proposes for it.
package struct SupposedTreatment: Hashable, Sendable {
  /// The record's; for a proposal the one that it would get here.
  package let id: RecordID
  package let name: String
  /// Steps off likelihood and impact, 0 to 4.
  package let likelihoodEffect: Int
  package let impactEffect: Int
  /// How it stands on record; nil for a proposal.
  package let state: Treatment.State?
  /// The catalogue's key for it.
  package let entry: String?

  /// Those of a flag as they stand: its own first, then proposals that are not among them.
  static func all(flagRow row: Int, _ workspace: Workspace) -> [SupposedTreatment] {
    let own = workspace.treatmentRows(flagRow: row).map { place in
      let treatment = Treatment(workspace, place)
      return SupposedTreatment(
        id: treatment.id, name: treatment.name, likelihoodEffect: treatment.likelihoodEffect,
        impactEffect: treatment.impactEffect, state: treatment.state, entry: treatment.entry)
    }
    let flag = Flag(workspace, row)
    let known = Set(own.compactMap(\.entry))
    let proposed = workspace.catalogues.treatments(category: flag.category)
      .filter { !known.contains($0.key) }
      .map { entry in
        SupposedTreatment(
          id: .derived(.treatment, from: ["what if", flag.id.text, entry.key]), name: entry.words,
          likelihoodEffect: entry.likelihoodEffect, impactEffect: entry.impactEffect, state: nil,
          entry: entry.key)
      }
    return own + proposed
  }

  /// What makes it stand as supposed.
  /// - Parameter isKnown: whether a record of it is there already.
  func operations(isInForce: Bool, of flag: RecordID, isKnown: Bool) -> [Operation] {
    let supposed: Treatment.State = isInForce ? .inForce : .withdrawn
    // As it is, where that comes to the same: planned stays planned.
    let state = (self.state == .inForce) == isInForce ? self.state ?? supposed : supposed
    guard !isKnown else {
      return [.set(id, FieldChange("state", .text(state.rawValue)))]
    }
    guard isInForce else { return [] }
    return [
      .new(
        id,
        [
          NamedValue("flag", .text(flag.text)),
          NamedValue("impact-effect", .integer(Int64(impactEffect))),
          NamedValue("likelihood-effect", .integer(Int64(likelihoodEffect))),
          NamedValue("name", .text(name)), NamedValue("state", .text(state.rawValue)),
        ], derived: true)
    ]
  }
}
