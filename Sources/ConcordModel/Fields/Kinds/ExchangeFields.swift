extension Schema {
  /// The ledger: what was given and received.
  package static let exchange = Schema(
    .exchange, word: "exchange", plural: "exchanges", title: "kind",
    columns: [
      "id", "date", "partner", "direction", "kind", "quantity", "worth", "mission", "note",
    ],
    [
      Field("partner", "Partner", .reference([.partner]), "With whom", required: true),
      Field("date", "Date", .day, "When", required: true),
      Field(
        "direction", "Direction", .choice("directions"), "given or received, from our side",
        required: true),
      Field("kind", "Kind", .choice("exchange-kinds"), "What sort of thing", required: true),
      Field(
        "quantity", "Quantity", .integer(0...10_000_000_000, unit: ""),
        "How much, in the kind's unit: products, hours, US dollars …", required: true),
      Field(
        "points", "Points", .integer(0...1_000_000_000, unit: "points"),
        "Only where it is worth more or less than its kind says"),
      Field("mission", "Mission", .choice("missions"), "Mission area"),
      Field("note", "Note", .note, "Never classified text"),
      Field(
        derived: "worth", "Worth", .integer(0...10_000_000_000_000_000, unit: "points"),
        "Points as written, else by its kind and quantity, rounded"
      ) { .integer(Int64((Exchange($0, $1).centipoints + 50) / 100)) },
    ])
}
