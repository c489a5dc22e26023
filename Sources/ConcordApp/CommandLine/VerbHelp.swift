import ConcordModel

/// The help of subcommands whose options come from the tables.
enum VerbHelp {
  /// The verbs of a family.
  static func text(_ family: VerbFamily, extra: [(String, String)]) -> [String] {
    var rows = family.verbs.map { ($0.name, $0.specification.help) }
    rows += extra
    return [
      "OVERVIEW: \(family.abstract)", "", "USAGE: concord \(family.name) VERB …", "", "VERBS:",
    ]
      + aligned(rows)
      + ["", "  See concord \(family.name) VERB --help for what a verb takes."]
  }

  /// What a verb takes.
  static func text(_ family: String, _ verb: VerbFamily.Verb, in workspace: FieldTable) -> [String]
  {
    let specification = verb.specification
    let subject = specification.subject.map { workspace[$0].word.uppercased() + "…" }
    var usage = ["USAGE: concord", family, verb.name]
    if let subject { usage.append(subject) }
    usage += specification.parameters.filter(\.isRequired).filter { $0.standard == nil }
      .map { "--\($0.name) \(placeholder($0.type))" }
    usage.append("[options]")
    var lines = ["OVERVIEW: \(specification.help)", "", usage.joined(separator: " ")]
    if let kind = specification.subject {
      lines += [
        "",
        "  A \(workspace[kind].word) is named by any unique beginning of its id"
          + (kind == .partner ? ", or by its exact name" : "") + "; - reads them from stdin.",
      ]
    }
    lines += ["", "OPTIONS:"]
    lines += aligned(
      specification.parameters.map { parameter in
        ("--\(parameter.name) \(placeholder(parameter.type))", words(of: parameter))
      } + common)
    return lines
  }

  /// The fields that a kind takes in `create` and `edit`.
  static func text(_ command: String, _ schema: Schema, _ catalogues: Catalogues) -> [String] {
    let rows = schema.stored.filter { $0.writer == .person }.map { field in
      var words = field.help
      if let name = field.type.catalogue, catalogues.keys(name).count <= 40 {
        words += " (" + catalogues.keys(name).joined(separator: ", ") + ")"
      }
      if field.isRequired { words += "; required" }
      return ("--\(field.name) \(placeholder(field.type))", words)
    }
    let id = command == "create" ? "" : " ID"
    return [
      "USAGE: concord \(command) \(schema.word)\(id) [--field value]…", "", "OPTIONS:",
    ] + aligned(rows + [("--x.NAME <text>", "A field of your office's own")] + common)
  }

  private static let common = [
    ("--dry-run", "Show what would change, and change nothing"),
    ("--store <dir>", "The store's directory"),
    ("--readonly", "Write nothing"),
    ("-h, --help", "Show this"),
  ]

  private static func words(of parameter: Parameter) -> String {
    var words = parameter.help
    if let standard = parameter.standard { words += " (default: \(standard))" }
    if parameter.isRequired, parameter.standard == nil { words += "; required" }
    if parameter.isRepeated { words += "; may be given again" }
    return words
  }

  private static func placeholder(_ type: FieldType) -> String {
    switch type {
    case .text, .note: "<text>"
    case .day: "<day>"
    case .instant: "<moment>"
    case .integer(let range, _): "<\(range.lowerBound)-\(range.upperBound)>"
    case .truth: "<yes|no>"
    case .choice, .level: "<key>"
    case .reference: "<who>"
    case .references: "<who,…>"
    case .texts, .choices: "<a,b>"
    }
  }

  static func aligned(_ rows: [(String, String)]) -> [String] {
    let width = min(34, rows.map { $0.0.count }.max() ?? 0)
    return rows.map { name, words in
      let gap = name.count > width ? 1 : width - name.count + 2
      return "  " + name + String(repeating: " ", count: gap) + words
    }
  }
}
