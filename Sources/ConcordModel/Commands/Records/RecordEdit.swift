/// Change fields of a record; a blank value clears, `+x` and `-x` put into and take out of a set.
package enum RecordEdit: Command {
  package static let specification = CommandSpecification(
    "record.edit", "edit", "Change fields of a record", on: nil,
    [
      Parameter(
        "field", "Field", .text, "name=value, as often as needed", required: true, repeated: true),
      Parameter("reason", "Reason", .note, "Why"),
    ])

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) {
    guard !input.subjects.isEmpty else { throw .noSubject(command: specification.name) }
    for subject in input.subjects {
      let schema = draft.workspace.fields[subject.kind]
      for text in input.texts("field") {
        let change = try FieldAssignment(
          text, schema: schema, workspace: draft.workspace, today: draft.context.today)
        if let element = change.added {
          draft.add(subject, change.field, element)
        } else if let element = change.taken {
          if schema.field(change.field)?.isRequired == true,
            draft.workspace.value(subject, change.field) == .texts([element])
          {
            throw .field(
              change.field, kind: schema.word, reason: "it is required, and may not be blank")
          }
          draft.take(subject, change.field, element)
        } else if case .texts(let wanted) = change.value {
          Self.replace(&draft, subject, change.field, with: wanted)
        } else if change.value == nil, schema.field(change.field)?.isRequired == true {
          throw .missing(parameter: change.field, command: specification.name)
        } else if change.value == nil, schema.field(change.field)?.type.isSet == true {
          Self.replace(&draft, subject, change.field, with: [])
        } else {
          draft.set(subject, change.field, change.value)
          if subject.kind == .partner, change.field == "kind",
            case .text(let key)? = change.value,
            let fixed = draft.workspace.catalogues.classKey(ofKind: key)
          {
            draft.set(subject, "class", .text(fixed))
          }
        }
      }
    }
    if let reason = input.text("reason"), !draft.isEmpty { draft.why(reason) }
  }

  private static func replace(
    _ draft: inout Draft, _ subject: RecordID, _ field: String, with wanted: [String]
  ) {
    var current: [String] = []
    if case .texts(let elements) = draft.workspace.value(subject, field) { current = elements }
    for element in current where !wanted.contains(element) { draft.take(subject, field, element) }
    for element in wanted { draft.add(subject, field, element) }
  }
}
