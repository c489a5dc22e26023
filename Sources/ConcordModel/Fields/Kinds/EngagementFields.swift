extension Schema {
  /// Contact with partners, and what was promised.
  package static let engagement = Schema(
    .engagement, word: "engagement", plural: "engagements", title: "topic",
    columns: ["id", "date", "partners", "topic", "commitments", "owner", "due"],
    [
      Field(
        "partners", "Partners", .references([.partner]), "With whom; several divided by commas",
        required: true),
      Field("date", "Date", .day, "When", required: true),
      Field("topic", "Topic", .text, "What it was about, in a line", required: true),
      Field("people", "People", .texts, "Who took part, as Name (role)", personal: true),
      Field("commitments", "Commitments", .note, "What was promised, by which side"),
      Field(
        "owner", "Owner", .reference([.person]), "Who keeps our side of it", personal: true),
      Field("due", "Due", .day, "When it is to be done"),
      Field("note", "Note", .note, "Never classified text"),
    ])
}
