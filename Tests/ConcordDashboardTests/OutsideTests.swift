import ConcordCanvas
import ConcordDashboard
import ConcordModel
import OfficeInMemory
import Testing

/// What goes to other programs and comes from them, and what is kept for the next day.
@Suite struct OutsideTests {
  private func driver() throws -> DashboardDriver {
    DashboardDriver(try SampleOffice.make(), width: 100, height: 30)
  }

  @Test("y copies the selected name with its id, or all that are marked")
  func copying() throws {
    var driver = try driver()
    driver.type("2/port<Enter>y")
    guard case .copy(let text)? = driver.effects.last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(text.hasPrefix("Port Authority of Marisol (P-"))
    driver.type("<Esc>  y")
    guard case .copy(let two)? = driver.effects.last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(two.split(separator: "\n").count == 2)
  }

  @Test("| hands the shown rows to the program that is typed")
  func piping() throws {
    var driver = try driver()
    driver.type("2/county<Enter>|")
    #expect(driver.picture.contains("hand the shown rows to: less"))
    driver.type("sort -u<Enter>")
    guard case .pipe(.partner, let records, program: "sort -u")? = driver.effects.last else {
      Issue.record("nothing was handed on: \(driver.effects)")
      return
    }
    #expect(records.count == driver.state.screens[1].shownRecords(driver.scene)?.records.count)
    driver.type("8|")
    #expect(driver.state.layer == nil)
  }

  @Test("E edits the note of what is selected")
  func editing() throws {
    var driver = try driver()
    driver.type("2E")
    guard case .editText(_, field: "notes")? = driver.effects.last else {
      Issue.record("no editor was asked for: \(driver.effects)")
      return
    }
  }

  @Test("pasted cells are looked at as a table, other text acts on nothing")
  func pasting() throws {
    var driver = try driver()
    driver.press(.paste("Q"))
    #expect(driver.effects.isEmpty)
    driver.press(.paste("name\tkind\nMarsh County\tcounty\n"))
    #expect(driver.effects.last == .previewCells("name\tkind\nMarsh County\tcounty\n"))
    let preview = ImportPreview(
      number: 3, name: "pasted cells", sentence: "1 row read: 1 created", lines: ["new: Marsh"],
      canImport: true)
    driver.send(.importPreview(preview))
    #expect(driver.picture.contains("new: Marsh"))
    driver.type("y")
    #expect(driver.effects.last == .takeImport(3))
  }

  @Test("a preview does not cover what is being typed: it waits until that is closed")
  func waitingPreview() throws {
    var driver = try driver()
    driver.type("2e")
    driver.send(
      .importPreview(
        ImportPreview(number: 1, name: "x.csv", sentence: "s", lines: [], canImport: true)))
    #expect(driver.picture.contains("Edit "))
    driver.type("<Esc>")
    #expect(driver.picture.contains("Import: x.csv"))
    driver.type("n")
    #expect(driver.state.layer == nil)
    #expect(!driver.effects.contains(.takeImport(1)))
  }

  @Test("long work says how far it is, and ^C stops it")
  func running() throws {
    var driver = try driver()
    let work = RunningWork(Progress("reading x.csv", done: 500, total: 2000), milliseconds: 1000)
    driver.send(.running(work))
    #expect(driver.picture.contains("reading x.csv · 25 % · 500/s · 3 s left"))
    driver.type("jj")
    #expect(driver.picture.contains("25 %"))
    driver.type("<^C>")
    #expect(driver.effects.last == .cancelWork)
    #expect(!driver.picture.contains("25 %"))
  }

  // MARK: Views

  @Test(
    "a view's line is read back as the view",
    arguments: [
      SavedView(
        name: "Police at risk", screen: "partners", filter: "kind:police risk>=high",
        order: SortOrder("risk", descending: true)),
      SavedView(name: "all flags", screen: "triage", filter: "", order: nil),
      SavedView(name: "a \"b\"\n c", screen: "vetting", filter: "\"x y\" | z", order: nil),
    ])
  func viewLine(_ view: SavedView) {
    #expect(SavedView(line: view.line) == view)
    #expect(!view.line.contains("\n"))
  }

