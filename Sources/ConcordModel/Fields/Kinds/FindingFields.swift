extension Schema {
  /// Findings: the flags that a rule would have raised by the dozen, held back as one record. Rules
  /// write them; a person's decision on one is a command of its own.
  package static let finding = Schema(
    .finding, word: "finding", plural: "findings", title: "rule",
    columns: ["id", "day", "rule", "state", "count", "until", "reason"],
    [
      Field("rule", "Rule", .text, "The rule that found it", by: .command, required: true),
      Field("day", "Day", .day, "When the rule ran", by: .command, required: true),
      Field(
        "state", "State", .choice("finding-states"), "open, raised, planned or silenced",
        by: .command, required: true),
      Field("partners", "Partners", .references([.partner]), "Whom it is about", by: .command),
      Field("tiers", "By tier", .note, "What was found, by tier, in words", by: .command),
      Field("reason", "Reason", .note, "Why it was raised, planned or silenced", by: .command),
      Field("plan-from", "Plan from", .day, "The first day of the planned dates", by: .command),
      Field("plan-until", "Plan until", .day, "The last day of the planned dates", by: .command),
      Field("until", "Until", .day, "When a silenced one comes back", by: .command),
      Field("decided", "Decided", .instant, "When a person decided on it", by: .command),
      Field(
        derived: "count", "Count", .integer(0...1_000_000, unit: ""),
        "How many partners; those apart that a later finding of the same rule speaks of"
      ) { .integer(Int64(Finding($0, $1).remaining.count)) },
    ])
}
