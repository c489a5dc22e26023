import ConcordModel

/// Fields that hold values written at the same time: listed, or settled. `concord settle`.
public struct ConflictSettling: Sendable {
  /// Any unique beginning of a record's id, a partner's exact name, or a person's handle; nil lists
  /// all records.
  public var record: String?
  /// Which value stays: its number, or `field=number`; nil lists them.
  public var keep: String?
  /// Why.
  public var reason: String?
  /// How a list is written.
  public var format = OutputFormat.table

  /// A list of all.
  public init() {}

  /// Writes the list, or makes the choice.
  public func run(_ common: CommonOptions) throws(CommandLineFailure) {
    let session = try common.session()
    let subjects = try record.map { record throws(CommandLineFailure) in
      try VerbProgram.find([record], kinds: [], session)
    }
    guard let keep else {
      guard reason == nil else {
        throw CommandLineFailure(.usage, "--reason goes with --keep")
      }
      return try list(subjects, session)
    }
    guard let subjects else {
      throw CommandLineFailure(.usage, "--keep needs the record: concord settle RECORD --keep 1")
    }
    var invocation = Invocation("record.settle")
    invocation.subjects = subjects
    invocation.answers["keep"] = [keep]
    if let reason { invocation.answers["reason"] = [reason] }
    try VerbProgram.run(invocation, try VerbCall([], common: common), session)
  }

  private func list(
    _ subjects: [RecordID]?, _ session: Session
  ) throws(CommandLineFailure) {
    let conflicts =
      subjects.map { $0.flatMap { session.workspace.conflicts($0) } }
      ?? session.workspace.conflicts
    var output = StandardOutput.output
    try ConflictDocument(session).write(conflicts, format, to: &output)
    try output.flush()
    if conflicts.isEmpty, format == .table {
      StandardOutput.say("no field holds values written at the same time")
    }
  }
}
