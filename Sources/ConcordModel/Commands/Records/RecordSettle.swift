/// Choose between values that people gave a field without knowing of each other.
package enum RecordSettle: Command {
  package static let specification = CommandSpecification(
    "record.settle", "settle", "Choose between values written at the same time", on: nil,
    [
      Parameter(
        "keep", "Keep", .text,
        "The number of the value that stays, as show lists them; field=number where several "
          + "fields are open",
        required: true),
      Parameter("reason", "Reason", .note, "Why"),
    ])

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) {
    guard !input.subjects.isEmpty else { throw .noSubject(command: specification.name) }
    let keep = try input.required("keep")
    for subject in input.subjects {
      let conflicts = draft.workspace.conflicts(subject)
      guard let first = conflicts.first else {
        throw .nothingToDo("\(subject.text): no field of it holds two values")
      }
      let parts = keep.split(separator: "=", maxSplits: 1).map { Text.trimmed($0) }
      let names = conflicts.map(\.name)
      func expected(_ what: String) -> CommandError {
        .invalid(parameter: "keep", value: keep, expected: what)
      }
      guard parts.count == 2 || conflicts.count == 1 else {
        throw expected(names.map { $0 + "=1" }.joined(separator: " or "))
      }
      let conflict = parts.count == 1 ? first : conflicts.first { $0.name == parts[0] }
      guard let conflict else {
        throw expected("a field out of " + names.joined(separator: ", "))
      }
      let most = conflict.choices.count
      guard let number = parts.last.flatMap({ Int($0) }), (1...most).contains(number) else {
        throw expected("a number from 1 to \(most) for \(conflict.name)")
      }
      draft.settle(conflict, conflict.choices[number - 1].value)
    }
    if let reason = input.text("reason"), !draft.isEmpty { draft.why(reason) }
  }
}
