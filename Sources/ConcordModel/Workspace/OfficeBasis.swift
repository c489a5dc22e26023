/// What an office's records stand on and hardly any change of theirs touches: kept once for all copies
/// of a workspace, so that a copy (every view of a record holds one) counts one reference for all of it.
final class OfficeBasis: Sendable {
  let office: Office
  let fields: FieldTable
  /// What holds where the office has nothing of its own.
  let shipped: OfficePolicy
  /// What holds.
  let inForce: OfficePolicy
  /// The level of each cell of a rating by what holds, in their order.
  let levels: [Level]

  init(
    office: Office, fields: FieldTable, shipped: OfficePolicy, inForce: OfficePolicy? = nil
  ) {
    self.office = office
    self.fields = fields
    self.shipped = shipped
    let holds = inForce ?? shipped
    self.inForce = holds
    levels = Rating.all.map { holds.policy.level($0) }
  }

  /// The same with another policy in force.
  func with(_ policy: OfficePolicy) -> OfficeBasis {
    OfficeBasis(office: office, fields: fields, shipped: shipped, inForce: policy)
  }
}
