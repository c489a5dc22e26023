import OfficeInMemory
import Testing

@testable import ConcordModel

/// What checks find fault with in flags: each beside one that is sound, and mended by what it asks for.
@Suite struct FlagCheckTests {
  @Test("a target above inherent, by score and level and not by the product alone")
  func targetAboveInherent() throws {
    var bench = try CheckBench()
    let wrong = try bench.flag("Wrong", ["target-likelihood": "4", "target-impact": "4"])
    _ = try bench.flag("Same", ["target-likelihood": "3", "target-impact": "3"])
    // (5,1) is very low, (3,3) moderate: a greater likelihood is no target above it.
    _ = try bench.flag("Other", ["target-likelihood": "5", "target-impact": "1"])
    let closed = try bench.flag("Closed", ["target-likelihood": "5", "target-impact": "5"])
    try bench.office.run(Invocation("flag.close", on: [closed], ["evidence": "x"]))
    let found = try bench.found("flag.target-above-inherent")
    #expect(found.records == [wrong])
    #expect(
      found.sentence
        == "Deltawave: “Wrong” has the target likelihood 4, impact 4 (high), above the "
        + "inherent likelihood 3, impact 3 (moderate)")
    try bench.mend("flag.target-above-inherent", ["N": "2"])
  }

  @Test("planned treatments that together still miss the target; withdrawn ones do not count")
  func plannedAboveTarget() throws {
    var bench = try CheckBench()
    let target = ["target-likelihood": "1", "target-impact": "3"]
    let wrong = try bench.flag("Wrong", target)
    let sound = try bench.flag("Sound", target)
    let untreated = try bench.flag("Untreated", target)
    for (flag, steps) in [(wrong, "1"), (sound, "2")] {
      try bench.office.run(
        Invocation(
          "flag.mitigate", on: [flag],
          ["treatment": "board", "likelihood": steps, "impact": "0"]))
    }
    let found = try bench.found("flag.planned-above-target")
    #expect(found.records == [wrong])
    #expect(
      found.sentence.contains("comes to likelihood 2, impact 3 (low) with all its treatments"))
    let row = try #require(bench.workspace.row(sound))
    let treatment = try #require(bench.workspace.treatmentRows(flagRow: row).first)
    let id = bench.workspace[.treatment].id(treatment)
    try bench.office.run(Invocation("treatment.set", on: [id], ["state": "withdrawn"]))
    #expect(try bench.found("flag.planned-above-target").records == [wrong])
    #expect(try !bench.found("flag.planned-above-target").records.contains(untreated))
    try bench.mend("flag.planned-above-target", ["TREATMENT": "1"])
  }

  @Test("half a target counts as none, and is told")
  func halfTarget() throws {
    var bench = try CheckBench()
    let wrong = try bench.flag("Wrong", ["target-likelihood": "2"])
    _ = try bench.flag("None")
    let found = try bench.found("flag.half-target")
    #expect(found.records == [wrong])
    #expect(
      found.sentence == "Deltawave: “Wrong” has the target likelihood 2, and no target impact")
    try bench.mend("flag.half-target")
  }

  @Test("an acceptance without an end")
  func acceptanceWithoutEnd() throws {
    var bench = try CheckBench()
    let wrong = try bench.flag("Wrong")
    let sound = try bench.flag("Sound")
    try bench.office.run(
      Invocation("flag.accept", on: [wrong, sound], ["reason": "small", "until": "+10d"]))
    bench.office.write(wrong, ["until": nil])
    let found = try bench.found("flag.acceptance-without-end")
    #expect(found.records == [wrong])
    #expect(found.sentence == "Deltawave: “Wrong” is accepted, and no day says until when")
    try bench.mend("flag.acceptance-without-end")
  }

  @Test("a high risk accepted by its owner, or by the partner's where it has none")
  func ownAcceptance() throws {
    var bench = try CheckBench()
    let wrong = try bench.office.flag(bench.partner, "security", "Wrong", 5, 5)
    let low = try bench.flag("Low")
    let others = try bench.office.flag(bench.partner, "security", "Others", 5, 5)
    try bench.office.run(
      Invocation("flag.accept", on: [wrong, low, others], ["reason": "small"]))
    #expect(try bench.found("flag.own-acceptance").records.isEmpty)
    bench.office.write(low, ["owner": .text(bench.chen.text)])
    bench.office.write(others, ["owner": .text(bench.ruiz.text)])
    bench.office.write(bench.partner, ["owner": .text(bench.chen.text)])
    let found = try bench.found("flag.own-acceptance")
    #expect(found.records == [wrong])
    #expect(
      found.sentence == "Deltawave: “Wrong” is A. Chen's own, who accepted it at very high")
    try bench.mend("flag.own-acceptance")
  }

  @Test("escalated to nobody: no name, or one of somebody who is gone")
  func escalatedToNobody() throws {
    var bench = try CheckBench()
    let gone = try bench.office.make("person", "handle=old", "name=Old")
    let (named, unnamed, sound) = (
      try bench.flag("Named"), try bench.flag("Unnamed"), try bench.flag("Sound")
    )
    try bench.office.run(Invocation("flag.escalate", on: [sound], ["to": "m.ruiz"]))
    try bench.office.run(Invocation("flag.escalate", on: [named, unnamed], ["to": "old"]))
    bench.office.remove(gone)
    bench.office.write(unnamed, ["escalated-to": nil])
    let found = try bench.found("flag.escalated-to-nobody")
    #expect(Set(found.records) == [named, unnamed] && found.records.count == 2)
    #expect(found.sentence.contains("is escalated to \(gone.text), who is not on record"))
    try bench.mend("flag.escalated-to-nobody")
    try bench.mend("flag.escalated-to-nobody")
    #expect(try bench.found("flag.escalated-to-nobody").records.isEmpty)
  }

  @Test("put off without a day to come back on")
  func putOffWithoutDay() throws {
    var bench = try CheckBench()
    let (snoozed, escalated, sound) = (
      try bench.flag("Snoozed"), try bench.flag("Escalated"), try bench.flag("Sound")
    )
    try bench.office.run(Invocation("flag.snooze", on: [snoozed, sound], ["until": "+7d"]))
    try bench.office.run(Invocation("flag.escalate", on: [escalated], ["to": "m.ruiz"]))
    for flag in [snoozed, escalated] { bench.office.write(flag, ["until": nil]) }
    let found = try bench.found("flag.put-off-without-day")
    #expect(found.records == [snoozed, escalated])
    #expect(found.sentence.hasSuffix("“Snoozed” is snoozed, and no day says until when"))
    try bench.mend("flag.put-off-without-day")
    try bench.mend("flag.put-off-without-day")
  }

  @Test("treating, and nothing is done; limiting the partnership is something")
  func treatingWithoutTreatment() throws {
    var bench = try CheckBench()
    let (wrong, withdrawn, avoided, sound) = (
      try bench.flag("Wrong"), try bench.flag("Withdrawn"), try bench.flag("Avoided"),
      try bench.flag("Sound")
    )
    bench.office.write(wrong, ["status": .text("treating")])
    for flag in [withdrawn, sound] {
      try bench.office.run(Invocation("flag.mitigate", on: [flag], ["treatment": "1"]))
    }
    let row = try #require(bench.workspace.row(withdrawn))
    let treatment = try #require(bench.workspace.treatmentRows(flagRow: row).first)
    let id = bench.workspace[.treatment].id(treatment)
    try bench.office.run(Invocation("treatment.set", on: [id], ["state": "withdrawn"]))
    try bench.office.run(
      Invocation("flag.avoid", on: [avoided], ["how": "limit", "reason": "too close"]))
    let found = try bench.found("flag.treating-without-treatment")
    #expect(found.records == [wrong, withdrawn])
    try bench.mend("flag.treating-without-treatment", ["TREATMENT": "1"])
  }

  @Test("a live flag of an ended partner")
  func ofEndedPartner() throws {
    var bench = try CheckBench()
    let wrong = try bench.flag("Wrong")
    let closed = try bench.flag("Closed")
    try bench.office.run(Invocation("flag.close", on: [closed], ["evidence": "x"]))
    #expect(try bench.found("flag.of-ended-partner").records.isEmpty)
    bench.office.write(bench.partner, ["stage": .text("ended")])
    let found = try bench.found("flag.of-ended-partner")
    #expect(found.records == [wrong])
    #expect(found.sentence == "Deltawave: “Wrong” is open, and the partnership has ended")
    try bench.mend("flag.of-ended-partner")
  }
}
