import OfficeInMemory
import Testing

@testable import ConcordModel

/// A queue that takes in what changed is the one that is made anew.
@Suite struct QueueUpdateTests {
  @Test("after every change the rows, their order and the count of the day are those of a new one")
  func update() throws {
    var office = try SampleOffice.make()
    let chen = try #require(office.workspace.person(handle: "a.chen"))
    let actor = Actor(person: chen, author: "a.chen", today: MemoryOffice.today)
    var queue = TriageQueue(office.workspace, for: actor)
    let flags = office.workspace.rows(.flag).map { office.workspace[.flag].id($0) }
    var edit = Invocation("record.edit", on: [])
    let steps: [(String, [RecordID], [String: String])] = [
      ("flag.snooze", [flags[0]], ["until": "+3d", "reason": "later"]),
      ("flag.dismiss", Array(flags[1...3]), ["reason": "no risk"]),
      ("flag.note", [flags[4]], ["text": "seen"]),
      ("flag.reopen", [flags[2]], ["reason": "it is one"]),
      ("flag.reassess", [flags[5]], ["likelihood": "5", "impact": "5", "reason": "worse"]),
      ("flag.escalate", [flags[6]], ["to": "m.ruiz", "until": "+2d", "reason": "needs you"]),
      ("flag.assign", [flags[7]], ["owner": "m.ruiz"]),
      ("flag.mitigate", [flags[4]], ["treatment": "1", "state": "in-force"]),
    ]
    var changes = 0
    func check(_ place: Int) {
      #expect(queue.update(office.workspace) != nil, "step \(place) is known")
      let new = TriageQueue(office.workspace, for: actor)
      #expect(queue.rows == new.rows, "step \(place)")
      #expect(queue.decidedToday == new.decidedToday, "step \(place)")
      changes += 1
    }
    for (place, step) in steps.enumerated() {
      try office.run(Invocation(step.0, on: step.1, step.2))
      check(place)
    }
    // A tier is in the order of the flags of its partner.
    let partner = try #require(
      office.workspace.row(flags[5]).flatMap { Flag(office.workspace, $0).partner })
    edit.subjects = [partner]
    edit.answers["field"] = ["tier=3"]
    try office.run(edit)
    check(steps.count)
    _ = try office.flag(partner, "legal", "A new one", 4, 4)
    check(steps.count + 1)
    #expect(changes == steps.count + 2 && queue.decidedToday > 4)
    // What nobody remembers is looked at anew.
    for _ in 0..<20 {
      try office.run(Invocation("flag.note", on: [flags[4]], ["text": "and again"]))
    }
    #expect(queue.update(office.workspace) == nil)
  }
}
