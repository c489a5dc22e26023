extension Schema {
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
