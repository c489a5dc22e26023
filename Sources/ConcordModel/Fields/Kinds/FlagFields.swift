extension Schema {
  /// Risk flags: what may go wrong with a partner.
  package static let flag = Schema(
    .flag, word: "flag", plural: "flags", title: "title",
    columns: ["id", "level", "score", "title", "partner", "category", "status", "owner", "until"],
    [
      Field("partner", "Partner", .reference([.partner]), "Whom it is about", required: true),
      Field(
        "category", "Category", .choice("categories"), "One of the five categories", required: true),
      Field("title", "Title", .text, "What may go wrong, in a line", required: true),
      Field("explanation", "Explanation", .note, "Why: the facts in a sentence or two"),
      Field("source", "Source", .choice("flag-sources"), "Who found it", by: .command),
      Field("rule", "Rule", .text, "The rule that raised it", by: .command),
      Field("subject", "Subject", .text, "What the rule looked at", by: .command),
      Field("facts", "Facts", .text, "Digest of the facts the rule saw", by: .command),
      Field("evidence", "Evidence", .note, "Link, date, document reference"),
      Field(
        "likelihood", "Likelihood", .integer(1...5, unit: ""),
        "Inherent, 1 very low to 5 very high", by: .maker, required: true),
      Field(
        "impact", "Impact", .integer(1...5, unit: ""), "Inherent, 1 very low to 5 very high",
        by: .maker, required: true),
      Field("target-likelihood", "Target likelihood", .integer(1...5, unit: ""), "Where to be"),
      Field("target-impact", "Target impact", .integer(1...5, unit: ""), "Where to be"),
      Field(
        "status", "Status", .choice("flag-statuses"), "Open, treating, accepted …", by: .command),
      Field("rated-by-rule", "Rated by rule", .truth, "No person has rated it yet", by: .command),
      Field(
        "closed-by-rule", "Closed by rule", .truth, "Its cause was gone; it opens again with it",
        by: .command),
      Field("owner", "Owner", .reference([.person]), "Who answers for it", personal: true),
      Field("due", "Due", .day, "When the treatment is due"),
      Field(
        "until", "Until", .day, "When an acceptance, snooze or escalation comes back", by: .command),
      Field(
        "escalated-to", "Escalated to", .reference([.person]), "Who decides instead", by: .command),
      Field("transferred-to", "Transferred to", .text, "Who carries the risk", by: .command),
      Field("reference", "Reference", .text, "Agreement or insurance reference", by: .command),
      Field(
        "decided-likelihood", "Decided at likelihood", .integer(1...5, unit: ""),
        "Residual likelihood when it was last decided", by: .command),
      Field(
        "decided-impact", "Decided at impact", .integer(1...5, unit: ""),
        "Residual impact when it was last decided", by: .command),
      Field("raised", "Raised", .instant, "When it was raised", by: .command),
      Field("decided", "Decided", .instant, "When it was last decided", by: .command),
      Field(derived: "level", "Level", .level, "Residual level") { workspace, row in
        workspace.flagFigure(row: row).map { .integer(Int64($0.residualLevel.rawValue)) }
      },
      Field(derived: "score", "Score", .integer(0...100, unit: ""), "Residual score") {
        workspace, row in
        workspace.flagFigure(row: row).map { .integer(Int64($0.shownScore)) }
      },
      Field(derived: "inherent", "Inherent", .level, "Inherent level") { workspace, row in
        workspace.flagFigure(row: row).map { .integer(Int64($0.inherentLevel.rawValue)) }
      },
      Field(derived: "target", "Target", .level, "Target level; none where nobody set one") {
        workspace, row in
        workspace.flagFigure(row: row)?.target.map {
          .integer(Int64(workspace.policy.level($0).rawValue))
        }
      },
      Field(
        derived: "residual-likelihood", "Residual likelihood", .integer(1...5, unit: ""),
        "After the treatments in force"
      ) { workspace, row in
        workspace.flagFigure(row: row).map { .integer(Int64($0.residual.likelihood)) }
      },
      Field(
        derived: "residual-impact", "Residual impact", .integer(1...5, unit: ""),
        "After the treatments in force"
      ) { workspace, row in
        workspace.flagFigure(row: row).map { .integer(Int64($0.residual.impact)) }
      },
      Field(
        derived: "waits", "Waits", .text,
        "Why it waits for a decision: open, escalated, back, overdue or rating-rose; none where it does not"
      ) { workspace, row in
        TriageQueue.Reason.whoever(row: row, workspace).map { .text($0.key) }
      },
      Field(derived: "live", "Live", .truth, "Counts in the roll-up") { workspace, row in
        workspace.flagFigure(row: row).map { .truth($0.isLive) }
      },
    ])
}
