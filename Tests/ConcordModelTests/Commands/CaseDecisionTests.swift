import ConcordModel
import OfficeInMemory
import Testing

/// When and by whom a vetting case is decided, and until when it holds.
@Suite struct CaseDecisionTests {
  private struct Case {
    var office: MemoryOffice
    let partner: RecordID
    let opened: RecordID
    let tasks: [RecordID]

    /// A case of a vendor, whose tasks nobody has done.
    init(tier: Int? = 2) throws {
      office = MemoryOffice()
      _ = try office.make("person", "handle=a.chen", "name=A. Chen")
      _ = try office.make("person", "handle=m.ruiz", "name=M. Ruiz")
      partner = try office.make(
        "partner", "name=Deltawave", "kind=vendor", tier.map { "tier=\($0)" } ?? "tags=none")
      let made = try office.run(Invocation("case.open", on: [partner]))
      tasks = made.records.filter { $0.kind == .task }
      opened = try #require(made.records.first { $0.kind == .vettingCase })
    }

    mutating func task(
      _ tasks: [RecordID], by author: String, _ status: String = "passed"
    ) throws {
      office.author = author
      try office.run(
        Invocation("task.set", on: tasks, ["status": status, "reason": "as looked at"]))
    }

    mutating func decide(_ outcome: String, by author: String = "a.chen") throws {
      office.author = author
      var answers = ["outcome": outcome, "reason": "all was looked at"]
      if outcome == "approved-with-conditions" { answers["conditions"] = "no onward sharing" }
      try office.run(Invocation("case.decide", on: [opened], answers))
    }

    func isMandatory(_ task: RecordID) -> Bool {
      office.workspace.row(task).map { VettingTask(office.workspace, $0).isMandatory } ?? false
    }
  }

  // DOMAIN, Vetting: "A decision has an end, from the tier."; Partners: "Tier sets the review
  // interval (12, 24, 36 months)…; no tier counts as 3." Decided on 2026-11-21.
  @Test(
    "a decision ends after the review interval of the tier",
    arguments: [1, 2, 3, nil] as [Int?], ["approved", "approved-with-conditions"])
  func end(_ tier: Int?, _ outcome: String) throws {
    var bench = try Case(tier: tier)
    try bench.task(bench.tasks, by: "m.ruiz")
    try bench.decide(outcome)
    let year = [1: "2027", 2: "2028", 3: "2029"][tier ?? 3] ?? ""
    #expect(bench.office.workspace.value(bench.opened, "ends") == .text("\(year)-11-21"))
    #expect(bench.office.workspace.value(bench.opened, "decided-on") == .text("2026-11-21"))
    #expect(bench.office.workspace.value(bench.opened, "decided-by") == .text("a.chen"))
  }

  // DOMAIN, Vetting: "decided… when every mandatory task is passed or waived".
  @Test(
    "an approval waits for each mandatory task to be passed or waived, and for no other",
    arguments: [
      ("pending", true, false), ("in-progress", true, false), ("failed", true, false),
      ("passed", true, true), ("waived", true, true), ("pending", false, true),
      ("in-progress", false, true), ("failed", false, true), ("passed", false, true),
      ("waived", false, true),
    ] as [(status: String, isMandatory: Bool, isEnough: Bool)],
    ["approved", "approved-with-conditions"])
  func mandatory(
    _ last: (status: String, isMandatory: Bool, isEnough: Bool), _ outcome: String
  ) throws {
    var bench = try Case()
    let one = try #require(bench.tasks.first { bench.isMandatory($0) == last.isMandatory })
    try bench.task(bench.tasks.filter { $0 != one }, by: "m.ruiz")
    if last.status != "pending" { try bench.task([one], by: "m.ruiz", last.status) }
    if last.isEnough {
      try bench.decide(outcome)
      #expect(bench.office.workspace.value(bench.opened, "outcome") == .text(outcome))
    } else {
      #expect(throws: CommandError.obstacle(bench.opened, .openTasks(1))) {
        try bench.decide(outcome)
      }
      #expect(bench.office.workspace.value(bench.opened, "outcome") == nil)
    }
  }

  // DOMAIN, Vetting: "by someone other than those who did its tasks (four eyes)".
  @Test(
    "whoever did one of its tasks does not decide it",
    arguments: ["passed", "waived"], ["approved", "approved-with-conditions", "rejected"])
  func fourEyes(_ status: String, _ outcome: String) throws {
    var bench = try Case()
    try bench.task(Array(bench.tasks.dropFirst()), by: "m.ruiz")
    try bench.task(Array(bench.tasks.prefix(1)), by: "a.chen", status)
    for author in ["a.chen", "m.ruiz"] {
      #expect(throws: CommandError.obstacle(bench.opened, .sameHands(author))) {
        try bench.decide(outcome, by: author)
      }
    }
    #expect(bench.office.workspace.value(bench.opened, "outcome") == nil)
    try bench.decide(outcome, by: "t.boyd")
    #expect(bench.office.workspace.value(bench.opened, "outcome") == .text(outcome))
  }
}
