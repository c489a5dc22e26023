/// Why a command was refused. It carries the data; `sentence` is the one place that makes words of it.
public enum CommandError: Error, Hashable, Sendable {
  /// No such command.
  case unknownCommand(String)
  /// A needed answer is missing (or blank).
  case missing(parameter: String, command: String)
  /// An answer that the command does not ask for.
  case unknownParameter(String, command: String, known: [String])
  /// An answer that does not fit.
  case invalid(parameter: String, value: String, expected: String)
  /// No record of that id or name.
  case unknownRecord(String)
  /// An id's beginning that fits several records.
  case ambiguous(String, candidates: [String])
  /// A record of another kind was expected.
  case wrongKind(RecordID, expected: String)
  /// The command needs something to act on.
  case noSubject(command: String)
  /// It cannot act on that record now.
  case obstacle(RecordID?, Obstacle)
  /// A person who is not on record.
  case unknownPerson(String, known: [String])
  /// A field that the kind does not have, or that only commands write.
  case field(String, kind: String, reason: String)
  /// A policy or a catalogue that cannot hold: file, line and what would be right.
  case policy(String)
  /// Nothing would change.
  case nothingToDo(String)

  /// What happened and what to do, in a sentence.
  public var sentence: String {
    switch self {
    case .unknownCommand(let name): return "there is no command \(name)"
    case .missing(let parameter, let command):
      return "\(command) needs --\(parameter): it may not be blank"
    case .unknownParameter(let name, let command, let known):
      return "\(command) has no --\(name); it takes "
        + known.map { "--\($0)" }.joined(separator: ", ")
    case .invalid(let parameter, let value, let expected):
      return "\(parameter) is “\(value)”: expected \(expected)"
    case .unknownRecord(let text): return "no record is called “\(text)”"
    case .ambiguous(let text, let candidates):
      return "“\(text)” may be \(candidates.joined(separator: ", ")): type more of the id"
    case .wrongKind(let id, let expected): return "\(id.text) is not \(Text.withArticle(expected))"
    case .noSubject(let command): return "\(command) needs a record to act on"
    case .obstacle(let id, let obstacle):
      return (id.map { "\($0.text): " } ?? "") + obstacle.sentence
    case .unknownPerson(let name, let known):
      let list = known.isEmpty ? "nobody" : known.joined(separator: ", ")
      return "nobody on record is called “\(name)” (on record: \(list)); "
        + "make the person with: concord create person --handle HANDLE --name NAME"
    case .field(let name, let kind, let reason):
      return "field \(name) of \(Text.withArticle(kind)): \(reason)"
    case .policy(let why): return why
    case .nothingToDo(let why): return why
    }
  }
}
