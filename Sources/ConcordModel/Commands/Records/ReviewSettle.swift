/// Settle a pair of the review list: the same body, or different ones.
package enum ReviewSettle: Command {
  package static let specification = CommandSpecification(
    "review.settle", "same or different", "Settle a pair of the review list", on: .link,
    [
      Parameter("answer", "Answer", .text, "same or different", required: true),
      Parameter("reason", "Reason", .note, "Why"),
    ])

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) {
    let answer = try input.required("answer")
    guard answer == "same" || answer == "different" else {
      throw .invalid(parameter: "answer", value: answer, expected: "same or different")
    }
    for subject in input.subjects { draft.set(subject, "type", .text(answer)) }
    if let reason = input.text("reason"), !draft.isEmpty { draft.why(reason) }
  }
}
