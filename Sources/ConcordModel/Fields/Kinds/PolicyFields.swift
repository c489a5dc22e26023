extension Schema {
  /// The office's own policy and catalogues, in the place of those that ship.
  package static let policy = Schema(
    .policy, word: "policy", plural: "policies", title: "name", columns: ["id", "name"],
    [
      Field(
        "name", "Name", .text, "policy, or a catalogue such as kinds", by: .command, required: true),
      Field(
        "text", "Text", .note, "The whole file as JSON: concord policy show lays it out",
        by: .command, required: true),
    ])
}
