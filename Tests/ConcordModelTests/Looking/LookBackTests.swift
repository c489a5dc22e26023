import OfficeInMemory
import Testing

@testable import ConcordModel

/// What somebody who was away is told: what others and the rules did, and nothing of their own.
@Suite struct LookBackTests {
  private var bench: LookBench

  init() throws { bench = try LookBench() }

  @Test("what others did counts, by record: decided, new, changed; each says who and why")
  func others() throws {
    var bench = bench
    let flag = bench.flag
    try bench.run(
      Invocation("flag.accept", on: [flag], ["reason": "no other source"]), by: "m.ruiz")
    let made = try bench.make("partner", ["name=Ash County", "kind=county"], by: "m.ruiz")
    try bench.edit(bench.partner, "city=Galvez", by: "k.osei")
    let found = bench.lookBack
    #expect(found.news.map(\.record) == [flag, made, bench.partner])
    #expect(found.news.map(\.group) == [.decided, .new, .changed])
    #expect(found.news.map(\.author) == ["m.ruiz", "m.ruiz", "k.osei"])
    #expect(found.news[0].deed == .decided("accept") && found.news[0].reason == "no other source")
    #expect(found.news[2].deed == .changed(["city"]))
    #expect(LookGroup.allCases.map(found.count) == [1, 1, 1])
  }

  @Test("own changes do not count, whichever process made them")
  func own() throws {
    var bench = bench
    try bench.edit(bench.partner, "city=Galvez", by: "a.chen")
    try bench.run(
      Invocation("flag.dismiss", on: [bench.flag], ["reason": "not ours"]), by: "a.chen")
    #expect(bench.lookBack.news.isEmpty)
    #expect(bench.lookBack.sign(bench.partner) == nil)
  }

  @Test("a flag, its partner and nobody else carry a sign; what is new another one")
  func signs() throws {
    var bench = bench
    let other = try bench.make("partner", ["name=Ash County", "kind=county"], by: "a.chen")
    let flag = try bench.raise("Second", by: "m.ruiz")
    let found = bench.lookBack
    #expect(found.sign(flag) == .new && found.sign(bench.partner) == .changed)
    #expect(found.sign(bench.flag) == nil && found.sign(other) == nil)
    #expect(found.news.map(\.record) == [flag], "the partner has a sign, not a line")
  }

  @Test("a case comes as one line; its tasks carry signs, and one that was answered has a line")
  func cases() throws {
    var bench = bench
    let made = try bench.run(Invocation("case.open", on: [bench.partner]), by: "m.ruiz")
    let tasks = made.records.filter { $0.kind == .task }
    let opened = try #require(made.records.first { $0.kind == .vettingCase })
    // The partner goes into vetting with it.
    #expect(bench.lookBack.news.map(\.record) == [opened, bench.partner])
    #expect(tasks.count > 1 && tasks.allSatisfy { bench.lookBack.sign($0) == .new })
    try bench.run(
      Invocation("task.pass", on: [tasks[0]], ["evidence": "letter of Friday"]), by: "k.osei")
    let news = bench.lookBack.news
    #expect(news.map(\.record) == [tasks[0], opened, bench.partner])
    #expect(news[0].deed == .decided("passed") && news[0].reason == "letter of Friday")
    #expect(news[0].isNew)
  }

  @Test("a case that was decided says how")
  func decidedCase() throws {
    var bench = bench
    let made = try bench.run(Invocation("case.open", on: [bench.partner]), by: "a.chen")
    let opened = try #require(made.records.first { $0.kind == .vettingCase })
    try bench.run(
      Invocation("case.decide", on: [opened], ["outcome": "rejected", "reason": "no answer"]),
      by: "m.ruiz")
    #expect(bench.lookBack.news.first { $0.record == opened }?.deed == .decided("rejected"))
  }

  @Test("a note and a new owner are no decisions")
  func asides() throws {
    var bench = bench
    try bench.run(Invocation("flag.note", on: [bench.flag], ["text": "asked them"]), by: "m.ruiz")
    let news = try #require(bench.lookBack.news.first)
    #expect(news.deed == .did("note") && news.group == .changed && news.reason == "asked them")
  }

  // MARK: Rules

  @Test("what the rules raise of a day counts, though one's own dashboard wrote it")
  func rulesOfTheDay() throws {
    var bench = bench
    let flag = RecordID(.flag, bits: 77)
    bench.write(
      [
        .new(
          flag,
          [
            NamedValue("partner", .text(bench.partner.text)),
            NamedValue("source", .text("rule")), NamedValue("title", .text("Agreement ends")),
          ], derived: true)
      ], RuleRun.command, by: "a.chen")
    let news = try #require(bench.lookBack.news.first)
    #expect(news.record == flag && news.author == nil && news.deed == .new)
    #expect(bench.lookBack.sign(bench.partner) == .changed)
  }

  @Test("what a rule raises or closes in one's own change counts as the rules'; the rest does not")
  func rulesInOwnChange() throws {
    var bench = bench
    let decision = RecordID(.decision, bits: 5)
    bench.write(
      [
        .set(bench.partner, FieldChange("city", .text("Galvez"))),
        .new(
          decision,
          [
            NamedValue("by", .text("rule")), NamedValue("choice", .text("close")),
            NamedValue("reason", .text("its cause is gone")),
            NamedValue("subject", .text(bench.flag.text)),
          ], derived: true),
        .set(bench.flag, FieldChange("status", .text("closed"))),
      ], "record.edit", by: "a.chen")
    #expect(bench.lookBack.news.map(\.record) == [bench.flag])
    #expect(bench.lookBack.news[0].author == nil)
    #expect(bench.lookBack.news[0].deed == .decided("close"))
  }

