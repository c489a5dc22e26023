/// Note: a sentence on the flag's record.
package enum FlagNote: Command {
  package static let specification = CommandSpecification(
    "flag.note", "note", "Put a sentence on its record", on: .flag,
    [Parameter("text", "Note", .note, "The sentence", required: true)])

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) {
    let text = try input.required("text")
    for subject in input.subjects {
      draft.decide(subject, "note", status: nil, reason: text)
    }
  }
}
