import ConcordCanvas
import ConcordDashboard
import ConcordModel

/// How long a decision takes from its last key until it is on disk and the next flag is drawn, how long
/// the rules look at a change, and at a whole day. Works in a copy of the store.
struct BenchTriage {
  let settings: Settings
  let runs: Int

  /// Decisions of a run.
  static let decisions = 20

  /// Takes the first treatment that fits, as the flag's row in the queue offers it.
  private static let keys: [Key] = [.character("m"), .character("1")]

  func measure() throws(CommandLineFailure) -> [BenchResult] {
    let copy = try PrivateCopy(of: settings.store)
    defer { copy.remove() }
    var own = settings
    own.store = copy.store
    own.isReadOnly = false
    let session = try copy.session(own)
    return try decide(session) + rules(session)
  }

  private func decide(_ session: Session) throws(CommandLineFailure) -> [BenchResult] {
    var options = DashboardProgram.Options()
    options.screen = TriageScreen.row.name
    var rehearsal = Rehearsal(
      session, options, UserSettings(), size: Size(width: 120, height: 40), mayWrite: true)
    rehearsal.prepare()
    var times: [Double] = []
    var made = 0
    for _ in 0..<runs * Self.decisions {
      for key in Self.keys.dropLast() { rehearsal.take(.key(key)) }
      _ = rehearsal.canvas
      let before = session.workspace.version
      times.append(
        BenchClock.milliseconds {
          if let key = Self.keys.last { rehearsal.take(.key(key)) }
          _ = rehearsal.canvas
        })
      // Only what was written between the two counts.
      made += session.workspace.version - before
    }
    guard made == times.count else {
      throw CommandLineFailure(
        .failed,
        "\(made) of \(times.count) decisions were made: the store has too few flags that wait for "
          + "\(settings.author) for the bench of triage (leave it out with --only)")
    }
    let result = BenchResult("decide, until the next flag", times)
    return [
      result, BenchResult("decide, 95 of 100 within", [result.value(below: 0.95)]),
    ]
  }

  /// Rules after a change that they have to look at: contact with an active partner.
  private func rules(_ session: Session) throws(CommandLineFailure) -> [BenchResult] {
    let workspace = session.workspace
    let partners = workspace.rows(.partner).lazy.map { Partner(workspace, $0) }
      .filter { RuleScope.isManaged($0.stage) }.prefix(runs * Self.decisions)
    var decisions: [Double] = []
    var contacts: [Double] = []
    let context = session.previewContext
    for partner in partners {
      var contact = Invocation("record.create")
      contact.answers = [
        "kind": ["engagement"],
        "field": [
          "partners=\(partner.id.text)", "topic=A call", "date=\(context.today.text)",
        ],
      ]
      contacts.append(try time(contact, workspace, context))
      guard let flag = workspace.flagRows(partnerRow: partner.row).first else { continue }
      let id = workspace[.flag].id(flag)
      let note = Invocation("flag.note", on: [id], ["text": "seen"])
      decisions.append(try time(note, workspace, context))
    }
    var days: [Double] = []
    for _ in 0..<min(runs, 3) {
      days.append(BenchClock.milliseconds { _ = RuleDay(workspace, context) })
    }
    return [
      BenchResult("rules after a decision", decisions),
      BenchResult("rules after a contact", contacts), BenchResult("rules of a day", days),
    ]
  }

  private func time(
    _ invocation: Invocation, _ workspace: Workspace, _ context: CommandContext
  ) throws(CommandLineFailure) -> Double {
    let operations: [Operation]
    do {
      operations = try CommandCatalogue.operations(
        invocation, in: workspace, context: context)
    } catch {
      throw CommandLineFailure(error)
    }
    return BenchClock.milliseconds {
      _ = RuleRun.extended(operations, in: workspace, context)
    }
  }
}
