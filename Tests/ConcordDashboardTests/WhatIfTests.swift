import ConcordCanvas
import ConcordDashboard
import ConcordModel
import OfficeInMemory
import Testing

/// What if: the screen shows what would follow, and nothing is ever written.
@Suite struct WhatIfTests {
  private func driver(_ keys: String = "") throws -> DashboardDriver {
    var driver = DashboardDriver(try SampleOffice.make(), width: 120, height: 40)
    driver.type(keys)
    return driver
  }

  /// The picture without what was said last.
  private func body(_ driver: DashboardDriver) -> ArraySlice<Substring> {
    driver.picture.split(separator: "\n", omittingEmptySubsequences: false).dropLast(2)
  }

  /// Effects that reach the store.
  private func writes(_ driver: DashboardDriver) -> [Effect] {
    driver.effects.filter { effect in
      switch effect {
      case .commit, .undo, .redo, .takeImport, .editText, .offerUndo, .offerUndoOf: true
      default: false
      }
    }
  }

  private func values(_ workspace: Workspace) -> [String] {
    workspace.tables.flatMap { table in
      workspace.rows(table.schema.kind).map { row in
        "\(table.id(row)) \(workspace.values(table.schema.kind, row: row))"
      }
    }
  }

  private func figures(_ workspace: Workspace) -> [String] {
    workspace.rows(.flag).map { "\(String(describing: workspace.flagFigure(row: $0)))" }
      + workspace.rows(.partner).map { "\(workspace.partnerFigure(row: $0))" }
      + RiskView.allCases.map { "\(workspace.heatmap($0))" }
  }

  /// Every cell of every form and view.
  private func cells(_ workspace: Workspace) -> [HeatmapTable.Cell] {
    let partners = workspace.rows(.partner).map { workspace[.partner].id($0) }
    let all: [HeatmapCell] =
      Rating.all.map { .rating($0) }
      + RiskCategory.allCases.flatMap { category in
        workspace.catalogues.kinds.map { .kind(category: category.rawValue, kind: $0.key) }
          + partners.map { .partner($0, category: category.rawValue) }
      }
    return RiskView.allCases.flatMap { view in all.map { workspace.heatmapCell($0, view) } }
  }

  @Test("what is shown is what would be, had the commands been given")
  func asTheCommandsWould() throws {
    var driver = try driver("3jw")
    let flag = try #require(driver.state.screens[2].mainSubject(driver.scene))
    // Two digits, and the second treatment of the list.
    driver.type("25b")
    var office = driver.office
    try office.run(
      Invocation("flag.reassess", on: [flag], ["likelihood": "2", "impact": "5", "reason": "x"]))
    try office.run(
      Invocation("flag.mitigate", on: [flag], ["treatment": "2", "state": "in-force"]))
    #expect(figures(driver.scene.workspace) == figures(office.workspace))
    #expect(cells(driver.scene.workspace) == cells(office.workspace))
    #expect(figures(driver.scene.workspace) != figures(driver.office.workspace))
    // Taken back one by one it is the office again.
    driver.type("b45")
    let rating = driver.office.workspace.row(flag)
      .flatMap { driver.office.workspace.flagFigure(row: $0) }?.inherent
    driver.type("\(rating?.likelihood ?? 0)\(rating?.impact ?? 0)")
    #expect(figures(driver.scene.workspace) == figures(driver.office.workspace))
    #expect(cells(driver.scene.workspace) == cells(driver.office.workspace))
    #expect(driver.state.whatIf?.changedFlags == [])
    #expect(writes(driver).isEmpty)
  }

  @Test("Esc takes all back: the same office, the same picture, and no command")
  func escape() throws {
    for start in ["<Tab>", "<Tab>b", "<Tab>bb", "3", "2"] {
      var driver = try driver(start)
      let before = body(driver)
      let (records, numbers) = (
        values(driver.office.workspace), figures(driver.office.workspace)
      )
      let version = driver.office.workspace.version
      driver.type("w")
      if driver.state.whatIf == nil { driver.type("<Enter>") }
      #expect(driver.state.whatIf != nil, "\(start)")
      driver.type("<Up><Right><Left><Down><Down>ab<Tab> 51")
      #expect(driver.picture.contains("What if · not saved"))
      #expect(figures(driver.scene.workspace) != numbers)
      driver.type("<Esc>")
      #expect(driver.state.whatIf == nil && driver.state.layer == nil)
      #expect(body(driver) == before, "\(start)")
      #expect(driver.state.message?.text == "all is as it was; nothing was saved")
      #expect(values(driver.office.workspace) == records)
      #expect(figures(driver.office.workspace) == numbers)
      #expect(driver.office.workspace.version == version)
      #expect(writes(driver).isEmpty)
    }
  }

