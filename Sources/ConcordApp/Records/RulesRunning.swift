import ConcordModel

/// Lets the rules look at the day, as the dashboard does when it opens and at midnight:
/// `concord rules --run`.
public struct RulesRunning: Sendable {
  /// Whether nothing is written.
  public var isDryRun = false
  /// Whether what came of it is written as JSON.
  public var isJSON = false

  /// A look at the day.
  public init() {}

  /// Looks, writes what they found, and says it. Ids of new flags and findings go to standard output.
  public func run(_ common: CommonOptions) throws(CommandLineFailure) {
    let session = try common.session()
    let day = session.day
    guard !isDryRun else {
      try tell(RuleNews(day.operations))
      if !isJSON { try write(day.operations, session) }
      StandardOutput.say("dry run: nothing was changed")
      return
    }
    let made: Transaction?
    do {
      made = try session.store.commit(day, session.occasion)
    } catch {
      throw session.failure(error)
    }
    let operations = made?.steps.map(\.operation) ?? []
    try tell(RuleNews(operations))
    if !isJSON { try writeIDs(operations) }
    if let made {
      StandardOutput.say("saved \(session.clock.clock(made.instant)) as \(made.id)")
    }
    session.leaveCache()
  }

  private func tell(_ news: RuleNews) throws(CommandLineFailure) {
    guard isJSON else {
      return StandardOutput.say(news.sentence ?? "the rules of the day have nothing to say")
    }
    var output = StandardOutput.output
    try output.bytes(RulesDocument.news(news))
    try output.line()
    try output.flush()
  }

  private func writeIDs(_ operations: [Operation]) throws(CommandLineFailure) {
    var output = StandardOutput.output
    for case .new(let id, _, _) in operations where id.kind == .flag || id.kind == .finding {
      try output.line(id.text)
    }
    try output.flush()
  }

  private func write(
    _ operations: [Operation], _ session: Session
  ) throws(CommandLineFailure) {
    var output = StandardOutput.output
    for operation in operations {
      for line in OperationWords.lines(operation, session) { try output.line(line) }
    }
    try output.flush()
  }
}
