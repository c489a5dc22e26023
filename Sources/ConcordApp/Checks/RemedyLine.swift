import ConcordModel

/// What mends a finding, as it is typed: `concord flag accept F-4KX9 --until DAY --reason WHY`.
struct RemedyLine {
  private let workspace: Workspace
  private let shortID: (RecordID) -> String

  init(_ workspace: Workspace, shortID: @escaping (RecordID) -> String) {
    self.workspace = workspace
    self.shortID = shortID
  }

  func text(_ remedy: CheckRemedy) -> String {
    var words = ["concord"]
    var answers = remedy.answers
    let kind = remedy.subject?.kind
    switch remedy.command {
    case RecordVerb.edit.specification.name, RecordVerb.end.specification.name,
      RecordVerb.create.specification.name:
      words.append(String(remedy.command.drop { $0 != "." }.dropFirst()))
      if let kind { words.append(workspace.fields[kind].word) }
      if let place = answers.firstIndex(where: { $0.name == "kind" && kind == nil }) {
        words.append(answers.remove(at: place).value)
      }
    case ReviewSettle.specification.name:
      words.append("review")
      // The answer stands before the pair.
      words += answers.map(\.value)
      answers = []
    case RecordSettle.specification.name: words.append("settle")
    case PolicyImport.specification.name:
      words += ["policy", "import"] + answers.map(\.value)
      answers = []
    default:
      for family in [VerbFamily.flag, .vet] {
        guard let verb = family.verbs.first(where: { $0.specification.name == remedy.command })
        else { continue }
        words += [family.name, verb.name]
      }
    }
    if let subject = remedy.subject { words.append(shortID(subject)) }
    for answer in answers {
      words += ["--\(answer.name)", RecordID(answer.value).map(shortID) ?? answer.value]
    }
    return words.joined(separator: " ")
  }
}
