import ConcordCanvas
import ConcordDashboard
import ConcordModel
import OfficeInMemory
import Testing

/// The heatmap's forms, and what its keys do with a cell.
@Suite struct HeatmapTests {
  private func driver(_ width: Int = 120, _ height: Int = 40) throws -> DashboardDriver {
    var driver = DashboardDriver(try SampleOffice.make(), width: width, height: height)
    driver.type("<Tab>")
    return driver
  }

  /// The heading of the focused pane, as it is read.
  private func heading(_ driver: DashboardDriver) -> String {
    reader(driver).focused?.heading ?? ""
  }

  private func reader(_ driver: DashboardDriver) -> LinearScreen {
    var wide = driver
    wide.send(.resized(LinearScreen.size))
    return LinearScreen(wide.state, wide.office.workspace)
  }

  /// What is selected, as it is read.
  private func selection(_ driver: DashboardDriver) -> String { reader(driver).selection }

  private func shownPartners(_ driver: DashboardDriver) -> [String] {
    (driver.state.screens[0].shownRecords(driver.scene)?.records ?? [])
      .map { driver.office.workspace.title($0) }
  }

  @Test("b goes through the forms and round again; each keeps its cursor")
  func forms() throws {
    var driver = try driver()
    #expect(selection(driver) == "likelihood high, impact high: 1 live flag")
    driver.type("j")
    let matrix = selection(driver)
    driver.type("b")
    #expect(heading(driver).hasPrefix("Risk by kind, residual"))
    driver.type("jjl")
    let kinds = selection(driver)
    driver.type("b")
    #expect(heading(driver).hasPrefix("Risk by partner, residual"))
    driver.type("jlll")
    let partners = selection(driver)
    #expect(partners.hasPrefix("Harbor City Police Department, Loss of operational control"))
    driver.type("b")
    #expect(selection(driver) == matrix)
    driver.type("b")
    #expect(selection(driver) == kinds)
    driver.type("b")
    #expect(selection(driver) == partners)
  }

