extension Schema {
  /// Capabilities of partners.
  package static let capability = Schema(
    .capability, word: "capability", plural: "capabilities", title: "name",
    columns: ["id", "name", "partner", "mission", "region", "comparison", "needed"],
    [
      Field("partner", "Partner", .reference([.partner]), "Who has it", required: true),
      Field("name", "Name", .text, "What they can do", required: true),
      Field("mission", "Mission", .choice("missions"), "Mission area"),
      Field("region", "Region", .text, "Where"),
      Field(
        "comparison", "Comparison", .choice("comparisons"), "Ours: we cannot, less well, equal"),
      Field("needed", "Needed", .truth, "Whether we need it"),
      Field("notes", "Notes", .note, "Never classified text"),
    ])

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

  /// People of the office.
  package static let person = Schema(
    .person, word: "person", plural: "people", title: "name",
    columns: ["id", "handle", "name", "roles", "tiers"],
    [
      Field("handle", "Handle", .text, "The author name, such as m.ruiz", required: true),
      Field("name", "Name", .text, "As lists show it", required: true, personal: true),
      Field("accounts", "Accounts", .texts, "Operating-system accounts, as user@host"),
      Field("roles", "Roles", .choices("roles"), "counsel, approver, manager …"),
      Field(
        "tiers", "Tiers", .texts, "The tiers that an approver may approve"),
    ])
}
