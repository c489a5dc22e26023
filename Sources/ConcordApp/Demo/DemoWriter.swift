import ConcordModel
import ConcordStore

/// Writes the demo's steps into a store: each by itself, or, in a very large office, those of one
/// person and day as one transaction.
struct DemoWriter {
  private let store: Store
  private let scribe: DemoScribe
  private let seed: UInt64
  private let progress: ProgressLine
  private var plan: DemoPlan
  private var pending: [(step: DemoStep, invocation: Invocation)] = []
  private var busy: Set<Int32> = []
  private var turned: Day?

  init(_ store: Store, _ plan: DemoPlan, progress: ProgressLine) {
    self.store = store
    self.plan = plan
    self.progress = progress
    seed = plan.seed
    scribe = DemoScribe(
      data: plan.data, cast: plan.cast, calendar: plan.calendar, catalogues: plan.catalogues,
      seed: plan.seed)
  }

  /// Writes everything.
  mutating func write() throws(CommandLineFailure) {
    try writePeople()
    let steps = ordered()
    for (number, step) in steps.enumerated() {
      if mustFlush(step) { try flush() }
      guard let invocation = scribe.invocation(step, number: number, plan.partners) else {
        continue
      }
      pending.append((step, invocation))
      busy.insert(step.partner)
      if case .link(let other) = step.act { busy.insert(other) }
      progress.show(Progress("making the demo", done: number + 1, total: steps.count))
    }
    try flush()
  }

  /// In the order of time; in a large office by person within a day, so that much goes into one
  /// transaction.
  private mutating func ordered() -> [DemoStep] {
    let isDetailed = plan.isDetailed
    var steps: [DemoStep] = []
    swap(&steps, &plan.steps)
    func key(_ step: DemoStep) -> (Int, Int, Int, Int) {
      isDetailed
        ? (Int(step.day), Int(step.minute), Int(step.partner), Int(step.wave))
        : (Int(step.day), Int(step.wave), Int(step.author), Int(step.minute))
    }
    steps.sort { key($0) < key($1) }
    return steps
  }

  /// What stands in one transaction is one person's on one day, and no step of it depends on another.
  private func mustFlush(_ step: DemoStep) -> Bool {
    guard let last = pending.last?.step else { return false }
    if plan.isDetailed || pending.count >= Self.most { return true }
    if step.day != last.day || step.author != last.author { return true }
    if case .link(let other) = step.act, busy.contains(other) { return true }
    return busy.contains(step.partner)
  }

  /// So many commands make a transaction at most: a few MiB of lines.
  private static let most = 2_000

  // MARK: Transactions

  private mutating func writePeople() throws(CommandLineFailure) {
    let first = plan.calendar.instant(0, minute: 0, second: 0)
    var operations: [Operation] = []
    let occasion = occasion(author: DemoCast.me, at: first)
    do {
      try store.commit("record.create", occasion) { workspace, context throws(CommandError) in
        var ids = context.ids
        for member in plan.cast.members {
          var invocation = Invocation("record.create")
          var fields = [
            "handle=\(member.person.handle)", "name=\(member.person.name)",
            "accounts=\(member.account)", "roles=\(member.person.roles.joined(separator: ","))",
          ]
          if !member.person.tiers.isEmpty {
            fields.append("tiers=\(member.person.tiers.joined(separator: ","))")
          }
          invocation.answers = ["kind": ["person"], "field": fields]
          operations += try CommandCatalogue.operations(
            invocation, in: workspace,
            context: Self.with(context, .seeded(ids.next64(), position: 0)))
        }
        return operations
      }
    } catch {
      throw CommandLineFailure(error)
    }
  }

  private mutating func flush() throws(CommandLineFailure) {
    guard let first = pending.first else { return }
    let items = pending
    pending.removeAll(keepingCapacity: true)
    busy.removeAll(keepingCapacity: true)
    let day = plan.calendar[Int(first.step.day)]
    if day != turned {
      store.turn(to: day)
      turned = day
    }
    let when = plan.calendar.instant(
      Int(first.step.day), minute: Int(first.step.minute), second: Int(first.step.partner % 60))
    var made: [[Operation]] = []
    let name =
      items.allSatisfy { $0.invocation.command == first.invocation.command }
      ? first.invocation.command : "demo"
    do {
      try store.commit(name, occasion(author: Int(first.step.author), at: when)) {
        workspace, context throws(CommandError) in
        var ids = context.ids
        var all: [Operation] = []
        for (place, item) in items.enumerated() {
          // Each command's ids come from dice of their own.
          let source = IDSource.seeded(ids.next64(), position: UInt64(place))
          let operations = try CommandCatalogue.operations(
            item.invocation, in: workspace, context: Self.with(context, source))
          made.append(operations)
          all += operations
        }
        return all
      }
    } catch {
      throw CommandLineFailure(
        .failed, "the demo could not be made (\(first.invocation.command)): \(error.sentence)")
    }
    for (item, operations) in zip(items, made) { note(operations, item.step) }
  }

  private static func with(_ context: CommandContext, _ ids: IDSource) -> CommandContext {
    var context = context
    context.ids = ids
    return context
  }

  private func occasion(author: Int, at instant: Instant) -> Occasion {
    let member = plan.cast[author]
    return Occasion(
      author: member.person.handle, account: member.account, now: instant, today: instant.day(),
      seed: seed)
  }

  /// Remembers the ids of what was made.
  private mutating func note(_ operations: [Operation], _ step: DemoStep) {
    let place = Int(step.partner)
    if case .openCase = step.act { plan.partners[place].tasks = [] }
    for operation in operations {
      guard case .new(let id, _, _) = operation else { continue }
      switch (step.act, id.kind) {
      case (.create, .partner): plan.partners[place].id = id
      case (.openCase, .vettingCase): plan.partners[place].caseID = id
      case (.openCase, .task): plan.partners[place].tasks.append(id)
      case (.raise(let flag), .flag): plan.partners[place].flags[Int(flag)].id = id
      case (.decide(let flag, _), .treatment):
        plan.partners[place].flags[Int(flag)].treatments.append(id)
      default: break
      }
    }
  }
}
