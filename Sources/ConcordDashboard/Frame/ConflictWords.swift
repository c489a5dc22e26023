import ConcordModel

/// Fields that people changed without knowing of each other's change, in words for a line.
struct ConflictWords {
  private let workspace: Workspace

  init(_ workspace: Workspace) { self.workspace = workspace }

  /// Each field with the values that stand beside its own.
  func lines(_ id: RecordID) -> [(name: String, text: String)] {
    let schema = workspace.fields[id.kind]
    return workspace.conflicts(id).map { conflict in
      let field = schema.field(conflict.field)
      let values = conflict.choices.map { choice in
        if conflict.element != nil { return choice.value == .truth(true) ? "in" : "out" }
        if conflict.field == "gone" { return choice.value == nil ? "there" : "taken away" }
        guard let value = choice.value else { return "none" }
        return FieldText.text(value, field?.type ?? .text, workspace)
      }
      let name = conflict.element.map { "\(field?.label ?? conflict.field) \($0)" }
      let others = values.dropFirst().map { "“\($0)”" }.joined(separator: " and ")
      return (
        name ?? field?.label ?? conflict.field,
        "“\(values[0])” stands, written at the same time as \(others): concord settle"
      )
    }
  }
}
