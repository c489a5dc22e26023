import ConcordCanvas
import ConcordModel
import OfficeInMemory
import Testing

@testable import ConcordDashboard

/// "Since I last looked" as a page and as signs in the lists.
@Suite struct LookTests {
  private static let last = LastLook(
    at: Instant(milliseconds: MemoryOffice().now.milliseconds - 45 * 3_600_000), lines: ["TEST": 1])

  /// The sample office after two days without its user.
  private static func away() throws -> (office: MemoryOffice, changes: [LookChange]) {
    var office = try SampleOffice.make()
    var changes: [LookChange] = []
    let home = office.now
    let flags = office.workspace.rows(.flag).map { office.workspace[.flag].id($0) }
    let partners = office.workspace.rows(.partner).map { office.workspace[.partner].id($0) }
    let tasks = office.workspace.rows(.task).map { office.workspace[.task].id($0) }
    var edit = Invocation("record.edit", on: [partners[3]])
    edit.answers["field"] = ["city=Old Bayou", "tier=2"]
    let done: [(hours: Int64, author: String, Invocation)] = [
      (
        40, "m.ruiz",
        Invocation("flag.accept", on: [flags[2]], ["reason": "there is no other source"])
      ),
      (
        30, "k.osei",
        Invocation(
          "flag.add", on: [partners[9]],
          [
            "category": "legal", "title": "Licence has run out", "likelihood": "4", "impact": "3",
          ])
      ),
      (28, "m.ruiz", edit),
      (5, "k.osei", Invocation("task.pass", on: [tasks[0]], ["evidence": "letter of 2026-11-20"])),
      (4, "k.osei", Invocation("flag.note", on: [flags[3]], ["text": "asked for the draft"])),
      (3, "a.chen", Invocation("flag.dismiss", on: [flags[6]], ["reason": "not ours"])),
      (2, "m.ruiz", Invocation("case.open", on: [partners[1]], ["due": "+30d"])),
    ]
    for (hours, author, invocation) in done {
      office.now = Instant(milliseconds: home.milliseconds - hours * 3_600_000)
      office.author = author
      changes.insert(LookChange(try office.run(invocation)), at: 0)
    }
    office.now = home
    office.author = "a.chen"
    return (office, changes)
  }

  private func driver(
    width: Int = 80, height: Int = 24, readOnly: Bool = false
  ) throws -> DashboardDriver {
    let (office, changes) = try Self.away()
    var driver = DashboardDriver(office, width: width, height: height, readOnly: readOnly)
    driver.lookBack(until: Self.last, over: changes)
    return driver
  }

  private func page(_ driver: DashboardDriver) throws -> LookLayer {
    try #require(driver.state.layer as? LookLayer, "\(driver.picture)")
  }

  // MARK: Looks

