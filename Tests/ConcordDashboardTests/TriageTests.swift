import ConcordCanvas
import ConcordDashboard
import ConcordModel
import OfficeInMemory
import Testing

/// Decisions by keys alone.
@Suite struct TriageTests {
  private func statuses(_ driver: DashboardDriver) -> [String: Int] {
    let workspace = driver.office.workspace
    return Dictionary(
      workspace.rows(.flag).map { (Flag(workspace, $0).status.rawValue, 1) }, uniquingKeysWith: +)
  }

  @Test(
    "each decision's keys lead to its status",
    arguments: [
      ("3m1", "treating"), ("3jjjaall in hand<Enter>", "accepted"),
      ("3xno risk<Enter>y", "dismissed"),
      ("3z<Enter>", "snoozed"), ("3!2", "escalated"), ("3v1too close<Enter>y", "treating"),
      ("3TInsurer<Enter>P-7<Enter>covered<Enter>y", "transferred"), ("3dseen<Enter>y", "closed"),
    ])
  func decisionKeys(_ keys: String, _ status: String) throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    let before = statuses(driver)[status] ?? 0
    driver.type(keys)
    #expect(statuses(driver)[status] == before + 1, "\(driver.picture)")
  }

  @Test("a decision moves on to the next flag, and u brings the last one back")
  func movesOnAndBack() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 120, height: 40)
    driver.type("3")
    let first = driver.picture
    driver.type("m1")
    #expect(driver.picture != first)
    #expect(statuses(driver)["treating"] == 1)
    driver.type("u")
    #expect(statuses(driver)["treating"] == nil)
  }

  @Test("what u brings back stands in its place again, selected")
  func undoneFlagIsBack() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 120, height: 40)
    driver.type("3")
    let first = driver.picture.split(separator: "\n").prefix(38)
    driver.type("m1u")
    #expect(driver.picture.split(separator: "\n").prefix(38) == first, "\(driver.picture)")
  }

  @Test("one flag at high or above is shown before it is dismissed, and y alone does it")
  func highAsks() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.type("3xno risk<Enter>")
    #expect(driver.picture.contains("very high 98"), "\(driver.picture)")
    driver.type("n")
    #expect(statuses(driver)["dismissed"] == nil)
    // At moderate nothing asks.
    driver.type("jjjxno risk<Enter>")
    #expect(statuses(driver)["dismissed"] == 1)
  }

  @Test("the first letter typed takes the place of a default")
  func typingReplacesADefault() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.type("3z+30d<Enter>")
    #expect(statuses(driver)["snoozed"] == 1, "\(driver.picture)")
    #expect(
      driver.office.workspace.rows(.flag).contains { row in
        Flag(driver.office.workspace, row).until == driver.state.actor.today.adding(days: 30)
      })
    driver.type("o")
    #expect(driver.picture.contains("1  me"), "\(driver.picture)")
  }

  @Test("the flags that t chose end where t was pressed")
  func wayBack() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.type("2j")
    let before = driver.picture
    driver.type("t")
    #expect(driver.picture.contains("Queue: Harbor"))
    driver.type("<Esc>")
    #expect(driver.picture == before)
  }

  @Test("what others change is said with who and what, and stays in place under the cursor")
  func others() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 120, height: 40)
    driver.type("3j")
    driver.send(
      .changedElsewhere([OtherChange(author: "b.tran", words: "accept F-9QD2 “No agreement”")]))
    #expect(driver.picture.contains("b.tran: accept F-9QD2 “No agreement”"))
    driver.send(
      .changedElsewhere([
        OtherChange(author: "b.tran", words: "note F-9QD2"),
        OtherChange(author: "a.chen", words: "x"),
      ]))
    #expect(driver.picture.contains("a.chen, b.tran: note F-9QD2 and 1 more"))
  }

  @Test("what the lowest line said goes with the next key")
  func messagesPass() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.type("X")
    #expect(driver.picture.contains("does nothing here"))
    driver.type("2")
    #expect(!driver.picture.contains("does nothing here"))
  }

  @Test("a blank reason is refused and the prompt stays")
  func blankReason() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.type("3x   <Enter>")
    #expect(statuses(driver)["dismissed"] == nil)
    #expect(driver.picture.contains("may not be blank"))
  }

  @Test("an answer that cannot be is refused with a sentence, and the input stays")
  func badAnswerStays() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.type("3z<C-u>yesterday<Enter>")
    driver.press(.control("u"))
    #expect(driver.state.layer != nil)
    driver.type("yesterday<Enter>")
    #expect(driver.picture.contains("expected a day after today"), "\(driver.picture)")
    #expect(driver.picture.contains("yesterday"))
  }

  @Test("Esc takes a prompt back")
  func escape() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.type("3xbecause<Esc>")
    #expect(driver.effects.isEmpty)
  }

  @Test("read-only says why")
  func readOnly() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24, readOnly: true)
    driver.type("3x")
    #expect(driver.picture.contains("read only"))
    #expect(driver.effects.isEmpty)
  }

  @Test("several with one at high need the count typed")
  func bulkNeedsCount() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.type("3*xnot ours<Enter>y<Enter>")
    #expect(statuses(driver)["dismissed"] == nil)
    driver.press(.backspace)
    driver.type("8<Enter>")
    #expect(statuses(driver)["dismissed"] == 8, "\(driver.picture)")
  }

  @Test(". does the same again with the same answers")
  func again() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.type("3xnot ours<Enter>y.y")
    #expect(statuses(driver)["dismissed"] == 2)
  }

  @Test(
    "r moves the dot by arrows or takes two digits; Enter takes it where it stands",
    arguments: ["3r<Down><Left><Enter>why<Enter>", "3r44<Enter>why<Enter>"])
  func reassess(_ keys: String) throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.type("3")
    let scene = driver.scene
    let flag = try #require(driver.state.top.subjects(of: .flag, scene).first)
    let row = try #require(scene.workspace.row(flag))
    let before = try #require(scene.workspace.flagFigure(row: row)?.inherent)
    #expect(before.likelihood == 5 && before.impact == 5)
    driver.type(String(keys.dropFirst()))
    let after = driver.office.workspace.flagFigure(row: row)?.inherent
    #expect(after == Rating(likelihood: 4, impact: 4), "\(driver.picture)")
  }

  @Test("a new flag has no rating that nobody gave: Enter alone asks for it")
  func noDefaultRating() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.type("2f1Leaks<Enter><Enter>")
    #expect(driver.picture.contains("Likelihood may not be blank"), "\(driver.picture)")
    driver.type("<Up><Right><Enter>")
    #expect(
      driver.effects.contains { effect in
        guard case .commit(let invocation) = effect else { return false }
        return invocation.answers["likelihood"] == ["4"] && invocation.answers["impact"] == ["4"]
      }, "\(driver.picture)")
  }

  @Test("two digits are both ratings, also after the dot was moved by arrows")
  func digitsAfterArrows() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.type("3r<Left>24seen it<Enter>")
    #expect(
      driver.effects.contains { effect in
        guard case .commit(let invocation) = effect else { return false }
        return invocation.answers["likelihood"] == ["2"] && invocation.answers["impact"] == ["4"]
          && invocation.answers["reason"] == ["seen it"]
      }, "\(driver.picture)")
  }

  @Test("an Enter by habit after the digit that has decided opens nothing, and says so")
  func enterAfterTheDigit() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.type("3m1<Enter>")
    #expect(driver.state.pages.isEmpty && driver.picture.contains("it is decided already"))
    driver.type("<Enter>")
    #expect(driver.state.pages.count == 1)
  }

  @Test("what was typed into a prompt is thrown away by a second Esc only, and by no ^C")
  func escInAPrompt() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.type("3xnot ours")
    for key in ["<Esc>", "<^C>"] {
      driver.type(key)
      #expect(driver.picture.contains("Esc again throws away what was typed"))
      #expect(driver.picture.contains("Reason: not ours"))
      driver.type("!")
      #expect(driver.state.layer != nil)
      driver.type("<Backspace>")
    }
    driver.type("<Esc><Esc>")
    #expect(driver.state.layer == nil)
    driver.type("x<Esc>")
    #expect(driver.state.layer == nil, "nothing was typed")
  }

  @Test("what would be saved is in sight at 80 columns, before the flag's title")
  func defaultsInSight() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.type("3m")
    let line = try #require(driver.picture.split(separator: "\n").last { $0.contains("mitigate") })
    #expect(line.contains("owner me") && line.contains("due +90d"), "\(line)")
  }

  @Test("a rating is edited by reassessing alone: the form has it for a new flag only")
  func ratingsInForms() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 120, height: 40)
    driver.type("3e")
    #expect(!driver.picture.contains("Likelihood  ") && driver.picture.contains("Explanation"))
    let flag = try #require(driver.state.screens[2].subjects(of: .flag, driver.scene).first)
    var edit = Invocation("record.edit", on: [flag])
    edit.answers["field"] = ["likelihood=1"]
    #expect(throws: CommandError.self) { try driver.changeElsewhere(edit) }
  }

  @Test("a digit that begins a free text is a letter of it; alone it takes the suggestion")
  func digitsInText() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.type("3jjjxnot ours<Enter>jx1")
    #expect(driver.picture.contains("Reason: not ours"))
    driver.type("<Esc><Esc>x14 people left<Enter>")
    #expect(
      driver.effects.contains { effect in
        guard case .commit(let invocation) = effect else { return false }
        return invocation.answers["reason"] == ["14 people left"]
      }, "\(driver.picture)")
  }

  @Test("nothing is decided in a window that is too small to show it")
  func tooSmall() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.type("3")
    driver.send(.resized(Size(width: 30, height: 8)))
    driver.type("m1z<Enter>")
    #expect(!driver.effects.contains { if case .commit = $0 { true } else { false } })
    driver.type("Q")
    #expect(driver.effects.last == .quit)
  }

  @Test("marks outside the filter are left out and counted, and there again without it")
  func marksOutside() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 200, height: 60)
    driver.type("3*")
    let all = driver.state.top.subjects(of: .flag, driver.scene)
    #expect(all.count > 3)
    driver.type("/category:security<Enter>")
    let shown = driver.state.top.subjects(of: .flag, driver.scene)
    #expect(shown.count > 1 && shown.count < all.count)
    #expect(driver.picture.contains("\(shown.count) of \(all.count) marked"), "\(driver.picture)")
    driver.type("x")
    #expect(
      driver.picture.contains("\(all.count - shown.count) marked outside the filter: left out"),
      "\(driver.picture)")
    driver.type("not ours<Enter>")
    #expect(
      driver.picture.contains("\(all.count - shown.count) more marked, outside the filter"),
      "\(driver.picture)")
    driver.type("<Esc><Esc>")
    #expect(driver.state.top.subjects(of: .flag, driver.scene) == all)
    #expect(driver.picture.contains("\(all.count) marked"), "\(driver.picture)")
  }

  @Test("a flag closed by somebody else under an open prompt: theirs, ours, and that it is over")
  func closedElsewhere() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.type("3jjj")
    let flag = try #require(driver.state.top.subjects(of: .flag, driver.scene).first)
    driver.type("asmall enough")
    try driver.changeElsewhere(
      Invocation("flag.close", on: [flag], ["evidence": "the cause is gone"]))
    for part in ["closed", "the cause is gone", "Yours: accept", "small enough", "cannot be done"] {
      #expect(driver.picture.contains(part), "\(part): \(driver.picture)")
    }
    driver.type("<Enter><Enter>")
    #expect(driver.office.workspace.value(flag, "status") == .text("closed"))
    #expect(driver.state.layer is PromptLayer, "what was typed stays: \(driver.picture)")
    #expect(driver.picture.contains("small enough"), "\(driver.picture)")
  }

  @Test("a flag that somebody else decided while its prompt was open is said before it is written")
  func decidedElsewhere() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.type("3jjj")
    let flag = try #require(driver.state.top.subjects(of: .flag, driver.scene).first)
    driver.type("xnot ours")
    var accept = Invocation("flag.accept", on: [flag])
    accept.answers["reason"] = ["theirs"]
    try driver.changeElsewhere(accept)
    // Both stand there at once: theirs and what was about to be done.
    for part in ["was changed meanwhile", "accept", "“theirs”", "Yours: dismiss", "not ours"] {
      #expect(driver.picture.contains(part), "\(part): \(driver.picture)")
    }
    driver.type("<Enter>")
    #expect(driver.picture.contains("was changed meanwhile"), "\(driver.picture)")
    #expect(!driver.effects.contains { if case .commit = $0 { true } else { false } })
    driver.type("<Enter>")
    #expect(driver.effects.contains { if case .commit = $0 { true } else { false } })
  }
}
