import OfficeInMemory
import Testing

@testable import ConcordModel

/// What checks find fault with in vetting.
@Suite struct CaseCheckTests {
  private let checks = [
    "case.same-hands", "case.approved-with-open-tasks", "case.approval-without-end",
    "case.ends-before-decision",
  ]

  @Test("a case that was decided as it should be is sound by all checks")
  func sound() throws {
    var bench = try CheckBench()
    _ = try bench.approvedCase(of: bench.partner)
    for check in checks { #expect(try bench.found(check).records.isEmpty, "\(check)") }
  }

  @Test("a decision by somebody who did a task; a new case that others decide ends it")
  func sameHands() throws {
    var bench = try CheckBench()
    let wrong = try bench.approvedCase(of: bench.partner)
    let row = try #require(bench.workspace.row(wrong))
    let task = try #require(bench.workspace.taskRows(caseRow: row).first)
    bench.office.write(bench.workspace[.task].id(task), ["done-by": .text("a.chen")])
    let found = try bench.found("case.same-hands")
    #expect(found.records == [wrong])
    #expect(
      found.sentence.hasPrefix(
        "Deltawave: the initial case of 2026-11-21 was decided by A. Chen, who did “"))
    let remedy = try #require(try bench.findings("case.same-hands").first)
      .remedy(in: bench.workspace)
    #expect(remedy.command == "case.open" && remedy.subject == bench.partner)
    bench.office.now = Instant(milliseconds: bench.office.now.milliseconds + 86_400_000)
    _ = try bench.approvedCase(of: bench.partner)
    #expect(try bench.found("case.same-hands").records.isEmpty)
  }

  @Test("an approval while a mandatory task is not passed; with conditions some may be left")
  func openTasks() throws {
    var bench = try CheckBench()
    let wrong = try bench.approvedCase(of: bench.partner)
    let row = try #require(bench.workspace.row(wrong))
    let task = try #require(
      bench.workspace.taskRows(caseRow: row).first {
        VettingTask(bench.workspace, $0).isMandatory
      })
    bench.office.write(bench.workspace[.task].id(task), ["status": .text("pending")])
    let found = try bench.found("case.approved-with-open-tasks")
    #expect(found.records == [wrong])
    #expect(found.sentence.hasSuffix("is approved, and 1 mandatory task is not passed or waived"))
    bench.office.write(wrong, ["outcome": .text("approved-with-conditions")])
    #expect(try bench.found("case.approved-with-open-tasks").records.isEmpty)
  }

  @Test("an approval without an end, and one that ends before it was given; a rejection needs none")
  func ends() throws {
    var bench = try CheckBench()
    let wrong = try bench.approvedCase(of: bench.partner)
    bench.office.write(wrong, ["ends": nil])
    #expect(try bench.found("case.approval-without-end").records == [wrong])
    bench.office.write(wrong, ["ends": .text("2026-11-20")])
    #expect(try bench.found("case.approval-without-end").records.isEmpty)
    let found = try bench.found("case.ends-before-decision")
    #expect(found.records == [wrong])
    #expect(found.sentence.hasSuffix("was decided on 2026-11-21 and ends on 2026-11-20"))
    bench.office.write(wrong, ["ends": nil, "outcome": .text("rejected")])
    #expect(try bench.found("case.approval-without-end").records.isEmpty)
  }

  @Test("an open case of an ended partner")
  func ofEndedPartner() throws {
    var bench = try CheckBench()
    let made = try bench.office.run(Invocation("case.open", on: [bench.partner]))
    let wrong = try #require(made.records.first { $0.kind == .vettingCase })
    #expect(try bench.found("case.of-ended-partner").records.isEmpty)
    bench.office.write(bench.partner, ["stage": .text("ended")])
    #expect(try bench.found("case.of-ended-partner").records == [wrong])
    try bench.mend("case.of-ended-partner")
  }

  @Test(
    "a task past due without an assignee: not one due today, one that is done, or one with a name")
  func pastDue() throws {
    var bench = try CheckBench()
    let made = try bench.office.run(Invocation("case.open", on: [bench.partner]))
    let tasks = made.records.filter { $0.kind == .task }
    try #require(tasks.count >= 4)
    for task in tasks { bench.office.write(task, ["due": .text("2026-11-20")]) }
    bench.office.write(tasks[1], ["due": .text("2026-11-21")])
    bench.office.write(tasks[2], ["status": .text("passed")])
    bench.office.write(tasks[3], ["assignee": .text(bench.ruiz.text)])
    let found = try bench.found("task.past-due-without-assignee")
    #expect(found.records == [tasks[0]] + tasks.dropFirst(4))
    #expect(found.sentence.hasSuffix("was due on 2026-11-20, and nobody does it"))
    try bench.mend("task.past-due-without-assignee")
  }

  @Test("an active partner that was never vetted; a plan, a kind that needs none, a decision do")
  func activeWithoutVetting() throws {
    var bench = try CheckBench()
    let check = "partner.active-without-vetting"
    let (planned, elected, late, stale) = (
      try bench.office.make("partner", "name=Planned", "kind=vendor"),
      try bench.office.make("partner", "name=Elected", "kind=elected"),
      try bench.office.make("partner", "name=Late", "kind=vendor"),
      try bench.office.make("partner", "name=Stale", "kind=vendor")
    )
    let decided = try bench.approvedCase(of: stale)
    bench.office.write(decided, ["ends": .text("2026-11-21"), "decided-on": .text("2020-01-01")])
    for partner in [bench.partner, planned, elected, late, stale] {
      bench.office.write(partner, ["stage": .text("active")])
    }
    bench.office.write(planned, ["vetting-planned": .text("2026-11-21")])
    bench.office.write(late, ["vetting-planned": .text("2026-11-20")])
    let found = try bench.found(check)
    #expect(found.records == [bench.partner, late])
    #expect(
      found.sentence
        == "Deltawave is active, and no vetting was ever decided (vendor, tier 2)")
    _ = try bench.approvedCase(of: bench.partner)
    #expect(try bench.found(check).records == [late])
    bench.office.write(decided, ["outcome": .text("rejected")])
    #expect(try bench.found(check).records == [late, stale])
  }
}
