extension Schema {
  /// Incidents: breach, spill, misuse.
  package static let incident = Schema(
    .incident, word: "incident", plural: "incidents", title: "title",
    columns: ["id", "noticed", "partner", "kind", "title", "notified", "contained"],
    [
      Field("partner", "Partner", .reference([.partner]), "At whom", required: true),
      Field("kind", "Kind", .choice("incident-kinds"), "breach, spill or misuse", required: true),
      Field("title", "Title", .text, "What happened, in a line", required: true),
      Field("noticed", "Noticed", .instant, "When it was noticed", required: true),
      Field("notified", "Notified", .instant, "When those who must know were told"),
      Field("contained", "Contained", .instant, "When it could spread no further"),
      Field(
        "agreed-hours", "Agreed hours", .integer(0...8_760, unit: "hours"),
        "Hours from notice to notification, as agreed"),
      Field("flags", "Flags", .references([.flag]), "Flags that it is tied to"),
      Field("lessons", "Lessons", .note, "What was learned"),
      Field("note", "Note", .note, "Never classified text"),
      Field(derived: "open", "Open", .truth, "It is not contained") {
        .truth(Incident($0, $1).contained == nil)
      },
    ])
}
