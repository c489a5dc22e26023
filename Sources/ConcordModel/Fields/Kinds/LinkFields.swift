extension Schema {
  /// Links between partners, the review list's pairs among them.
  package static let link = Schema(
    .link, word: "link", plural: "links", title: "type",
    columns: ["id", "from", "type", "to", "since", "until", "note"],
    [
      Field("from", "From", .reference([.partner]), "The one that is", required: true),
      Field("to", "To", .reference([.partner]), "The other", required: true),
      Field("type", "Type", .choice("link-kinds"), "member-of, hosts, owns …", required: true),
      Field("since", "Since", .day, "From"),
      Field("until", "Until", .day, "Until"),
      Field("note", "Note", .note, "Why, or what matched"),
    ])
}
