extension Schema {
  /// Vetting cases.
  package static let vettingCase = Schema(
    .vettingCase, word: "case", plural: "cases", title: "type",
    columns: ["id", "partner", "type", "opened", "due", "status", "outcome", "ends"],
    [
      Field("partner", "Partner", .reference([.partner]), "Who is vetted", required: true),
      Field("type", "Type", .choice("case-types"), "initial, periodic, for-cause or expedited"),
      Field("opened", "Opened", .day, "When it began", required: true),
      Field("due", "Due", .day, "When it is to be decided"),
      Field("status", "Status", .choice("case-statuses"), "open or decided", by: .command),
      Field(
        "outcome", "Outcome", .choice("case-outcomes"),
        "approved, approved-with-conditions, rejected",
        by: .command),
      Field("decided-on", "Decided on", .day, "When it was decided", by: .command),
      Field(
        "decided-by", "Decided by", .text, "Author of the decision", by: .command, personal: true),
      Field("ends", "Ends", .day, "When the decision runs out", by: .command),
      Field("conditions", "Conditions", .note, "What the approval hangs on", by: .command),
      Field("reason", "Reason", .note, "Why it was opened, or expedited"),
    ])

  /// Tasks of a vetting case.
  package static let task = Schema(
    .task, word: "task", plural: "tasks", title: "title",
    columns: ["id", "title", "partner", "criterion", "assignee", "due", "status"],
    [
      Field("case", "Case", .reference([.vettingCase]), "The case it belongs to", required: true),
      Field("partner", "Partner", .reference([.partner]), "Who is vetted", required: true),
      Field("title", "Title", .text, "What is to be done", required: true),
      Field("entry", "Checklist entry", .text, "Key in the checklist"),
      Field("criterion", "Criterion", .choice("criteria"), "What it speaks to"),
      Field(
        "mandatory", "Mandatory", .truth, "Whether the decision waits for it",
        by: .maker),
      Field("assignee", "Assignee", .reference([.person]), "Who does it", personal: true),
      Field("due", "Due", .day, "When it is to be done"),
      Field("status", "Status", .choice("task-statuses"), "pending, in-progress, passed …"),
      Field("evidence", "Evidence", .note, "Link, date, document reference"),
      Field("note", "Note", .note, "Never classified text"),
      Field("done-by", "Done by", .text, "Author who passed, failed or waived it", by: .command),
    ])
}