  @Test(
    "other text is no view",
    arguments: ["", "view", "view \"\" partners .", "view \"a\" nowhere .", "view \"a\" partners"])
  func noView(_ text: String) { #expect(SavedView(line: text) == nil) }

  @Test("a view is saved under a name, shown by its number, copied as a line, and taken away")
  func views() throws {
    var driver = try driver()
    driver.type("2/kind:police<Enter>s2'Police<Enter>")
    #expect(driver.state.views.map(\.name) == ["Police"])
    driver.type("<Esc>s11'1")
    #expect(driver.state.screens[1].filterText(driver.scene) == "kind:police")
    #expect(driver.state.screens[1].order == SortOrder("name"))
    driver.type("'<^Y>")
    #expect(driver.effects.last == .copy("view \"Police\" partners name kind:police"))
    driver.type("<^X><Esc>")
    #expect(driver.state.views.isEmpty)
    driver.press(.paste("view \"Police\" partners name kind:police\n"))
    #expect(driver.state.views.map(\.name) == ["Police"])
  }

  // MARK: What is kept

  @Test("views, filters, orders and an open form are there again the next day")
  func keeping() throws {
    var driver = try driver()
    driver.type("2/kind:police<Enter>s2'Police<Enter>e<Down> and more")
    let kept = Dashboard.keepsake(driver.state, driver.office.workspace)
    #expect(kept.draft?.entries.count == 1)
    var next = DashboardDriver(driver.office, width: 100, height: 30)
    next.restore(kept)
    #expect(next.state.views == driver.state.views)
    #expect(next.state.screens[1].filterText(next.scene) == "kind:police")
    #expect(next.state.screens[1].order == SortOrder("name"))
    #expect(next.picture.contains(" and more"))
    #expect((next.state.layer as? FormLayer)?.draft == kept.draft)
    next.type("<Esc><Esc>")
    #expect(Dashboard.keepsake(next.state, next.office.workspace).draft == nil)
  }

  @Test("a form restored after somebody else's change shows both values")
  func draftBesideAChange() throws {
    var driver = try driver()
    driver.type("2eX")
    let kept = Dashboard.keepsake(driver.state, driver.office.workspace)
    guard let record = kept.draft?.record, let entry = kept.draft?.entries.first else {
      Issue.record("no draft")
      return
    }
    driver.type("<Esc><Esc>")
    var invocation = Invocation("record.edit", on: [record])
    invocation.answers["field"] = ["\(entry.field)=Somebody's"]
    try driver.changeElsewhere(invocation)
    driver.restore(kept)
    #expect(driver.picture.contains("somebody wrote “Somebody's” meanwhile"))
  }

  @Test("c offers every kind that a person can make, and a form for it", arguments: 1...9)
  func creating(_ number: Int) throws {
    var driver = try driver()
    driver.type("3c")
    let menu = driver.picture
    let words = menu.split(separator: "\n").first { $0.contains("\(number)  new ") }
    let title = try #require(
      words?.split(separator: "  ").first { $0.hasPrefix("new ") }, "\(number): \(menu)")
    // A case is opened by its command, which brings the tasks of its checklist.
    let kind = title.dropFirst(4).prefix { $0.isLetter }
    let wanted = kind == "case" ? "open a case" : "New " + kind
    #expect(!menu.contains(wanted))
    driver.type("\(number)")
    #expect(driver.picture.contains(wanted), "\(wanted)")
  }

  @Test("a count of any length moves as far as there are rows")
  func longCount() throws {
    var driver = try driver()
    driver.type("2#9999999j")
    let line = driver.picture.split(separator: "\n").first { $0.hasPrefix("│▸") }
    #expect(line?.contains("Tidewater Joint Task Force") == true, "\(driver.picture)")
  }

  @Test("a view is not said to be saved where nothing can be written")
  func viewWithoutWriting() throws {
    var driver = DashboardDriver(
      try SampleOffice.make(), width: 80, height: 24, readOnly: true)
    driver.type("2/kind:police<Enter>'Police<Enter>")
    #expect(driver.picture.contains("until Concord is left: read-only"), "\(driver.picture)")
    #expect(!driver.picture.contains("saved as the view"))
  }

  @Test("the changes of a record that is not there are none, and the journal says why")
  func changesOfNobody() throws {
    var driver = try driver()
    driver.type("3jjxnot ours<Enter>y8")
    #expect(driver.picture.contains("dismiss"))
    driver.type("/record:nobody<Enter>")
    #expect(driver.picture.contains("no record is called"), "\(driver.picture)")
    #expect(!driver.picture.contains("dismiss “"))
  }

  @Test("d ends a partner for a reason, says what it leaves, and asks once more")
  func ending() throws {
    var driver = try driver()
    driver.type("2d")
    #expect(driver.picture.contains("Reason"))
    driver.type("no longer needed<Enter>")
    #expect(driver.picture.contains("live flags"), "\(driver.picture)")
    #expect(!driver.effects.contains { if case .commit = $0 { true } else { false } })
    driver.type("y")
    guard case .commit(let invocation)? = driver.effects.last else {
      Issue.record("nothing was ended: \(driver.effects)")
      return
    }
    #expect(invocation.command == "record.end")
    #expect(driver.office.workspace.value(invocation.subjects[0], "stage") == .text("ended"))
  }

  @Test("the palette leads to a shell")
  func shell() throws {
    var driver = try driver()
    driver.type(":shell<Enter>")
    #expect(driver.effects.last == .shell)
  }

  @Test("the journal's filter line knows its own fields")
  func journalFilter() throws {
    var driver = try driver()
    driver.type("8/by:me")
    #expect(!driver.picture.contains("no field"))
    driver.type("<Enter>")
    #expect(driver.state.layer == nil)
    driver.type("/<^U>rec<Tab>")
    #expect(driver.picture.contains("/record:"))
  }
}
