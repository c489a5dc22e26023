/// Raise a flag on a partner.
package enum FlagAdd: Command {
  package static let specification = CommandSpecification(
    "flag.add", "raise a flag", "Put on record what may go wrong", on: .partner,
    [
      Parameter(
        "category", "Category", .choice("categories"),
        "security, insider, inequity, control or legal", required: true),
      Parameter("title", "Title", .text, "What may go wrong, in a line", required: true),
      Parameter(
        "likelihood", "Likelihood", .integer(1...5, unit: ""), "1 very low to 5 very high",
        required: true),
      Parameter(
        "impact", "Impact", .integer(1...5, unit: ""), "1 very low to 5 very high", required: true),
      Parameter("explanation", "Explanation", .note, "Why"),
      Parameter("evidence", "Evidence", .note, "Link, date, document reference"),
      Parameter("owner", "Owner", .reference([.person]), "Who answers for it"),
      Parameter(
        "target-likelihood", "Target likelihood", .integer(1...5, unit: ""), "Where to be"),
      Parameter("target-impact", "Target impact", .integer(1...5, unit: ""), "Where to be"),
    ])

  package static func fill(
    _ draft: inout Draft, from input: CommandInput
  ) throws(CommandError) {
    let category = try input.choice("category", of: "categories")
    let title = try input.required("title")
    let likelihood = try input.integer("likelihood", in: 1...5)
    let impact = try input.integer("impact", in: 1...5)
    let targetLikelihood = try input.integer("target-likelihood", in: 1...5)
    let targetImpact = try input.integer("target-impact", in: 1...5)
    let owner = try input.person("owner", &draft)
    let number = { (value: Int?) in value.map { FieldValue.integer(Int64($0)) } }
    for subject in input.subjects {
      draft.new(
        .flag,
        [
          "partner": .text(subject.text), "category": category.map { .text($0) },
          "title": .text(title), "likelihood": number(likelihood), "impact": number(impact),
          "explanation": input.text("explanation").map { .text($0) },
          "evidence": input.text("evidence").map { .text($0) },
          "owner": owner.map { .text($0.text) }, "target-likelihood": number(targetLikelihood),
          "target-impact": number(targetImpact), "source": .text("person"),
          "status": .text(FlagStatus.open.rawValue),
          "raised": .integer(draft.context.now.milliseconds),
        ])
    }
  }
}
