import ConcordModel

/// What was typed after a subcommand whose options come from the table of commands.
package struct VerbCall: Sendable {
  package var words: [String] = []
  package var options: [(name: String, value: String)] = []
  package var common = CommonOptions()
  package var isDryRun = false
  package var wantsHelp = false

  package init(_ words: [String], common: CommonOptions = CommonOptions())
    throws(CommandLineFailure)
  {
    self.common = common
    let reader = try WordReader(words, switches: ["help", "dry-run", "readonly"])
    for part in reader.parts {
      switch part {
      case .word(let word): self.words.append(word)
      case .switched("help"): wantsHelp = true
      case .switched("dry-run"): isDryRun = true
      case .switched: self.common.isReadOnly = true
      case .option("store", let value): self.common.store = value
      case .option("as-of", let value): self.common.asOf = value
      case .option(let name, let value): options.append((name, value))
      }
    }
  }

  /// The options as answers to a command's parameters: only those that it has, and only repeated ones
  /// more than once.
  package func answers(
    to specification: CommandSpecification
  ) throws(CommandLineFailure) -> [String: [String]] {
    var answers: [String: [String]] = [:]
    for (name, value) in options {
      guard let parameter = specification.parameters.first(where: { $0.name == name }) else {
        throw CommandLineFailure(
          CommandError.unknownParameter(
            Text.visible(name), command: specification.name,
            known: specification.parameters.map(\.name)))
      }
      if !parameter.isRepeated, answers[name] != nil {
        throw CommandLineFailure(.usage, "--\(name) was given twice")
      }
      answers[name, default: []].append(value)
    }
    return answers
  }

  /// The options as `name=value` of a record's fields.
  package func assignments() throws(CommandLineFailure) -> [String] {
    options.map { $0.name == "field" ? $0.value : "\($0.name)=\($0.value)" }
  }

  /// The words from `place` on as ids or names; `-` reads them from standard input, one a line.
  package func subjects(from place: Int) -> [String] {
    var result: [String] = []
    for word in words.dropFirst(place) {
      guard word == "-" else {
        result.append(word)
        continue
      }
      while let line = readLine() {
        let trimmed = Text.trimmed(line)
        if !trimmed.isEmpty { result.append(trimmed) }
      }
    }
    return result
  }
}
