extension Schema {
  /// Access facts: what sharing and insider rules read, and nothing else.
  package static let accessFact = Schema(
    .accessFact, word: "access-fact", plural: "access-facts", title: "kind",
    columns: ["id", "partner", "kind", "scope", "from", "until", "checked-by"],
    [
      Field("partner", "Partner", .reference([.partner]), "Of whom it is true", required: true),
      Field(
        "kind", "Kind", .choice("access-facts"), "channel, clearance, screening …", required: true),
      Field("scope", "Scope", .text, "What it reaches: system, place, people, item"),
      Field("evidence", "Evidence", .note, "Link, date, document reference"),
      Field(
        "checked-by", "Checked by", .reference([.person]), "Who saw the evidence", personal: true),
      Field("from", "From", .day, "Since when", required: true),
      Field("until", "Until", .day, "The last day that it holds; blank where it has no end"),
      Field(derived: "in-force", "In force", .truth, "It holds today") {
        .truth(AccessFact($0, $1).isInForce(on: $0.today))
      },
    ])
}
