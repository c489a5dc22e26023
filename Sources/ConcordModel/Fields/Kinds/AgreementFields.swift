extension Schema {
  /// Agreements: what is agreed with partners in writing, and what it covers.
  package static let agreement = Schema(
    .agreement, word: "agreement", plural: "agreements", title: "title",
    columns: ["id", "type", "title", "partners", "state", "effective", "ends"],
    [
      Field(
        "partners", "Partners", .references([.partner]), "With whom; several divided by commas",
        required: true),
      Field("type", "Type", .choice("agreement-types"), "MOU, MOA, DSA, NDA …", required: true),
      Field("title", "Title", .text, "What people call it", required: true),
      Field("purpose", "Purpose", .note, "What it is for"),
      Field(
        "state", "State", .choice("agreement-states"), "draft, legal-review … in-force, expired",
        required: true),
      Field("signed", "Signed", .day, "When the last party signed"),
      Field("effective", "Effective", .day, "When it begins to bind"),
      Field("ends", "Ends", .day, "The last day of its term; blank where it has none"),
      Field("auto-renewal", "Auto-renewal", .truth, "Whether it goes on after its end by itself"),
      Field("counsel-reviewed", "Counsel's review", .day, "When counsel reviewed it"),
      Field(
        "counsel", "Counsel", .reference([.person]), "Who reviewed it for the law", personal: true),
      Field(
        "data-categories", "Data", .choices("data-categories"), "Categories of data it covers"),
      Field("markings", "Markings", .choices("markings"), "Markings that it covers"),
      Field(
        "directions", "Directions", .choices("directions"), "given, received or both, from our side"
      ),
      Field("purposes", "Purposes", .choices("purposes"), "What the data may be used for"),
      Field("retention", "Retention", .text, "How long data may be kept, and then what"),
      Field(
        "onward-sharing", "Onward sharing", .choice("onward-sharing"),
        "Whether a receiver may pass it on"),
      Field(
        "breach-hours", "Breach notice", .integer(0...8_760, unit: "hours"),
        "Hours in which a breach is to be notified"),
      Field("covers-operations", "Joint operations", .truth, "Whether it covers joint operations"),
      Field("roles", "Roles", .note, "Who does what"),
      Field("oversight", "Oversight body", .text, "Who watches over it"),
      Field(
        "exercise-months", "Exercise every", .integer(1...120, unit: "months"),
        "Months between joint exercises, where that is agreed"),
      Field("exit", "Exit terms", .note, "How either side leaves it, and what becomes of the data"),
      Field("document", "Document", .text, "Reference of the signed paper, or where it is held"),
      Field("note", "Note", .note, "Never classified text"),
      Field(derived: "in-force", "In force", .truth, "Its state and its dates say so, today") {
        .truth(Agreement($0, $1).isInForce(on: $0.today))
      },
    ])
}
