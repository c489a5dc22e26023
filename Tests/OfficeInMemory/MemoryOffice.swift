import ConcordModel

/// An office without a disk: commands are checked and applied as the store would, with a clock that
/// stands still and ids from a seed.
package struct MemoryOffice: Sendable {
  package internal(set) var workspace: Workspace
  private var line: Int64 = 0
  package var author: String
  package var now: Instant

  /// The day on which its clock stands.
  package static let today = Day(year: 2026, month: 11, day: 21) ?? Day(number: 0)

  package init(author: String = "a.chen") {
    workspace = Workspace(
      office: Office(name: "Gulf Region Partnership Office", zone: "UTC"), today: Self.today)
    self.author = author
    now = Instant(milliseconds: Int64(Self.today.number) * 86_400_000 + 14 * 3_600_000)
  }

  /// Goes back to how it was; its version goes on, as a store's does.
  package mutating func takeBack(to before: MemoryOffice) {
    let seen = workspace.version
    self = before
    workspace.version = seen + 1
  }

  /// Somebody else's line comes in, with whatever it says.
  package mutating func fold(_ operation: Operation, line: LineID, time: Int64) {
    workspace.fold(operation, line: line, time: time)
    workspace.finishChange()
  }

  /// Runs a command.
  @discardableResult
  package mutating func run(_ invocation: Invocation) throws -> Transaction {
    let context = nextContext()
    let operations = RuleRun.extended(
      try CommandCatalogue.operations(invocation, in: workspace, context: context), in: workspace,
      context)
    return apply(operations, invocation.command, context)
  }

  /// Lets its clock go to a day, and the rules do what they do then; gives how many operations that
  /// were.
  @discardableResult
  package mutating func turn(to day: Day) -> Int {
    now = Instant(milliseconds: Int64(day.number) * 86_400_000 + 14 * 3_600_000)
    workspace.today = day
    let context = nextContext()
    let operations = RuleRun.daily(workspace, context).operations
    apply(operations, RuleRun.command, context)
    return operations.count
  }

  /// What the rules would still do if they ran on the whole office now: nothing, if every change was
  /// judged when it was made.
  package func leftToRules() -> [Operation] {
    var office = self
    return RuleRun.daily(workspace, office.nextContext()).operations
  }

  private mutating func nextContext() -> CommandContext {
    line += 1
    return CommandContext(
      now: now, today: now.day(), author: author, account: "\(author)@test",
      ids: .seeded(7, position: UInt64(line)))
  }

  @discardableResult
  private mutating func apply(
    _ operations: [Operation], _ command: String, _ context: CommandContext
  ) -> Transaction {
    let id = LineID("TEST", line)
    let transaction = Transaction(
      id: id, first: id, time: now.milliseconds + line, wallTime: now.milliseconds, author: author,
      account: context.account, command: command, undoes: nil,
      steps: operations.map { Transaction.Step(id, $0) })
    workspace.apply(transaction)
    return transaction
  }

  /// Applies operations as they come, without a look at them.
  package mutating func apply(_ operations: [Operation]) {
    line += 1
    let id = LineID("TEST", line)
    workspace.apply(
      Transaction(
        id: id, first: id, time: now.milliseconds + line, wallTime: now.milliseconds,
        author: author, account: "\(author)@test", command: "test", undoes: nil,
        steps: operations.map { Transaction.Step(id, $0) }))
  }

  /// Makes a record and gives its id.
  package mutating func make(_ kind: String, _ fields: String...) throws -> RecordID {
    var invocation = Invocation("record.create")
    invocation.answers = ["kind": [kind], "field": fields]
    let made = try run(invocation)
    let id = made.records.first
    guard let id else { throw CommandError.unknownRecord(kind) }
    return id
  }

  /// Raises a flag and gives its id.
  package mutating func flag(
    _ partner: RecordID, _ category: String, _ title: String, _ likelihood: Int, _ impact: Int,
    _ more: [String: String] = [:]
  ) throws -> RecordID {
    var answers = [
      "category": category, "title": title, "likelihood": String(likelihood),
      "impact": String(impact),
    ]
    answers.merge(more) { $1 }
    let made = try run(Invocation("flag.add", on: [partner], answers))
    guard let id = made.records.first(where: { $0.kind == .flag }) else {
      throw CommandError.unknownRecord(title)
    }
    return id
  }
}
