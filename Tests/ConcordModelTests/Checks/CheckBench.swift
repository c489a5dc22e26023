import OfficeInMemory
import Testing

@testable import ConcordModel

/// An office with two people, a partner and what a check is to find fault with, and how its findings are
/// looked at.
struct CheckBench {
  var office: MemoryOffice
  let ruiz: RecordID
  let chen: RecordID
  let partner: RecordID

  init() throws {
    office = MemoryOffice()
    chen = try office.make("person", "handle=a.chen", "name=A. Chen")
    ruiz = try office.make("person", "handle=m.ruiz", "name=M. Ruiz")
    partner = try office.make("partner", "name=Deltawave", "kind=vendor", "tier=2")
  }

  var workspace: Workspace { office.workspace }

  /// A flag at likelihood 3, impact 3.
  mutating func flag(_ title: String, _ more: [String: String] = [:]) throws -> RecordID {
    try office.flag(partner, "control", title, 3, 3, more)
  }

  /// A decided case of a partner whose tasks all were passed by `m.ruiz`.
  mutating func approvedCase(of partner: RecordID) throws -> RecordID {
    let made = try office.run(Invocation("case.open", on: [partner]))
    let tasks = made.records.filter { $0.kind == .task }
    office.author = "m.ruiz"
    try office.run(Invocation("task.pass", on: tasks))
    office.author = "a.chen"
    let opened = try #require(made.records.first { $0.kind == .vettingCase })
    try office.run(
      Invocation("case.decide", on: [opened], ["outcome": "approved", "reason": "all is there"]))
    return opened
  }

  /// The findings of one check alone.
  func findings(_ name: String) throws -> [CheckFinding] {
    let check = try #require(CheckCatalogue.check(name))
    return CheckReport(workspace).findings.filter { $0.check.name == check.name }
  }

  /// The records that a check finds fault with, and what it says of the first.
  func found(_ name: String) throws -> (records: [RecordID], sentence: String) {
    let findings = try findings(name)
    return (findings.map(\.record), findings.first?.sentence(in: workspace) ?? "")
  }

  /// Does what the first finding of a check asks for, and expects it to be gone then.
  mutating func mend(
    _ name: String, _ answers: [String: String] = [:],
    location: SourceLocation = #_sourceLocation
  ) throws {
    let finding = try #require(try findings(name).first, sourceLocation: location)
    let remedy = finding.remedy(in: workspace)
    let said = [
      "DAY": "+30d", "WHY": "seen to", "PERSON": "m.ruiz", "N": "1", "EVIDENCE": "letter",
      "ANSWER": "different",
    ].merging(answers) { $1 }
    var invocation = Invocation(remedy.command, on: remedy.subject.map { [$0] } ?? [])
    for answer in remedy.answers {
      let value = said[answer.value] ?? answer.value
      let isField =
        [RecordEdit.specification.name, RecordCreate.specification.name]
        .contains(remedy.command) && answer.name != "kind"
      if isField {
        invocation.answers["field", default: []].append("\(answer.name)=\(value)")
      } else {
        invocation.answers[answer.name] = [value]
      }
    }
    try office.run(invocation)
    #expect(
      try !findings(name).contains { $0.fault == finding.fault }, "\(remedy)",
      sourceLocation: location)
  }
}
