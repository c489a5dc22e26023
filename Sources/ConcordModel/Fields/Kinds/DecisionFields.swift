extension Schema {
  /// Decisions on flags, findings, cases and tasks, in their order.
  package static let decision = Schema(
    .decision, word: "decision", plural: "decisions", title: "choice",
    columns: ["id", "at", "by", "choice", "subject", "until", "reason"],
    [
      Field(
        "subject", "Subject", .reference([.flag, .vettingCase, .task, .finding]),
        "What was decided", by: .command, required: true),
      Field(
        "choice", "Choice", .choice("decisions"), "What was chosen", by: .command, required: true),
      Field("by", "By", .text, "Author", by: .command, required: true, personal: true),
      Field("at", "At", .instant, "When", by: .command, required: true),
      Field("reason", "Reason", .note, "Why, or the evidence", by: .command),
      Field("details", "Details", .text, "Its answers in words", by: .command),
      Field("until", "Until", .day, "Its end or the day it comes back", by: .command),
    ])
}
