extension Schema {
  /// Partners: who they are and how we stand with them.
  package static let partner = Schema(
    .partner, word: "partner", plural: "partners", title: "name",
    columns: ["name", "kind", "state", "tier", "stage", "risk", "flags", "due"],
    [
      Field("name", "Name", .text, "The official name", required: true),
      Field("aliases", "Aliases", .texts, "Other names and short forms"),
      Field("class", "Class", .choice("classes"), "Fixed by the kind", required: true),
      Field("kind", "Kind", .choice("kinds"), "What sort of body it is", required: true),
      Field("country", "Country", .choice("countries"), "ISO 3166-1 alpha-2 code"),
      Field("state", "State", .text, "US state or territory code, or a province"),
      Field("city", "City", .text, "Seat"),
      Field("region", "Region", .text, "Region that the office counts it to"),
      Field("identifiers", "Identifiers", .texts, "scheme:value, such as uei:ABC or ori:LA0360000"),
      Field("domains", "Domains", .texts, "Web domains"),
      Field("office", "Office", .choice("offices"), "Coordinating office"),
      Field(
        "owner", "Owner", .reference([.person]), "Who keeps the relationship", personal: true),
      Field("people", "People", .texts, "Contacts, as Name (role)", personal: true),
      Field("missions", "Missions", .choices("missions"), "Mission areas"),
      Field(
        "tier", "Tier", .integer(1...3, unit: ""),
        "How much depends on it: 1 most; none counts as 3"
      ),
      Field(
        "stage", "Stage", .choice("stages"), "prospect, vetting, active, suspended, ended",
        by: .command, required: true),
      Field("active-since", "Active since", .day, "When its duties began", by: .command),
      Field(
        "vetting-planned", "Vetting planned", .day,
        "When the first case of an adopted partner is due",
        by: .command),
      Field("tags", "Tags", .texts, "Free words"),
      Field("notes", "Notes", .note, "Never classified text"),
      Field(derived: "risk", "Risk", .level, "Worst residual level of its live flags") {
        $0.partnerFigure(row: $1).levelValue
      },
      Field(
        derived: "score", "Score", .integer(0...100, unit: ""),
        "Roll-up of its live flags, 0 to 100"
      ) { $0.partnerFigure(row: $1).shownScore.map { .integer(Int64($0)) } },
      Field(derived: "flags", "Flags", .integer(0...1_000_000, unit: ""), "Live flags") {
        .integer(Int64($0.partnerFigure(row: $1).liveFlags))
      },
      Field(derived: "due", "Due", .day, "The earliest open task or flag date") {
        $0.partnerFigure(row: $1).due.map { .text($0.text) }
      },
      Field(
        derived: "standing", "Standing", .choice("standings"), "Vetting: none, in force, stale …"
      ) { .text($0.standing(row: $1).key) },
      Field(derived: "assessed", "Assessed", .truth, "A person rated a flag, or a case was decided")
      {
        .truth($0.partnerFigure(row: $1).isAssessed)
      },
    ])
}
