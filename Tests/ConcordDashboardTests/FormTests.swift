import ConcordCanvas
import ConcordDashboard
import ConcordModel
import OfficeInMemory
import Testing

/// Forms: what a person types becomes a change of exactly that, and is not lost on the way.
@Suite struct FormTests {
  private func driver() throws -> DashboardDriver {
    DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
  }

  private func commits(_ driver: DashboardDriver) -> [Invocation] {
    driver.effects.compactMap { if case .commit(let invocation) = $0 { invocation } else { nil } }
  }

  @Test func onlyWhatWasChangedIsWritten() throws {
    var driver = try driver()
    driver.type("2e<Down><Down><Down><Down><Down><Down><^U>Ashford<^S>")
    let commit = try #require(commits(driver).first)
    #expect(commit.command == "record.edit")
    #expect(commit.answers["field"] == ["city=Ashford"])
    #expect(driver.state.layer == nil)
    #expect(driver.office.workspace.value(commit.subjects[0], "city") == .text("Ashford"))
  }

  @Test func aNewPartnerNeedsNameAndKind() throws {
    var driver = try driver()
    driver.type("2c<^S>")
    #expect(driver.picture.contains("Name is needed"))
    driver.type("Ash County<^S>")
    #expect(driver.picture.contains("Kind is needed"))
    // A beginning of a kind's name is completed.
    driver.type("coun<Tab><^S>")
    let commit = try #require(commits(driver).first)
    #expect(commit.command == "record.create" && commit.answers["kind"] == ["partner"])
    #expect(commit.answers["field"] == ["name=Ash County", "kind=county"])
    #expect(driver.state.layer == nil)
  }

  @Test("^N and ^P go through what is offered, and Tab, Enter or a click takes it")
  func offers() throws {
    var driver = try driver()
    driver.type("2cAsh County<Down>")
    let first = try #require(driver.state.layer as? FormLayer).offered(driver.scene)
    try #require(first.count > 2)
    driver.type("<^N><^N><Tab>")
    let kinds = driver.office.workspace.catalogues
    let key = { (words: String) in
      kinds.keys("kinds").first { kinds.words($0, in: "kinds") == words } ?? "none"
    }
    #expect(driver.picture.contains("Kind *           \(key(first[1]))"))
    driver.type("<^U><^P><Enter><^S>")
    let commit = try #require(commits(driver).first)
    #expect(commit.answers["field"] == ["name=Ash County", "kind=\(key(first[first.count - 1]))"])
  }

  @Test("^N in a field that is filled in offers all there is, and Esc leaves it as it was")
  func offersOfAFilledField() throws {
    var driver = try driver()
    driver.type("2e<Down><Down><^N>")
    let form = try #require(driver.state.layer as? FormLayer)
    #expect(form.offered(driver.scene).count > 2)
    driver.type("<Esc>")
    #expect(driver.state.layer == nil)
    #expect(commits(driver).isEmpty)
  }

  @Test func whatIsNoValueIsSaidWhereItStandsAndNotWritten() throws {
    var driver = try driver()
    driver.type("2e<Down><Down><Down><Down>Atlantis<^S>")
    #expect(commits(driver).isEmpty)
    #expect(driver.picture.contains("country is “"))
    #expect(driver.state.layer != nil)
  }

  @Test func escAsksOnceWhereSomethingWasTyped() throws {
    var driver = try driver()
    driver.type("2e<Esc>")
    #expect(driver.state.layer == nil)
    driver.type("eX<Esc>")
    #expect(driver.picture.contains("Esc again throws away"))
    // Any other key goes on with the form.
    driver.type("Y<Esc>")
    #expect(driver.state.layer != nil)
    driver.type("<Esc>")
    #expect(driver.state.layer == nil)
    #expect(commits(driver).isEmpty)
  }

  @Test func whatSomebodyElseWroteMeanwhileIsShownBesideIt() throws {
    var driver = try driver()
    driver.type("2e<Down><Down><Down><Down><Down><Down><^U>Ashford")
    let id = try #require(driver.state.screens[1].subjects(of: .partner, driver.scene).first)
    var edit = Invocation("record.edit", on: [id])
    edit.answers["field"] = ["city=Birchton", "tier=3"]
    try driver.changeElsewhere(edit)
    #expect(
      driver.picture.contains("now “Birchton”") || driver.picture.contains("wrote “Birchton”"))
    #expect(driver.picture.contains("now “3”"))
    #expect(driver.picture.contains("Ashford"))
    // What the form did not touch stays as somebody else wrote it.
    driver.type("<^S>")
    #expect(driver.office.workspace.value(id, "city") == .text("Ashford"))
    #expect(driver.office.workspace.value(id, "tier") == .integer(3))
  }

  @Test func aResizeKeepsWhatWasTyped() throws {
    var driver = try driver()
    driver.type("2cAsh County")
    for size in [
      Size(width: 40, height: 10), Size(width: 10, height: 3), Size(width: 200, height: 60),
    ] {
      driver.send(.resized(size))
      _ = driver.picture
    }
    #expect(driver.picture.contains("Ash County"))
  }

  @Test func aPasteIsOneLineOfText() throws {
    var driver = try driver()
    driver.type("2c")
    driver.press(.paste("Ash\nCounty\u{1B}[31m"))
    #expect(driver.picture.contains("Ash County[31m"))
  }

  @Test func nothingIsEditedWhereTheStoreCanOnlyBeRead() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24, readOnly: true)
    driver.type("2e")
    #expect(driver.state.layer == nil)
    #expect(driver.picture.contains("read only"))
    driver.type("c")
    #expect(driver.state.layer == nil)
  }

  @Test func aSecondPartnerOfANameIsSaidFirst() throws {
    var driver = try driver()
    driver.type("2cHarbor City Police Department<Down>police<^S>")
    #expect(driver.picture.contains("has this name already"), "\(driver.picture)")
    #expect(commits(driver).isEmpty)
    driver.type("<^S>")
    #expect(commits(driver).count == 1)
  }

  @Test("an agreement's form takes several partners by their names, commas and all")
  func severalPartners() throws {
    var driver = try driver()
    driver.type("2c<Esc>3c9")
    #expect(driver.picture.contains("New agreement"))
    // The partner of the flag that was in front is filled in.
    #expect(driver.picture.contains("Ministry of Interior, Ardania"))
    driver.type(", Deltawave<Tab>")
    #expect(driver.picture.contains("Deltawave Analytics, Inc."), "\(driver.picture)")
    driver.type("<Down>dsa<Down>Data sharing<^S>")
    let commit = try #require(commits(driver).last, "\(driver.picture)")
    let made = try #require(
      driver.office.workspace.rows(.agreement).map { Agreement(driver.office.workspace, $0) }.first)
    #expect(commit.answers["kind"] == ["agreement"] && made.partners.count == 2)
    #expect(made.state == "draft" && made.type == "dsa")
  }

  @Test("what does not fit a small screen's list of kinds is reached by going down")
  func theLastOfManyKinds() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 40, height: 10)
    driver.type("3c")
    #expect(!driver.picture.contains("new incident"))
    driver.type("k")
    #expect(driver.picture.contains("new incident"), "\(driver.picture)")
    driver.type("<Enter>")
    #expect(driver.picture.contains("New incident"))
  }
}
