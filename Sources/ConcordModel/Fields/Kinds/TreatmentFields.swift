extension Schema {
  /// Treatments of a flag.
  package static let treatment = Schema(
    .treatment, word: "treatment", plural: "treatments", title: "name",
    columns: ["id", "name", "flag", "likelihood-effect", "impact-effect", "state", "owner", "due"],
    [
      Field("flag", "Flag", .reference([.flag]), "What it treats", required: true),
      Field("name", "Name", .text, "What is done", required: true),
      Field("entry", "Catalogue entry", .text, "Key in the catalogue of treatments"),
      Field(
        "likelihood-effect", "Likelihood effect", .integer(0...4, unit: "steps"),
        "Steps it takes off likelihood once in force"),
      Field(
        "impact-effect", "Impact effect", .integer(0...4, unit: "steps"),
        "Steps it takes off impact once in force"),
      Field(
        "state", "State", .choice("treatment-states"), "planned, in-force or withdrawn",
        required: true),
      Field("owner", "Owner", .reference([.person]), "Who sees to it", personal: true),
      Field("due", "Due", .day, "When it is to be in force"),
    ])
}