  @Test("words that a rule writes anew each day are no news; another rating is")
  func refreshed() throws {
    var bench = bench
    bench.write(
      [
        .set(bench.flag, FieldChange("facts", .text("29"))),
        .set(bench.flag, FieldChange("title", .text("Agreement ends in 29 days"))),
      ], RuleRun.command, by: "m.ruiz")
    #expect(bench.lookBack.news.isEmpty)
    bench.write(
      [
        .set(bench.flag, FieldChange("facts", .text("28"))),
        .set(bench.flag, FieldChange("likelihood", .integer(5))),
      ], "record.edit", by: "m.ruiz")
    #expect(bench.lookBack.news.map(\.deed) == [.changed(["likelihood"])])
    #expect(bench.lookBack.news[0].author == nil)
  }

  // MARK: Taken back, gone

  @Test("what was taken back within the time does not show; done again, it does")
  func undone() throws {
    var bench = bench
    let accepted = try bench.run(
      Invocation("flag.accept", on: [bench.flag], ["reason": "no other source"]), by: "m.ruiz")
    let undo = bench.write(
      [.set(bench.flag, FieldChange("status", .text("open")))], "undo", by: "m.ruiz",
      undoes: accepted.id)
    #expect(bench.lookBack.news.isEmpty)
    bench.write(
      [.set(bench.flag, FieldChange("status", .text("accepted")))], "redo", by: "m.ruiz",
      undoes: undo.id)
    #expect(bench.lookBack.news.map(\.deed) == [.decided("accept")])
  }

  @Test("what somebody takes back that one has seen is news, and says so")
  func takenBackFromBefore() throws {
    var bench = bench
    bench.write(
      [.set(bench.flag, FieldChange("status", .text("open")))], "undo", by: "m.ruiz",
      undoes: LineID("TEST", 1))
    let news = try #require(bench.lookBack.news.first)
    #expect(news.isUndo && news.deed == .changed(["status"]))
  }

  @Test("that somebody took back one's own change of the time is news")
  func ownTakenBack() throws {
    var bench = bench
    let mine = try bench.edit(bench.partner, "city=Galvez", by: "a.chen")
    bench.write(
      [.set(bench.partner, FieldChange("city", nil))], "undo", by: "m.ruiz", undoes: mine.id)
    #expect(bench.lookBack.news.map(\.author) == ["m.ruiz"])
  }

  @Test("a record that is gone: one that was there before has a line, one made meanwhile none")
  func gone() throws {
    var bench = bench
    let made = try bench.make("partner", ["name=Ash County", "kind=county"], by: "m.ruiz")
    bench.write([.delete(made)], "record.delete", by: "m.ruiz")
    #expect(bench.lookBack.news.isEmpty)
    bench.write([.delete(bench.flag)], "record.delete", by: "m.ruiz")
    let news = try #require(bench.lookBack.news.first)
    #expect(news.record == bench.flag && news.deed == .gone && news.group == .changed)
    #expect(bench.lookBack.sign(bench.flag) == nil, "no list shows it")
  }

  @Test("a record that they took away after others had changed it is not told of")
  func goneByMe() throws {
    var bench = bench
    try bench.edit(bench.flag, "title=Another", by: "m.ruiz")
    bench.write([.delete(bench.flag)], "record.delete", by: "a.chen")
    #expect(bench.lookBack.news.isEmpty)
  }

  // MARK: More of one record

  @Test("a record has one line: a decision goes before a change after it, fields add up")
  func oneLine() throws {
    var bench = bench
    try bench.edit(bench.partner, "city=Galvez", by: "m.ruiz")
    try bench.edit(bench.partner, "tier=1", by: "k.osei")
    try bench.run(
      Invocation("flag.accept", on: [bench.flag], ["reason": "none else"]), by: "m.ruiz")
    try bench.edit(bench.flag, "title=Another", by: "k.osei")
    let news = bench.lookBack.news
    #expect(news.map(\.record) == [bench.flag, bench.partner])
    #expect(news[0].deed == .decided("accept") && news[0].author == "m.ruiz")
    #expect(news[1].deed == .changed(["tier", "city"]) && news[1].author == "k.osei")
  }

  @Test("changes that come later are added, each once")
  func added() throws {
    var bench = bench
    try bench.edit(bench.partner, "city=Galvez", by: "m.ruiz")
    var found = bench.lookBack
    try bench.edit(bench.flag, "title=Another", by: "m.ruiz")
    found.add(bench.changes, in: bench.office.workspace)
    #expect(found == bench.lookBack)
    #expect(found.news.count == 2)
  }

  @Test("only what a reader does not know is worth keeping")
  func old() throws {
    var bench = bench
    try bench.edit(bench.partner, "city=Galvez", by: "a.chen")
    #expect(bench.changes[0].isOld(to: "a.chen") && !bench.changes[0].isOld(to: "m.ruiz"))
  }
}