  @Test(
    "the page and the signs in the lists look as recorded",
    arguments: [
      ("page", "L"), ("page-last", "LG"), ("partners", "2"), ("triage", "3"), ("vetting", "4"),
    ], ScreenGoldenTests.sizes)
  func looks(_ script: (name: String, keys: String), _ size: (Int, Int)) throws {
    var driver = try driver(width: size.0, height: size.1)
    driver.type(script.keys)
    Golden.expect(driver.picture, "look-\(script.name)-\(size.0)x\(size.1)", file: #filePath)
  }

  @Test("pages without anything say why", arguments: ScreenGoldenTests.sizes)
  func empty(_ size: (Int, Int)) throws {
    let office = try SampleOffice.make()
    var first = DashboardDriver(office, width: size.0, height: size.1)
    first.type("L")
    Golden.expect(first.picture, "look-first-\(size.0)x\(size.1)", file: #filePath)
    var nothing = DashboardDriver(office, width: size.0, height: size.1)
    nothing.lookBack(until: Self.last, over: [])
    nothing.type("L")
    Golden.expect(nothing.picture, "look-nothing-\(size.0)x\(size.1)", file: #filePath)
  }

  @Test("it reads as recorded, line by line", arguments: [("page", "L"), ("partners", "2")])
  func linear(_ script: (name: String, keys: String)) throws {
    var driver = try driver(
      width: LinearScreen.size.width, height: LinearScreen.size.height)
    driver.type(script.keys)
    let text =
      LinearScreen(driver.state, driver.office.workspace).lines.joined(separator: "\n") + "\n"
    Golden.expect(text, "linear-look-\(script.name)", file: #filePath)
  }

  @Test("each line of the page is wholly inside the window, at any size")
  func anySize() throws {
    for width in stride(from: 40, through: 130, by: 7) {
      for height in [10, 11, 13, 16, 22, 31] {
        var driver = try driver(width: width, height: height)
        driver.type("L")
        let lines = driver.picture.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.dropLast().count == height)
        #expect(driver.picture.contains("Since 2026-11-19 17:00"))
      }
    }
  }

  @Test("in ASCII the signs are + and ~")
  func ascii() throws {
    var driver = try driver()
    driver.send(.configured(.standard, .ascii))
    driver.type("3")
    let flag = try #require(
      driver.picture.split(separator: "\n").first { $0.contains("Licence has run out") })
    #expect(flag.contains("+") && !driver.picture.contains("✦"))
  }

  @Test("a marked row shows its mark; the sign is there again when the mark is taken away")
  func marked() throws {
    var driver = try driver()
    driver.type("2/lumen<Enter> ")
    let row = { (driver: DashboardDriver) in
      driver.picture.split(separator: "\n").first { $0.contains("Lumen Biodetect") } ?? ""
    }
    #expect(row(driver).contains("◆Lumen"), "\(driver.picture)")
    driver.type(" ")
    #expect(row(driver).contains("•Lumen"), "\(driver.picture)")
  }

  // MARK: To the record, and back

  @Test("L, Enter, Esc: to the record's place and back to the same line")
  func places() throws {
    var driver = try driver()
    driver.type("L")
    let count = try page(driver).news.count
    #expect(count == 7)
    for place in 0..<count {
      driver.type("g" + String(repeating: "j", count: place))
      let record = try #require(try page(driver).selected).record
      driver.type("<Enter>")
      if driver.state.layer == nil {
        #expect(Dashboard.selected(driver.state.top, driver.scene) == record, "\(driver.picture)")
      }
      for _ in 0..<3 where !(driver.state.layer is LookLayer) { driver.type("<Esc>") }
      #expect(try page(driver).selected?.record == record)
      #expect(driver.state.front == 0 && driver.state.pages.isEmpty)
    }
    driver.type("L")
    #expect(driver.state.layer == nil)
  }

  @Test("a record that is gone meanwhile says so, and the page stays")
  func gone() throws {
    var (office, changes) = try Self.away()
    let flag = try #require(office.workspace.rows(.flag).first { _ in true })
    let id = office.workspace[.flag].id(flag)
    office.remove(id)
    let line = LineID("OTHER", 1)
    changes.insert(
      LookChange(
        Transaction(
          id: line, first: line, time: office.now.milliseconds, wallTime: nil, author: "m.ruiz",
          account: "m.ruiz@test", command: "record.delete", undoes: nil,
          steps: [Transaction.Step(line, .delete(id))])), at: 0)
    var driver = DashboardDriver(office, width: 120, height: 40)
    driver.lookBack(until: Self.last, over: changes)
    driver.type("L]]")
    #expect(try page(driver).selected?.record == id)
    #expect(driver.picture.contains("taken away by m.ruiz"))
    driver.type("<Enter>")
    #expect(driver.state.message?.text == Obstacle.gone(id).sentence)
    _ = try page(driver)
  }

  @Test("the palette knows it, and y copies the line")
  func paletteAndCopy() throws {
    var driver = try driver()
    driver.type(":last looked<Enter>y")
    let news = try #require(try page(driver).selected)
    guard case .copy(let text)? = driver.effects.last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(text.hasPrefix(news.record.text + " · ") && text.contains("by "))
  }

  // MARK: While it is open

  @Test("c: all is seen, no sign is left, and what comes after has one")
  func allSeen() throws {
    var driver = try driver()
    driver.type("Lc")
    #expect(driver.effects.last == .lookFromNow)
    #expect(try page(driver).news.isEmpty)
    #expect(driver.picture.contains("Nothing happened since 2026-11-21 14:00, but by you."))
    driver.type("<Esc>2")
    #expect(!driver.picture.contains("✦") && !driver.picture.contains("•"))
    let kept = Dashboard.keepsake(driver.state, driver.office.workspace).looked
    #expect(kept?.at == driver.office.now)
    let flag = try #require(driver.office.workspace.rows(.flag).first { _ in true })
    let id = driver.office.workspace[.flag].id(flag)
    try driver.changeElsewhere(
      Invocation("flag.note", on: [id], ["text": "seen"]), by: "m.ruiz")
    #expect(driver.picture.contains("•Harbor City"), "\(driver.picture)")
  }

  @Test("nothing of one's own gets a sign, whatever one does")
  func ownChanges() throws {
    var driver = DashboardDriver(try SampleOffice.make(), width: 80, height: 24)
    driver.lookBack(until: Self.last, over: [])
    driver.type("3jjxnot ours<Enter>y2")
    #expect(!driver.picture.contains("✦") && !driver.picture.contains("•"))
  }

  @Test("what happens while the journal is still read is there with the rest")
  func meanwhile() throws {
    let (office, changes) = try Self.away()
    let workspace = office.workspace
    var state = DashboardState(
      size: Size(width: 80, height: 24),
      actor: Actor(person: nil, author: "a.chen", today: MemoryOffice.today))
    state.lastLook = Self.last
    #expect(Dashboard.wants(&state) == [.lookBack(Self.last)])
    #expect(Dashboard.wants(&state).isEmpty, "it is asked for once")
    #expect(!state.hasLookedBack, "nobody has seen it yet")
    _ = Dashboard.update(.happened([changes[0]]), &state, workspace)
    #expect(state.lookBack == nil)
    let found = LookBack(
      since: Self.last, reader: "a.chen", Array(changes.dropFirst()), in: workspace)
    _ = Dashboard.update(.lookedBack(found), &state, workspace)
    #expect(
      state.lookBack
        == LookBack(since: Self.last, reader: "a.chen", changes, in: workspace))
    #expect(!state.hasLookedBack, "it was told, and not looked at yet")
    #expect(state.message?.text.contains("changed by others; L shows what") == true)
    _ = Dashboard.update(.lookBack, &state, workspace)
    #expect(state.hasLookedBack)
  }

  @Test("an answer that was asked for before all was seen is not taken")
  func olderAnswer() throws {
    let (office, changes) = try Self.away()
    var state = DashboardState(
      size: Size(width: 80, height: 24),
      actor: Actor(person: nil, author: "a.chen", today: MemoryOffice.today))
    state.lastLook = Self.last
    _ = Dashboard.wants(&state)
    let now = LastLook(at: office.now, lines: [:])
    _ = Dashboard.update(.looked(now), &state, office.workspace)
    _ = Dashboard.update(
      .lookedBack(
        LookBack(since: Self.last, reader: "a.chen", changes, in: office.workspace)), &state,
      office.workspace)
    #expect(state.lookBack?.news.isEmpty ?? false)
    #expect(state.lastLook == now)
  }

  @Test("where nobody looked before it begins now; a journal that cannot be read is not seen")
  func beginnings() throws {
    let (office, changes) = try Self.away()
    var state = DashboardState(
      size: Size(width: 80, height: 24),
      actor: Actor(person: nil, author: "a.chen", today: MemoryOffice.today))
    Dashboard.beginLooking(&state, office.workspace, at: office.now)
    #expect(Dashboard.wants(&state).isEmpty && state.hasLookedBack)
    _ = Dashboard.update(.happened([changes[0]]), &state, office.workspace)
    #expect(state.lookBack?.news.count == 2, "the case, and its partner's stage")
    state.lookBack = LookBack(
      since: Self.last, reader: "a.chen", problem: "no such file", in: office.workspace)
    #expect(!state.hasLookedBack)
    _ = Dashboard.update(.lookBack, &state, office.workspace)
    #expect(
      Frame.canvas(state, office.workspace).textLines().contains { $0.contains("no such file") })
  }

