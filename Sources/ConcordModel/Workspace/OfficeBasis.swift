/// What an office's records stand on and no change of theirs touches: kept once for all copies of a
/// workspace, so that a copy (every view of a record holds one) counts one reference for all of it.
final class OfficeBasis: Sendable {
  let office: Office
  let policy: Policy
  let catalogues: Catalogues
  let fields: FieldTable
  /// The level of each cell of a rating, in their order.
  let levels: [Level]

  init(office: Office, policy: Policy, catalogues: Catalogues, fields: FieldTable) {
    self.office = office
    self.policy = policy
    self.catalogues = catalogues
    self.fields = fields
    levels = Rating.all.map { policy.level($0) }
  }
}
