import OfficeInMemory
import Testing

@testable import ConcordModel

/// What checks find fault with in records of any kind, and the report of all checks.
@Suite struct RecordCheckTests {
  @Test("a record that refers to one that was taken away, or that never came")
  func gone() throws {
    var bench = try CheckBench()
    let flag = try bench.flag("Left behind")
    let absent = RecordID.derived(.partner, from: ["elsewhere"])
    let second = bench.office.put(
      .capability, ["partner": .text(absent.text), "name": .text("Imagery")])
    #expect(try bench.found("record.refers-to-gone").records == [second])
    bench.office.remove(bench.partner)
    let found = try bench.found("record.refers-to-gone")
    #expect(Set(found.records) == [flag, second])
    let ids = found.records
    #expect(ids == ids.sorted())
    let sentence = try #require(
      try bench.findings("record.refers-to-gone").first { $0.record == flag }
    )
    .sentence(in: bench.workspace)
    #expect(
      sentence == "flag “Left behind”: Partner \(bench.partner.text) is not there")
    let other = try bench.office.make("partner", "name=Other", "kind=vendor")
    try bench.mend("record.refers-to-gone", ["PARTNER": other.text])
  }

  @Test("a required field that is blank, a set too")
  func required() throws {
    var bench = try CheckBench()
    let flag = bench.office.put(
      .flag,
      [
        "partner": .text(bench.partner.text), "category": .text("legal"), "title": .text("Bare"),
        "likelihood": .integer(3),
      ])
    let agreement = bench.office.put(
      .agreement, ["type": .text("mou"), "title": .text("Of nobody"), "state": .text("draft")])
    let found = try bench.found("record.required-missing")
    #expect(found.records == [flag, agreement])
    #expect(found.sentence == "flag “Bare” of Deltawave lacks Impact, which is required")
    try bench.mend("record.required-missing", ["N": "2"])
    try bench.mend("record.required-missing", ["PARTNERS": bench.partner.text])
    #expect(try bench.found("record.required-missing").records.isEmpty)
  }

  @Test("a key that the catalogue does not have, among several too")
  func choices() throws {
    var bench = try CheckBench()
    let flag = try bench.flag("Odd")
    bench.office.write(flag, ["category": .text("weather")])
    bench.office.apply([
      .add(bench.partner, ElementChange("missions", "border-security")),
      .add(bench.partner, ElementChange("missions", "moon-landing")),
    ])
    let found = try bench.found("record.unknown-choice")
    #expect(found.records == [bench.partner, flag])
    #expect(
      found.sentence == "partner “Deltawave”: Missions is “moon-landing”, which the catalogue does "
        + "not have")
    try bench.mend("record.unknown-choice", ["MISSIONS": "border-security"])
    try bench.mend("record.unknown-choice", ["CATEGORY": "legal"])
  }

  @Test("values that two people wrote without knowing of each other")
  func twoValues() throws {
    var bench = try CheckBench()
    let partner = bench.partner
    for (writer, city) in [("AAAA", "Ash"), ("BBBB", "Birch")] {
      let line = LineID(writer, 1)
      bench.office.fold(
        Transaction(
          id: line, first: line, time: bench.office.now.milliseconds + 5_000, wallTime: nil,
          author: writer, account: writer, command: "test", undoes: nil,
          steps: [Transaction.Step(line, .set(partner, FieldChange("city", .text(city))))]))
    }
    let found = try bench.found("record.two-values")
    #expect(found.records == [partner])
    #expect(found.sentence == "partner “Deltawave”: city holds 2 values")
    let remedy = try #require(try bench.findings("record.two-values").first)
      .remedy(in: bench.workspace)
    #expect(remedy.command == "record.settle" && remedy.subject == partner)
  }

  @Test("an own catalogue that cannot be used, with what is wrong with it")
  func unusablePolicy() throws {
    var bench = try CheckBench()
    let policy = bench.office.put(
      .policy, ["name": .text("kinds"), "text": .text("{\"catalogue\": \"kinds\", \"words\": 1}")])
    let found = try bench.found("policy.unusable")
    #expect(found.records == [policy])
    #expect(
      found.sentence
        == "kinds: what ships holds, since the office's own cannot be used: kinds, line 1, column 33, "
        + "\"words\": this has to be a text")
    try bench.office.run(Invocation("record.end", on: [policy], ["reason": "of no use"]))
    #expect(try bench.found("policy.unusable").records.isEmpty)
  }

  // MARK: The report

  @Test(
    "each check has a name of its own, words, a reason, and stands with the errors or the warnings")
  func catalogue() {
    let checks = CheckCatalogue.checks
    #expect(checks.count == 33)
    #expect(Set(checks.map { $0.name }).count == checks.count)
    #expect(Set(checks.map { $0.words }).count == checks.count)
    for check in checks {
      #expect(check.reason.hasSuffix("."), "\(check.name)")
      #expect(check.name.contains("."), "\(check.name)")
    }
    let order = checks.map { ($0.severity == .error ? "0" : "1") + $0.name }
    #expect(order == order.sorted())
  }

  @Test("an office as commands leave it has no errors")
  func sound() throws {
    let report = CheckReport(try SampleOffice.make().workspace)
    #expect(report.count(.error) == 0, "\(report.counts.map { $0.check.name })")
  }

  @Test("findings stand by severity, then by the check's name, then by age; counts follow")
  func order() throws {
    var bench = try CheckBench()
    let flags = try ["One", "Two"].map { try bench.flag($0) }
    for flag in flags { bench.office.write(flag, ["status": .text("accepted")]) }
    bench.office.write(bench.partner, ["stage": .text("ended")])
    let report = CheckReport(bench.workspace)
    let names = report.findings.map { $0.check.name }
    #expect(
      names == [
        "flag.acceptance-without-end", "flag.acceptance-without-end", "flag.of-ended-partner",
        "flag.of-ended-partner",
      ])
    #expect(report.findings.prefix(2).map(\.record) == flags)
    #expect(report.count(.error) == 2 && report.count(.warning) == 2)
    #expect(report.counts.map(\.count) == [2, 2])
    #expect(report.findings.allSatisfy { $0.partner(in: bench.workspace) == bench.partner })
  }

  @Test("a record that is gone by the time somebody looks is named by its id")
  func goneMeanwhile() throws {
    var bench = try CheckBench()
    let flag = try bench.flag("Wrong", ["target-likelihood": "2"])
    let finding = try #require(CheckReport(bench.workspace).findings.first)
    bench.office.remove(flag)
    #expect(finding.sentence(in: bench.workspace) == "\(flag.text) is not there any more")
    #expect(finding.remedy(in: bench.workspace).subject == flag)
  }
}
