/// What a new record gets by itself, and what it must have.
package enum RecordDefaults {
  /// Fills in what follows from the rest and checks that nothing required is missing.
  package static func complete(
    _ values: inout [String: FieldValue?], schema: Schema, _ workspace: Workspace,
    _ context: CommandContext
  ) throws(CommandError) {
    switch schema.kind {
    case .partner:
      if values["stage"] == nil { values["stage"] = .text("prospect") }
      if case .text(let kind)? = values["kind"] ?? nil,
        let fixed = workspace.catalogues.classKey(ofKind: kind)
      {
        values["class"] = .text(fixed)
      }
    case .flag:
      if values["status"] == nil { values["status"] = .text(FlagStatus.open.rawValue) }
      if values["source"] == nil { values["source"] = .text("person") }
      if values["raised"] == nil { values["raised"] = .integer(context.now.milliseconds) }
    case .vettingCase:
      if values["opened"] == nil { values["opened"] = .text(context.today.text) }
      if values["status"] == nil { values["status"] = .text("open") }
    case .task:
      if values["status"] == nil { values["status"] = .text("pending") }
    case .agreement:
      if values["state"] == nil { values["state"] = .text(Agreement.draft) }
    default: break
    }
    for field in schema.stored where field.isRequired && (values[field.name] ?? nil) == nil {
      throw .field(field.name, kind: schema.word, reason: "it is required, and may not be blank")
    }
  }

  /// Whether a person can make records of a kind from its fields alone.
  package static func canBeCreated(_ schema: Schema) -> Bool {
    let filled = filledIn(schema.kind)
    return schema.stored.contains { $0.isWritten(inNew: true) }
      && schema.stored.allSatisfy {
        !$0.isRequired || $0.isWritten(inNew: true) || filled.contains($0.name)
      }
  }

  /// The fields that a person has to give a new record: no command writes them, and nothing fills
  /// them in.
  package static func required(_ schema: Schema) -> [Field] {
    let filled = filledIn(schema.kind)
    return schema.stored.filter {
      $0.isRequired && $0.isWritten(inNew: true) && !filled.contains($0.name)
    }
  }

  /// The fields that ``complete(_:schema:_:_:)`` fills in.
  private static func filledIn(_ kind: RecordKind) -> Set<String> {
    switch kind {
    case .partner: ["class", "stage"]
    case .flag: ["status", "source", "raised"]
    case .vettingCase: ["opened", "status"]
    case .task: ["status"]
    case .agreement: ["state"]
    default: []
    }
  }
}
