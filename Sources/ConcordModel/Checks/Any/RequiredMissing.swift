/// A record without something that every one of its kind has.
enum RequiredMissing: ConsistencyCheck {
  static let name = "record.required-missing"
  static let words = "A required field is blank"
  static let reason =
    "No form leaves it blank; what reads it takes it for something else, or skips it."
  static let severity = CheckSeverity.error

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    let workspace = scope.workspace
    return workspace.fields.schemas.filter { RecordDefaults.canBeCreated($0) }.flatMap { schema in
      let slots = schema.stored.filter(\.isRequired).compactMap { field in
        schema.slot(field.name).map { (slot: $0, isSet: field.type.isSet) }
      }
      return scope.records(schema.kind) { record in
        for (slot, isSet) in slots {
          let cell = record[slot]
          if cell == Table.absent || isSet && workspace.texts.isEmptySet(cell) { return true }
        }
        return false
      }
    }
  }

  private static func missing(_ id: RecordID, _ workspace: Workspace) -> [Field] {
    workspace.fields[id.kind].stored.filter {
      $0.isRequired && workspace.value(id, $0.name) == nil
    }
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    let names = missing(fault.record, workspace).map(\.label)
    return CheckWords.any(fault.record, workspace)
      + " lacks \(names.joined(separator: ", ")), which is required"
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    let fields = missing(fault.record, workspace)
    guard let field = fields.first(where: { $0.isWritten(inNew: false) }) ?? fields.first else {
      return CheckRemedy("fill it in", edit: fault.record, [])
    }
    switch (fault.record.kind, field.name) {
    case (.flag, "likelihood"), (.flag, "impact"):
      return CheckRemedy(
        "rate it", FlagReassess.specification.name, on: fault.record,
        [.init("likelihood", "N"), .init("impact", "N"), .init("reason", "WHY")])
    case (.partner, "stage"):
      return CheckRemedy(
        "give it a stage", PartnerStage.specification.name, on: fault.record,
        [.init("stage", "STAGE"), .init("reason", "WHY")])
    default:
      return CheckRemedy(
        "fill it in", edit: fault.record, [.init(field.name, field.label.uppercased())])
    }
  }
}
