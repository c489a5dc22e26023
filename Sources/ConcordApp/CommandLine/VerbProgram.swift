import ConcordDashboard
import ConcordModel

/// Runs subcommands that change records: whatever they may do stands in the tables of commands and
/// fields.
public enum VerbProgram {
  /// Runs `concord flag …` or `concord vet …`.
  public static func run(
    _ family: VerbFamily, _ words: [String], _ common: CommonOptions
  ) throws(CommandLineFailure) {
    let call = try VerbCall(words, common: common)
    guard let name = call.words.first else {
      try help(VerbHelp.text(family, extra: family.name == VerbFamily.vet.name ? [status] : []))
      if call.wantsHelp { return }
      throw CommandLineFailure(.usage, "concord \(family.name) needs a verb")
    }
    if family.name == VerbFamily.vet.name, name == status.0 {
      if call.wantsHelp { return try help(["USAGE: concord vet status [PARTNER…]"]) }
      guard call.options.isEmpty else {
        throw CommandLineFailure(.usage, "concord vet status takes partners and no options")
      }
      return try VettingStatus.write(call)
    }
    let verb = try family.verb(name)
    if call.wantsHelp { return try help(VerbHelp.text(family.name, verb, in: .standard)) }
    let answers = try call.answers(to: verb.specification)
    let session = try call.common.session()
    var invocation = Invocation(verb.specification.name)
    invocation.answers = answers
    if let kind = verb.specification.subject {
      invocation.subjects = try find(call.subjects(from: 1), kinds: [kind], session)
    }
    try run(invocation, call, session)
  }

  /// Runs `concord create`, `edit` or `end`.
  public static func run(
    record command: RecordVerb, _ words: [String], _ common: CommonOptions
  ) throws(CommandLineFailure) {
    let call = try VerbCall(words, common: common)
    guard let kind = call.words.first else {
      let kinds = FieldTable.standard.schemas.map(\.word).joined(separator: ", ")
      try help(["USAGE: \(command.usage)", "", "  KIND is one of \(kinds)."])
      if call.wantsHelp { return }
      throw CommandLineFailure(.usage, "concord \(command.rawValue) needs a kind")
    }
    guard let schema = FieldTable.standard.schema(named: kind) else {
      throw CommandLineFailure(RecordList.unknownKind(kind))
    }
    if call.wantsHelp {
      return try help(
        command == .end
          ? ["USAGE: \(command.usage)"] : VerbHelp.text(command.rawValue, schema, .standard))
    }
    var invocation = Invocation("record." + command.rawValue)
    let session: Session
    switch command {
    case .create:
      guard call.words.count == 1 else {
        throw CommandLineFailure(
          .usage, "concord create \(schema.word) takes fields as options: --name …")
      }
      invocation.answers = ["kind": [schema.word], "field": try call.assignments()]
      guard RecordDefaults.canBeCreated(schema) else {
        throw CommandLineFailure(
          .usage,
          "\(schema.plural) are made by commands and rules, not by hand: concord list "
            + schema.plural)
      }
      try checkRequired(schema, call)
      session = try call.common.session()
    case .edit:
      guard call.options.contains(where: { $0.name != "reason" || schema.field("reason") != nil })
      else {
        throw CommandLineFailure(
          .usage,
          "concord edit \(schema.word) needs a field to change: --\(schema.titleField) … "
            + "(concord edit \(schema.word) --help lists all)")
      }
      session = try call.common.session()
      invocation.subjects = try find(call.subjects(from: 1), kinds: [schema.kind], session)
      var fields = call
      fields.options.removeAll { $0.name == "reason" && schema.field("reason") == nil }
      invocation.answers = ["field": try fields.assignments()]
      if schema.field("reason") == nil, let why = call.options.last(where: { $0.name == "reason" })
      {
        invocation.answers["reason"] = [why.value]
      }
    case .end:
      invocation.answers = try call.answers(to: RecordVerb.end.specification)
      session = try call.common.session()
      invocation.subjects = try find(call.subjects(from: 1), kinds: [schema.kind], session)
    }
    try run(invocation, call, session)
  }

  /// Says which fields a new record needs, and how to give them.
  private static func checkRequired(
    _ schema: Schema, _ call: VerbCall
  ) throws(CommandLineFailure) {
    let given = Set(try call.assignments().map { Text.trimmed($0.prefix { $0 != "=" }) })
    let missing = RecordDefaults.required(schema).map(\.name).filter { !given.contains($0) }
    guard !missing.isEmpty else { return }
    let options = missing.map { "--\($0) …" }.joined(separator: " ")
    throw CommandLineFailure(
      .usage,
      "a new \(schema.word) needs \(missing.joined(separator: " and ")): "
        + "concord create \(schema.word) \(options) "
        + "(concord create \(schema.word) --help lists all fields)")
  }

  private static let status = ("status", "How partners stand with vetting, and their open tasks")

  private static func help(_ lines: [String]) throws(CommandLineFailure) {
    var output = StandardOutput.output
    for line in lines { try output.line(line) }
    try output.flush()
  }

  /// The records that people mean.
  package static func find(
    _ texts: [String], kinds: [RecordKind], _ session: Session
  ) throws(CommandLineFailure) -> [RecordID] {
    let workspace = session.workspace
    var found: [RecordID] = []
    for text in texts {
      switch workspace.find(text, kinds: kinds) {
      case .success(let id): if !found.contains(id) { found.append(id) }
      case .failure(let error): throw CommandLineFailure(error)
      }
    }
    return found
  }

  // MARK: Doing it

  /// Runs an invocation, or shows what it would change.
  package static func run(
    _ invocation: Invocation, _ call: VerbCall, _ session: Session
  ) throws(CommandLineFailure) {
    if call.isDryRun { return try preview(invocation, session) }
    let transaction: Transaction
    do {
      transaction = try session.run(invocation)
    } catch {
      throw session.failure(error)
    }
    try report(transaction, session)
  }

  /// Ids of new records on standard output, words about the change on standard error.
  package static func report(
    _ transaction: Transaction, _ session: Session
  ) throws(CommandLineFailure) {
    var output = StandardOutput.output
    for step in transaction.steps {
      guard case .new(let id, _, _) = step.operation, id.kind != .decision else { continue }
      try output.line(id.text)
    }
    try output.flush()
    let words = CommandWords.words(
      command: transaction.command, records: transaction.records, session.workspace)
    for step in transaction.steps {
      if let deed = RuleDeed(step.operation) { StandardOutput.say(deed.words(session)) }
    }
    StandardOutput.say(
      "\(words) · saved \(session.clock.clock(transaction.instant)) as \(transaction.id)")
    session.leaveCache()
  }

  private static func preview(
    _ invocation: Invocation, _ session: Session
  ) throws(CommandLineFailure) {
    let operations: [Operation]
    do {
      let context = session.previewContext
      // With what the rules make of it: they speak in the same change.
      operations = RuleRun.extended(
        try CommandCatalogue.operations(invocation, in: session.workspace, context: context),
        in: session.workspace, context)
    } catch {
      throw CommandLineFailure(error)
    }
    var output = StandardOutput.output
    for operation in operations {
      for line in OperationWords.lines(operation, session) { try output.line(line) }
    }
    try output.flush()
    StandardOutput.say("dry run: nothing was changed")
  }
}
