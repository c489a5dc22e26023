extension Schema {
  /// Joint training and exercises, after the Homeland Security Exercise and Evaluation Program.
  package static let exercise = Schema(
    .exercise, word: "exercise", plural: "exercises", title: "title",
    columns: ["id", "date", "kind", "title", "partners", "rating"],
    [
      Field(
        "partners", "Partners", .references([.partner]), "With whom; several divided by commas",
        required: true),
      Field("date", "Date", .day, "When", required: true),
      Field("kind", "Kind", .choice("exercise-kinds"), "seminar … full-scale", required: true),
      Field("title", "Title", .text, "What people call it", required: true),
      Field("agreement", "Agreement", .reference([.agreement]), "The agreement that asks for it"),
      Field(
        "rated-p", "Rated P", .texts, "Capabilities performed without challenges"),
      Field("rated-s", "Rated S", .texts, "Capabilities performed with some challenges"),
      Field("rated-m", "Rated M", .texts, "Capabilities performed with major challenges"),
      Field("rated-u", "Rated U", .texts, "Capabilities that could not be performed"),
      Field("actions", "Corrective actions", .note, "What is to be mended, by whom, by when"),
      Field("note", "Note", .note, "Never classified text"),
      Field(
        derived: "rating", "Rating", .choice("exercise-ratings"), "The worst of its capabilities"
      ) { Exercise($0, $1).rating.map { .text($0.rawValue) } },
    ])
}
