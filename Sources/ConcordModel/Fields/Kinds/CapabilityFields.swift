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
      Field("alternative", "Alternative", .text, "Where else it could come from, if this one ends"),
      Field("notes", "Notes", .note, "Never classified text"),
    ])
}
