import ConcordModel
import OfficeInMemory
import Testing

/// The lists that a big office makes in one pass over its slots hold what a look at each record finds.
@Suite struct QueueTests {
  @Test func openTasksAreThoseThatALookAtEachFinds() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    // Some are done, some passed by, one has no day.
    driver.type("4<Tab>pseen<Enter>jjvnot needed<Enter>jjxbad<Enter>")
    let workspace = driver.office.workspace
    let open = OpenTasks(workspace, today: MemoryOffice.today)
    let found = workspace.rows(.task).filter { VettingTask(workspace, $0).isOpen }
    #expect(found.count < workspace.count(.task) && found.count > 3)
    #expect(Set(open.rows.map { Int($0) }) == Set(found))
    let days = open.rows.map { VettingTask(workspace, Int($0)).due ?? Day(number: .max) }
    #expect(days == days.sorted())
    for distance in [-100, 0, 8, 20, 1000] {
      let day = MemoryOffice.today.adding(days: distance)
      let late = found.count { VettingTask(workspace, $0).due.map { $0 < day } ?? false }
      #expect(OpenTasks(workspace, today: day).overdue == late)
    }
  }

  @Test func theQueueHoldsWhatALookAtEachFlagFinds() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.type("3o<Enter>jo2jz<Enter>j!")
    driver.type("2not mine<Enter>")
    let workspace = driver.office.workspace
    let people = workspace.handles.map { workspace.person(handle: $0) } + [nil]
    var queued = 0
    for person in people {
      let actor = Actor(person: person, author: "x", today: MemoryOffice.today)
      let found = workspace.rows(.flag).filter { row in
        guard let figure = workspace.flagFigure(row: row), figure.isLive else { return false }
        return Self.waits(Flag(workspace, row), figure, actor)
      }
      let queue = TriageQueue(workspace, for: actor)
      #expect(Set(queue.rows.map { Int($0) }) == Set(found))
      queued += found.count
    }
    #expect(queued > 0)
  }

  /// The rule of the queue, told by a view of the flag.
  private static func waits(_ flag: Flag, _ figure: FlagFigure, _ actor: Actor) -> Bool {
    let isToMe = flag.escalatedTo != nil && flag.escalatedTo == actor.person
    if flag.status == .escalated, isToMe { return true }
    guard flag.owner == nil || flag.owner == actor.person else { return false }
    if flag.status == .open { return true }
    if let until = flag.until, until <= actor.today { return true }
    if flag.status == .treating, let due = flag.due, due < actor.today { return true }
    guard flag.status != .escalated, let decided = flag.decidedAt else { return false }
    return figure.residual.likelihood > decided.likelihood
      || figure.residual.impact > decided.impact
  }
}
