/// Take a record away: it stays in the journal, and undo brings it back. Partners and flags end by
/// commands of their own.
package enum RecordEnd: Command {
  package static let specification = CommandSpecification(
    "record.end", "end", "Take a record away; undo brings it back", on: nil, destroys: true,
    [Parameter("reason", "Reason", .note, "Why", required: true)])

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) {
    guard !input.subjects.isEmpty else { throw .noSubject(command: specification.name) }
    let reason = try input.required("reason")
    for subject in input.subjects {
      switch subject.kind {
      case .partner: draft.set(subject, "stage", .text("ended"))
      case .flag: draft.decide(subject, "close", status: .closed, reason: reason)
      default: draft.delete(subject)
      }
    }
    if let refusal = PolicyImport.refusal(draft.operations, in: draft.workspace) { throw refusal }
    draft.why(reason)
  }
}
