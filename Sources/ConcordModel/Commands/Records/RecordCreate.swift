/// Make a record of any kind from its fields.
package enum RecordCreate: Command {
  package static let specification = CommandSpecification(
    "record.create", "create", "Make a record", on: nil,
    [
      Parameter("kind", "Kind", .text, "Which kind", required: true),
      Parameter(
        "field", "Field", .text, "name=value, as often as needed", required: true, repeated: true),
    ])

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) {
    let kind = try input.required("kind")
    guard let schema = draft.workspace.fields.schema(named: kind) else {
      throw .invalid(
        parameter: "kind", value: kind,
        expected: "one of " + draft.workspace.fields.schemas.map(\.word).joined(separator: ", "))
    }
    var values: [String: FieldValue?] = [:]
    for text in input.texts("field") {
      let assignment = try FieldAssignment(
        text, isNew: true, schema: schema, workspace: draft.workspace, today: draft.context.today)
      values[assignment.field] = assignment.value
    }
    try RecordDefaults.complete(&values, schema: schema, draft.workspace, draft.context)
    draft.new(schema.kind, values)
  }
}