  @Test("partners stand as in the list, and begin with the one that is selected there")
  func partnersInOrder() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 120, height: 40)
    driver.type("jjj")
    let selected = driver.office.workspace.title(
      try #require(driver.state.top.mainSubject(driver.scene)))
    driver.type("<Tab>bb")
    #expect(selection(driver).hasPrefix(selected + ", Security"))
    driver.type("g")
    #expect(
      selection(driver).hasPrefix("Ministry of Interior, Ardania, Security: 1 live flag, worst"))
    driver.type("G")
    #expect(selection(driver).hasPrefix("Tidewater Joint Task Force, Security: 0 live flags"))
    // By name the other way round; the cursor stays on its partner.
    driver.type("<S-Tab>s1<Tab>")
    #expect(selection(driver).hasPrefix("Tidewater Joint Task Force"))
  }

  @Test("a partner that a change moves in the list keeps the cursor")
  func cursorFollows() throws {
    var driver = try driver()
    driver.type("bbjj")
    let before = selection(driver)
    #expect(before.hasPrefix("Deltawave Analytics, Inc."))
    let flag = try #require(
      driver.office.workspace.rows(.flag).map { driver.office.workspace[.flag].id($0) }.last)
    try driver.changeElsewhere(
      Invocation(
        "flag.reassess", on: [flag], ["likelihood": "5", "impact": "5", "reason": "worse"]))
    #expect(selection(driver) == before)
  }

  @Test("b on the Overview acts wherever the focus is; elsewhere it says where the map is")
  func formsFromElsewhere() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 120, height: 40)
    driver.type("b")
    #expect(driver.picture.contains("Risk by kind"))
    for screen in ["2", "3", "4", "8"] {
      driver.type(screen + "b")
      #expect(driver.state.message?.text.contains("the heatmap is on the Overview: 1") == true)
      driver.type("-")
      #expect(driver.state.message?.text.contains("the heatmap is on the Overview: 1") == true)
    }
    driver.type("1bb")
    #expect(driver.picture.contains("Risk heatmap"))
  }

  @Test(
    "Enter filters the partners to the cell, Esc gives back what was before",
    arguments: [("", "likelihood"), ("b", "Security, "), ("bb", "Ardania, Security")])
  func enter(_ form: String, _ words: String) throws {
    var driver = try driver()
    driver.type("<S-Tab>/-tags:old<Enter><Tab>" + form)
    if form == "b" { driver.type("g") }
    driver.type("<Enter>")
    #expect(heading(driver).contains(words))
    #expect(driver.state.contexts.first == .partners)
    let filter = driver.state.screens[0].filterText(driver.scene) ?? ""
    #expect(filter.contains("flag:\"") && filter.hasSuffix(" -tags:old"))
    #expect(shownPartners(driver).count == 1)
    // Another cell takes the place of the first.
    driver.type("<Tab>")
    if form.isEmpty { driver.type("jh<Enter>") } else { driver.type("j<Enter>") }
    let second = driver.state.screens[0].filterText(driver.scene) ?? ""
    if driver.state.message == nil { #expect(second != filter || form.isEmpty) }
    #expect(second.components(separatedBy: "flag:").count == 2)
    driver.type("<Esc>")
    if driver.state.screens[0].filterText(driver.scene) == second { driver.type("<Esc>") }
    #expect(driver.state.screens[0].filterText(driver.scene) == "-tags:old")
    #expect(shownPartners(driver).count == 14)
  }

  @Test("a filter that begins with an or is not joined to the cell's")
  func enterAfterOr() throws {
    var driver = try driver()
    driver.type("<S-Tab>")
    driver.send(.setFilter("| kind:police"))
    driver.type("<Tab><Enter>")
    // High by high is a vendor's: nothing that both hold.
    #expect(shownPartners(driver) == [])
    #expect(driver.state.screens[0].filterText(driver.scene)?.contains("|") == false)
    driver.type("<Esc>")
    #expect(driver.state.screens[0].filterText(driver.scene) == "| kind:police")
  }

  @Test("an empty cell says so, whatever is asked of it", arguments: ["<Enter>", " ", "t", "w"])
  func emptyCell(_ key: String) throws {
    var driver = try driver()
    driver.type("G" + key)
    let text = driver.state.message?.text ?? ""
    #expect(text.contains("no live flag") || text.contains("none is selected"), "\(text)")
    #expect(driver.state.layer == nil && driver.state.front == 0)
  }

  @Test("an office without flags says so, in each form and for each key")
  func emptyOffice() {
    var driver = DashboardDriver(MemoryOffice(), width: 120, height: 40)
    driver.type("<Tab>b")
    for _ in 0..<2 {
      #expect(driver.picture.contains("No live flags."))
      for key in ["j", "<PgDn>", "G", "<Enter>", " ", "t", "w", "="] {
        driver.type(key)
        if ["j", "<PgDn>", "G"].contains(key) { continue }
        #expect(driver.state.message != nil, "\(key)")
      }
      driver.type("b")
    }
  }

  @Test("space marks the flags of a cell, says how many, and takes the marks off again")
  func marking() throws {
    var driver = try driver()
    driver.type("jh ")
    #expect(driver.state.message?.text == "2 flags of the cell marked")
    #expect(heading(driver).contains("2 marked"))
    #expect(driver.state.top.subjects(of: .flag, driver.scene).count == 2)
    driver.type("kl ")
    #expect(driver.state.message?.text == "1 flag of the cell marked, 3 in all")
    // In another form they are marked too, and counted once.
    driver.type("b")
    #expect(heading(driver).contains("3 marked"))
    driver.type("b<Esc>")
    #expect(!heading(driver).contains("marked"))
    driver.type("b ")
    driver.type(" ")
    #expect(driver.state.message?.text == "1 flag not marked any more")
    #expect(!heading(driver).contains("marked"))
  }

  @Test("t takes marked flags to Triage, marked, for one decision")
  func marksToTriage() throws {
    var driver = try driver()
    driver.type("jh kl t")
    #expect(driver.state.front == 2)
    #expect(driver.state.top.subjects(of: .flag, driver.scene).count == 3)
    #expect(driver.picture.contains("Queue: 3 marked"))
    driver.type("xtogether<Enter>")
    #expect(driver.picture.contains("Type 3 and Enter"))
    driver.type("3<Enter>")
    #expect(driver.office.workspace.heatmap(.residual).total == 6)
    // What is closed is not acted on any more.
    driver.type("1")
    #expect(driver.state.top.subjects(of: .flag, driver.scene) == [])
  }

  @Test("t takes a cell to Triage by its filter; Esc leads back, and the queue's own filter stays")
  func cellToTriage() throws {
    var driver = try driver()
    driver.type("3/risk>=low<Enter>1jht")
    #expect(driver.state.front == 2)
    let filter = "residual-likelihood:3 residual-impact:3 live:yes"
    #expect(driver.state.screens[2].filterText(driver.scene) == filter)
    #expect(driver.state.screens[2].shownRecords(driver.scene)?.records.count == 2)
    driver.type("<Esc>")
    #expect(driver.state.front == 0 && driver.state.contexts.first == .heatmap)
    #expect(driver.state.screens[2].filterText(driver.scene) == "risk>=low")
  }

  @Test("of a cell's flags those that wait for nobody are counted")
  func flagsThatWait() throws {
    var office = try SampleOffice.make()
    let flag = try #require(
      office.workspace.rows(.flag).map { office.workspace[.flag].id($0) }[3...].first)
    try office.run(
      Invocation("flag.accept", on: [flag], ["reason": "small", "until": "+90d"]))
    var driver = DashboardDriver(office, width: 120, height: 40)
    driver.type("<Tab>t")
    #expect(driver.state.message?.text == "0 of 1 flag needs a decision of yours")
  }

  @Test("= names the flags of a cell with partner, owner, age and rule; Enter reads one")
  func arithmetic() throws {
    var driver = try driver()
    driver.type("jh=")
    let box = driver.picture
    #expect(box.contains("Level moderate, score 21: likelihood 3 × impact 3"))
    #expect(box.contains("2 live flags, by their residual ratings:"))
    #expect(box.contains("21 moderate  Only source for maritime imagery"))
    #expect(box.contains("Ministry of Interior, Ardania · no owner · 0d"))
    driver.type("j<Enter>")
    #expect(driver.picture.contains("Gives 1, receives 10 in a year"))
    #expect(driver.picture.contains("Treatments that fit"))
    driver.type("<Esc>b=")
    #expect(driver.picture.contains("Level very high: the worst of them"))
  }

  @Test("in a small window every line of the arithmetic comes into sight, and every flag")
  func arithmeticInASmallWindow() throws {
    for keys in ["<Tab>jh=", "<Tab>b=", "="] {
      var driver = DashboardDriver(try SampleOffice.make(), width: 60, height: 12)
      driver.type(keys)
      var seen = ""
      for step in 0..<12 {
        seen += driver.picture
        driver.type(step < 6 ? "j" : "k")
      }
      // What was seen first is in sight again at the end.
      #expect(seen.hasPrefix(driver.picture))
      var whole = DashboardDriver(try SampleOffice.make(), width: 60, height: 60)
      whole.type(keys)
      for line in whole.picture.split(separator: "\n") where line.contains("│ │ ") {
        let texts = line.split(separator: "│").map { $0.trimmingSpaces }
        guard let text = texts.max(by: { $0.count < $1.count }), !text.isEmpty else { continue }
        #expect(seen.contains(text), "\(keys): \(text)")
      }
    }
  }

  @Test("a click selects a cell in each form, a second one opens it", arguments: ["", "b", "bb"])
  func clicks(_ form: String) throws {
    var driver = try driver()
    driver.type(form)
    let canvas = Frame.canvas(driver.state, driver.office.workspace)
    var seen: Set<String> = []
    for y in 2..<15 {
      for x in stride(from: 62, to: 118, by: 3) {
        guard let target = canvas.target(at: Point(x: x, y: y)), target.pane == 1,
          target.line != nil
        else { continue }
        var copy = driver
        copy.press(.mouse(MouseEvent(.press(.left), at: Point(x: x, y: y))))
        let words = selection(copy)
        // What is lit is what was clicked.
        let shown = Frame.canvas(copy.state, copy.office.workspace)
        #expect(shown.target(at: Point(x: x, y: y)) == target)
        #expect(shown.cursor.map { shown.target(at: $0.position)?.line } == target.line, "\(words)")
        seen.insert(words)
      }
    }
    #expect(seen.count >= 25)
  }

  @Test("kinds stand in columns where their lines have no room and their names do")
  func turnedKinds() throws {
    var office = MemoryOffice()
    for (place, kind) in ["city", "state", "fire", "lab", "riss", "health", "fusion"].enumerated() {
      let partner = try office.make("partner", "name=P\(place)", "kind=\(kind)")
      _ = try office.flag(partner, "legal", "F\(place)", 3, 3)
    }
    // Seven kinds, six lines.
    var driver = DashboardDriver(office, width: 200, height: 24)
    driver.type("<Tab>b")
    let lines = driver.picture.split(separator: "\n")
    #expect(lines.contains { $0.contains("state") && $0.contains("city") && $0.contains("lab") })
    driver.type("G")
    #expect(selection(driver).contains("Legal"))
    driver.type("l")
    let second = selection(driver)
    driver.type("h")
    #expect(selection(driver) != second)
  }

  @Test("the cursor never leaves the map, whatever keys come at whatever size")
  func anyMotion() throws {
    for (width, height) in ScreenGoldenTests.sizes {
      for form in ["", "b", "bb"] {
        var driver = DashboardDriver(try SampleOffice.make(), width: width, height: height)
        driver.type("<Tab>" + form)
        for keys in [
          "jjjjjjjjjjjjjjjjjj", "llllll", "kk", "<PgDn>", "<PgUp>", "G", "g", "#99j", "h",
        ] {
          driver.type(keys)
          let canvas = Frame.canvas(driver.state, driver.office.workspace)
          let cursor = try #require(canvas.cursor?.position)
          #expect(canvas.target(at: cursor)?.line != nil, "\(width)x\(height) \(form) \(keys)")
        }
      }
    }
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    drop { $0 == " " }.reversed().drop { $0 == " " }.reversed().reduce(into: Substring()) {
      $0.append($1)
    }
  }
}
