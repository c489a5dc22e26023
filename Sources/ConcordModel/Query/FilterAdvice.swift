/// What to try instead of a filter that lets nothing through.
public enum FilterAdvice {
  /// Rows that are looked at, at the most, to see whether anything has a value.
  private static let looked = 2_000
  /// Terms that are named at the most.
  private static let most = 3

  /// Where a filter's words are values of a field rather than names, the terms that look there, such
  /// as `kind:police`; else what words look for. Nil where the filter has no words.
  public static func sentence(
    _ filter: Filter, kind: RecordKind, in workspace: Workspace
  ) -> String? {
    guard !filter.words.isEmpty else { return nil }
    let found = terms(filter, kind: kind, in: workspace)
    return found.isEmpty
      ? "Words look for names; kind:police or state:TX look elsewhere."
      : "Words look for names. Do you mean \(found.joined(separator: " or "))?"
  }

  /// Terms of fields that the filter's words are values of.
  static func terms(_ filter: Filter, kind: RecordKind, in workspace: Workspace) -> [String] {
    var found: [String] = []
    for word in filter.words where word.utf8.count > 1 && !word.contains(" ") {
      let own = workspace.fields[kind].fields
      let partners = kind == .partner ? [] : workspace.fields[.partner].fields
      for field in own + partners.filter({ field in !own.contains { $0.name == field.name } }) {
        guard found.count < most else { return found }
        let term = field.name + ":" + word
        // A text is to be the word, not to hold it somewhere.
        let test = field.type.catalogue == nil ? field.name + "=" + word : term
        if mayHold(field, word, workspace), holds(test, kind, workspace) { found.append(term) }
      }
    }
    return found
  }

  private static func mayHold(_ field: Field, _ word: String, _ workspace: Workspace) -> Bool {
    switch field.type {
    case .choice(let name), .choices(let name):
      !workspace.catalogues.matching(word, in: name).isEmpty
    case .text: field.name != "name" && field.name != "title"
    default: false
    }
  }

  /// Whether one of the first rows has it.
  private static func holds(_ term: String, _ kind: RecordKind, _ workspace: Workspace) -> Bool {
    let plan = FilterPlan(Filter(term), kind: kind, in: workspace, me: nil)
    guard plan.problems.isEmpty else { return false }
    return workspace.rows(kind).prefix(looked).contains { plan.rank(workspace, kind, $0) != nil }
  }
}
