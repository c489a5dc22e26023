/// A filter made ready for one kind of record and one state of the workspace.
package struct FilterPlan: Sendable {
  package typealias Test = @Sendable (Workspace, Int) -> Bool

  /// What is wrong with it; such terms hold back nothing.
  package let problems: [FilterProblem]
  private let tests: [Test]
  private let words: [FuzzyPattern]
  /// What a name must have for the words to fit.
  package let letters: LetterSet

  /// The name by which a filter of partners asks for those of a finding.
  package static let findingName = FieldTestCompiler.finding

  /// What a filter of a kind can ask by name: its fields, its id, and of partners their flags.
  package static func names(_ kind: RecordKind, in workspace: Workspace) -> [String] {
    workspace.fields[kind].fields.map(\.name) + FieldTestCompiler.extraNames(kind)
  }

  package init(_ filter: Filter, kind: RecordKind, in workspace: Workspace, me: RecordID?) {
    var problems = filter.problems
    var tests: [Test] = []
    var words: [FuzzyPattern] = []
    let compiler = FieldTestCompiler(kind: kind, workspace: workspace, me: me)
    for term in filter.terms {
      switch term {
      case .word(let word): words.append(FuzzyPattern(word, isPhrase: false))
      case .phrase(let phrase): words.append(FuzzyPattern(phrase, isPhrase: true))
      default:
        if let test = Self.compile(term, compiler, kind, &problems) { tests.append(test) }
      }
    }
    self.problems = problems
    self.tests = tests
    self.words = words
    letters = words.reduce(LetterSet()) { $0.union($1.letters) }
  }

  /// Whether it holds back anything.
  package var isEmpty: Bool { tests.isEmpty && words.isEmpty }

  /// Whether names are ranked by how well they match.
  package var ranks: Bool { !words.isEmpty }

  /// How well a row matches: nil not at all, smaller is better.
  package func rank(_ workspace: Workspace, _ kind: RecordKind, _ row: Int) -> Int? {
    for test in tests where !test(workspace, row) { return nil }
    guard !words.isEmpty else { return 0 }
    if kind == .partner, !workspace.names.holds(letters, row: row) { return nil }
    return Self.withName(workspace, kind, row) { rank(name: $0) }
  }

  /// Whether nothing but a record's name matters.
  package var isOnlyWords: Bool { tests.isEmpty && !words.isEmpty }

  /// How well a name matches the words.
  package func rank(name: UnsafeBufferPointer<UInt8>) -> Int? {
    var worst = 0
    for word in words {
      guard let rank = word.rank(in: name) else { return nil }
      worst = max(worst, rank)
    }
    return worst
  }

  private static func withName<Result>(
    _ workspace: Workspace, _ kind: RecordKind, _ row: Int,
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if kind == .partner { return workspace.names.withName(row: row, body) }
    var text = NameFold.fold(workspace.title(kind, row: row))
    func append(_ partner: Int) {
      text += "\n"
      text += workspace.names.withName(row: partner) { String(decoding: $0, as: UTF8.self) }
    }
    // Nearly all records have one partner or none: no list is made for them.
    if let partner = workspace.partnerRow(of: kind, row: row) {
      append(partner)
    } else {
      workspace.partnerRows(of: kind, row: row).forEach(append)
    }
    return text.withUTF8(body)
  }

  private static func compile(
    _ term: Filter.Term, _ compiler: FieldTestCompiler, _ kind: RecordKind,
    _ problems: inout [FilterProblem]
  ) -> Test? {
    switch term {
    case .word(let word):
      let pattern = FuzzyPattern(word, isPhrase: false)
      return { workspace, row in
        withName(workspace, kind, row) { pattern.rank(in: $0) } != nil
      }
    case .phrase(let phrase):
      let pattern = FuzzyPattern(phrase, isPhrase: true)
      return { workspace, row in
        withName(workspace, kind, row) { pattern.rank(in: $0) } != nil
      }
    case .not(let inner):
      guard let test = compile(inner, compiler, kind, &problems) else { return nil }
      return { !test($0, $1) }
    case .any(let parts):
      let tests = parts.compactMap { compile($0, compiler, kind, &problems) }
      guard !tests.isEmpty else { return nil }
      return { workspace, row in tests.contains { $0(workspace, row) } }
    case .field(let name, let comparison, let value):
      do {
        return try compiler.test(name, comparison, value)
      } catch {
        problems.append(error)
        return nil
      }
    }
  }
}