  @Test("several flags are supposed one after another, and seen on every screen until Esc")
  func several() throws {
    var driver = try driver("3w<Left><Left><Enter>")
    #expect(driver.state.message?.text.contains("what if of 1 flag, not saved") == true)
    #expect(driver.picture.contains("what if · not saved"))
    driver.type("jw<Down><Down><Down><Enter>")
    #expect(driver.state.message?.text.contains("what if of 2 flags") == true)
    driver.type("1")
    let shown = driver.picture
    #expect(shown.contains("what if · not saved") && shown.contains("what if · residual"))
    #expect(shown.contains("−1") && shown.contains("+1"))
    let supposed = driver.scene.workspace.heatmap(.residual)
    #expect(supposed.total == 9 && supposed != driver.office.workspace.heatmap(.residual))
    driver.type("2")
    let reading = LinearScreen(driver.state, driver.office.workspace)
    #expect(reading.title == "Screen 2, Partners, what if, not saved")
    driver.type("<Esc>")
    #expect(driver.state.whatIf == nil)
    driver.type("1")
    #expect(!driver.picture.contains("what if"))
    #expect(!driver.picture.contains("−1"))
    #expect(writes(driver).isEmpty)
  }

  @Test(
    "no key changes the office while something else is in sight",
    arguments: [
      "m", "a", "x", "r", "o", "+", "d", "!", "z", "T", "v", "u", "<^R>", "e", "c", ".", "D", "E",
      "<^O>", "f", "R",
    ])
  func refused(_ key: String) throws {
    var driver = try driver("3jw<Left><Enter>")
    driver.type(key)
    #expect(driver.state.layer == nil)
    #expect(
      driver.state.message?.text
        == "this is a what if, nothing of it is saved: Esc takes it back first", "\(key)")
    #expect(writes(driver).isEmpty)
    #expect(driver.state.whatIf?.changedFlags.count == 1)
  }

  @Test("nothing but what if and the palette's look at things acts from the palette either")
  func refusedFromPalette() throws {
    var driver = try driver("3jw<Left><Enter>")
    driver.send(.command("flag.dismiss"))
    driver.send(.run(Invocation("flag.note", on: [], ["text": "x"])))
    driver.send(.takeImport(1))
    let flag = try #require(driver.state.whatIf?.changedFlags.first)
    driver.send(.askAbout(command: "flag.dismiss", flag))
    #expect(writes(driver).isEmpty && driver.state.layer == nil)
  }

  @Test("of a flag that somebody else decides meanwhile nothing is supposed any more")
  func decidedMeanwhile() throws {
    var driver = try driver("3jw<Left>")
    let flag = try #require(driver.state.whatIf?.changedFlags.first)
    try driver.changeElsewhere(Invocation("flag.dismiss", on: [flag], ["reason": "no"]))
    driver.type("<Up>")
    #expect(driver.state.whatIf?.changedFlags.isEmpty ?? true)
    #expect(figures(driver.scene.workspace) == figures(driver.office.workspace))
  }

  @Test("what others change meanwhile comes in under what is supposed")
  func changedMeanwhile() throws {
    var driver = try driver("3jw<Left><Enter>")
    let supposed = try #require(driver.state.whatIf?.changedFlags.first)
    let other = try #require(
      driver.office.workspace.rows(.flag).map { driver.office.workspace[.flag].id($0) }
        .first { $0 != supposed })
    try driver.changeElsewhere(Invocation("flag.dismiss", on: [other], ["reason": "no"]))
    #expect(driver.scene.workspace.heatmap(.residual).total == 8)
    #expect(driver.state.whatIf?.changedFlags == [supposed])
    // What is gone is supposed no longer.
    try driver.changeElsewhere(Invocation("flag.dismiss", on: [supposed], ["reason": "no"]))
    #expect(driver.scene.workspace.heatmap(.residual).total == 7)
    #expect(driver.state.whatIf?.changes.isEmpty ?? true)
    driver.type("<Esc>")
    #expect(figures(driver.scene.workspace) == figures(driver.office.workspace))
  }

  @Test("lists made for a supposition are never taken for the office's")
  func listsAreMadeAnew() throws {
    var driver = try driver("2")
    let before = body(driver)
    driver.type("w<Enter>")
    if driver.state.whatIf == nil { driver.type("<Enter>") }
    driver.type("11<Enter>")
    // Another screen and back: the list stands by what is supposed.
    driver.type("12")
    #expect(body(driver) != before)
    driver.type("<Esc>")
    #expect(
      body(driver) == before)
  }

  @Test("where there is nothing to suppose, w says so")
  func nothingToSuppose() throws {
    var driver = try driver("4w")
    #expect(driver.state.message?.text.contains("none is selected here") == true)
    driver.type("8w")
    #expect(driver.state.message?.text.contains("none is selected here") == true)
    driver.type("3w<Enter>")
    #expect(driver.state.message?.text == "nothing was supposed")
    #expect(driver.state.whatIf == nil)
    let flag = try #require(driver.state.screens[2].mainSubject(driver.scene))
    driver.type("xgone<Enter>y")
    driver.send(.whatIfOn(flag))
    #expect(driver.state.message?.text.contains("is not live") == true)
  }

  @Test("= leads to it too, by whatever key its user has given it")
  func fromArithmetic() throws {
    let driver = try driver("=w")
    #expect(driver.state.whatIf != nil)
    var own = DashboardDriver(try SampleOffice.make(), width: 120, height: 40)
    let actions = ActionCatalogue()
    let keys = try [
      OwnBinding(context: "always", key: "Y", action: "what-if", among: actions),
      OwnBinding(context: "always", key: "w", action: nil, among: actions),
    ]
    own.send(.configured(Keymap.standard.with(keys), .unicode))
    own.type("=")
    #expect(own.picture.contains("Y what if"))
    own.type("Y")
    #expect(own.state.whatIf != nil && own.picture.contains("What if · not saved"))
    own.type("<Esc>w")
    #expect(own.state.whatIf == nil && own.state.layer == nil)
  }

  @Test("a click on a treatment supposes it")
  func click() throws {
    var driver = try driver("3jw")
    let before = figures(driver.scene.workspace)
    let lines = driver.picture.split(separator: "\n", omittingEmptySubsequences: false)
    let y = try #require(lines.lastIndex { $0.contains("│ b [ ] ") })
    driver.press(.mouse(MouseEvent(.press(.left), at: Point(x: 5, y: y))))
    #expect(figures(driver.scene.workspace) != before)
    #expect(driver.picture.contains("as if in force"))
  }

  @Test("a treatment on record is supposed away and back, and stands as it stood")
  func ownTreatment() throws {
    var office = try SampleOffice.make()
    let flag = try #require(
      office.workspace.rows(.flag).map { office.workspace[.flag].id($0) }.first)
    try office.run(
      Invocation("flag.mitigate", on: [flag], ["treatment": "1", "state": "in-force"]))
    try office.run(
      Invocation("flag.mitigate", on: [flag], ["treatment": "2", "state": "planned"]))
    var driver = DashboardDriver(office, width: 120, height: 40)
    driver.send(.whatIfOn(flag))
    let before = figures(driver.scene.workspace)
    driver.type("a")
    #expect(driver.picture.contains("as if not in force"))
    #expect(figures(driver.scene.workspace) != before)
    driver.type("b")
    #expect(driver.picture.contains("as if in force"))
    driver.type("ab")
    #expect(figures(driver.scene.workspace) == before)
    #expect(driver.picture.contains("· planned"))
    // What is on record is not proposed again.
    #expect(
      !driver.picture.contains(
        "b [ ] " + (driver.state.whatIf?.treatments(of: flag)[0].treatment.name ?? "?")))
    let names = driver.state.whatIf?.treatments(of: flag).map(\.treatment.name) ?? []
    #expect(names.count == Set(names).count)
  }

  @Test("at every size the strip is drawn inside, with the flag and its rating")
  func sizes() throws {
    for (width, height) in ScreenGoldenTests.sizes {
      for keys in ["jw<Left>", "3jw<Tab><Tab> ", "<Tab>w<Up>"] {
        var driver = DashboardDriver(try SampleOffice.make(), width: width, height: height)
        driver.type(keys)
        let lines = driver.picture.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.contains { $0.contains("What if · not saved") })
        #expect(lines.contains { $0.contains("likelihood") || $0.contains("L ") })
      }
    }
  }
}