  @Test("a past day has no news, and says why")
  func asOf() throws {
    let office = try SampleOffice.make()
    var state = DashboardState(
      size: Size(width: 80, height: 24),
      actor: Actor(person: nil, author: "a.chen", today: MemoryOffice.today))
    state.asOf = MemoryOffice.today
    Dashboard.beginLooking(&state, office.workspace, at: office.now)
    #expect(state.lookBack == nil && Dashboard.wants(&state).isEmpty)
    _ = Dashboard.update(.lookBack, &state, office.workspace)
    let picture = Frame.canvas(state, office.workspace).textLines().joined(separator: "\n")
    #expect(picture.contains("without --as-of"))
    #expect(Dashboard.update(.lookFromNow, &state, office.workspace).isEmpty)
  }

  @Test("read-only: all seen holds until one leaves, and says so")
  func readOnly() throws {
    var driver = try driver(readOnly: true)
    driver.type("Lc")
    #expect(driver.state.message?.text.contains("not kept") ?? false)
  }

  @Test("more changes than are looked back over are said")
  func older() throws {
    let (office, changes) = try Self.away()
    var driver = DashboardDriver(office, width: 80, height: 24)
    driver.lookBack(until: Self.last, over: changes, hasOlder: true)
    driver.type("L")
    #expect(driver.picture.contains("and older ones"))
  }
}
