import ConcordCanvas
import ConcordModel
import OfficeInMemory
import Testing

@testable import ConcordDashboard

/// The consistency checks as a page: from the palette, to the records, and back.
@Suite struct ChecksTests {
  private static let open = ":consistency<Enter>"

  private func driver(
    _ office: MemoryOffice? = nil, width: Int = 80, height: Int = 24, readOnly: Bool = false
  ) throws -> DashboardDriver {
    var driver = DashboardDriver(
      try office ?? SampleOffice.withFaults(), width: width, height: height, readOnly: readOnly)
    driver.type(Self.open)
    return driver
  }

  private func checks(_ driver: DashboardDriver) throws -> ChecksLayer {
    try #require(driver.state.layer as? ChecksLayer)
  }

  /// Down to the first finding of a check.
  private func select(_ check: String, _ driver: inout DashboardDriver) throws -> RecordID {
    for _ in 0..<40 {
      let selected = try #require(try checks(driver).selected)
      if selected.check.name == check { return selected.record }
      driver.type("]")
    }
    Issue.record("nothing of \(check)")
    return RecordID(.flag, bits: 0)
  }

  // MARK: Looks

  @Test(
    "the page looks as recorded", arguments: ["", "]]]j", "G"], ScreenGoldenTests.sizes)
  func looks(_ keys: String, _ size: (Int, Int)) throws {
    var driver = try driver(width: size.0, height: size.1)
    driver.type(keys)
    let name = keys.isEmpty ? "" : keys == "G" ? "-last" : "-next"
    Golden.expect(driver.picture, "checks\(name)-\(size.0)x\(size.1)", file: #filePath)
  }

  @Test("an office without faults says so", arguments: ScreenGoldenTests.sizes)
  func empty(_ size: (Int, Int)) throws {
    let driver = try driver(try SampleOffice.make(), width: size.0, height: size.1)
    Golden.expect(driver.picture, "checks-none-\(size.0)x\(size.1)", file: #filePath)
  }

  @Test("it reads as recorded, line by line")
  func linear() throws {
    let driver = try driver(width: LinearScreen.size.width, height: LinearScreen.size.height)
    let text =
      LinearScreen(driver.state, driver.office.workspace).lines.joined(separator: "\n") + "\n"
    Golden.expect(text, "linear-checks", file: #filePath)
  }

  @Test("each line of the page is wholly inside the window, at any size")
  func anySize() throws {
    for width in stride(from: 40, through: 130, by: 7) {
      for height in [10, 11, 13, 16, 22, 31] {
        let driver = try driver(width: width, height: height)
        let lines = driver.picture.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.dropLast().count == height)
        #expect(driver.picture.contains("Consistency checks"))
      }
    }
  }

  // MARK: To the record, and back

  @Test(
    "Enter leads to the record's place, and Esc comes back to the same finding",
    arguments: [
      ("flag.target-above-inherent", "Triage"), ("flag.acceptance-without-end", "page"),
      ("task.past-due-without-assignee", "Vetting"), ("partner.active-without-vetting", "page"),
      ("agreement.in-force-without-dates", "record"), ("person.same-handle", "record"),
      ("capability.needed-without-mission", "record"),
    ])
  func places(_ check: String, _ place: String) throws {
    var driver = try driver()
    let record = try select(check, &driver)
    driver.type("<Enter>")
    let scene = driver.scene
    switch place {
    case "Triage":
      #expect(driver.state.top.mainSubject(driver.scene) == record)
    case "Vetting":
      #expect((driver.state.top as? VettingScreen)?.mainSubject(scene) == record)
    case "page":
      let page = try #require(driver.state.pages.last)
      #expect(page.mainSubject(scene) == record)
    default:
      #expect(driver.state.layer is RecordLayer)
      driver.type("<Esc>")
    }
    if place != "record" {
      #expect(driver.state.layer == nil)
    }
    if !driver.state.pages.isEmpty { driver.type("<Esc>") }
    if driver.state.layer == nil { driver.type("<Esc>") }
    #expect(try checks(driver).selected?.record == record)
    #expect(driver.state.front == 0 && driver.state.pages.isEmpty)
    driver.type("<Esc>")
    #expect(driver.state.layer == nil && driver.state.wayBack == nil)
  }

  @Test(
    "a flag that waits for no decision of mine is shown on its partner's page, ready to be decided")
  func decidedOnThePage() throws {
    var driver = try driver()
    let flag = try select("flag.acceptance-without-end", &driver)
    driver.type("<Enter>a<Enter>still no other source<Enter>")
    #expect(driver.office.workspace.value(flag, "until") != nil, "\(driver.picture)")
    driver.type("<Esc>")
    let names = try checks(driver).findings.map { $0.check.name }
    #expect(!names.contains("flag.acceptance-without-end"), "it was looked at again")
  }

  @Test("from Triage, from a page, and twice: the way back ends where it began")
  func wayBack() throws {
    var driver = try driver()
    driver.type("<Esc>3" + Self.open)
    _ = try select("flag.target-above-inherent", &driver)
    driver.type("<Enter>")
    #expect(driver.state.front == 2 && driver.state.layer == nil)
    driver.type("<Esc>")
    _ = try checks(driver)
    driver.type("<Esc>")
    #expect(driver.state.front == 2 && driver.state.cameFrom == nil)
    driver.type("1<Enter>" + Self.open)
    _ = try select("partner.active-without-vetting", &driver)
    driver.type("<Enter>")
    #expect(driver.state.pages.count == 2)
    driver.type("<Esc>")
    _ = try checks(driver)
    #expect(driver.state.pages.count == 1)
  }

  @Test("another screen forgets the way back")
  func forgets() throws {
    var driver = try driver()
    _ = try select("partner.active-without-vetting", &driver)
    driver.type("<Enter>21")
    #expect(driver.state.layer == nil && driver.state.wayBack == nil)
  }

  @Test("e opens the record's form, and saving it comes back to a list without the finding")
  func editing() throws {
    var driver = try driver()
    let record = try select("capability.needed-without-mission", &driver)
    driver.type("e")
    #expect(driver.state.layer is FormLayer)
    driver.type("<Down><Down>Border security^S".replacing("^S", with: ""))
    driver.press(.control("s"))
    #expect(
      driver.office.workspace.value(record, "mission") == .text("border-security"),
      "\(driver.picture)")
    #expect(!(try checks(driver).findings.contains { $0.record == record }))
    // Esc without a change comes back as well.
    driver.type("e<Esc>")
    _ = try checks(driver)
  }

  @Test("nothing is edited where nothing may be written")
  func readOnly() throws {
    var driver = try driver(readOnly: true)
    driver.type("e")
    _ = try checks(driver)
    #expect(driver.state.message?.text == Obstacle.readOnly.sentence)
  }

  @Test("what others change is looked at anew; the selection stays on its finding")
  func changedElsewhere() throws {
    var driver = try driver()
    _ = try select("person.same-handle", &driver)
    let selected = try #require(try checks(driver).selected)
    let flag = try #require(
      try checks(driver).findings.first { $0.check.name == "flag.acceptance-without-end" }
    ).record
    try driver.changeElsewhere(
      Invocation("flag.accept", on: [flag], ["reason": "after all"]))
    #expect(try checks(driver).selected == selected)
    #expect(driver.effects.filter { if case .check = $0 { true } else { false } }.count == 2)
  }

  @Test("an answer to an older question is not taken, and nothing is shown before the first")
  func olderAnswers() throws {
    let office = try SampleOffice.withFaults()
    let scene = DashboardDriver(office, width: 80, height: 24).scene
    var layer = ChecksLayer(scene)
    #expect(layer.wants() == .check(number: 1) && layer.wants() == nil)
    layer.take(CheckReport(office.workspace), number: 2)
    #expect(layer.report == nil && layer.isLooking)
    layer.take(CheckReport(office.workspace), number: 1)
    #expect(layer.report != nil && !layer.isLooking)
  }

  @Test("the keys that the page names do what mends the finding")
  func keys() throws {
    let workspace = try SampleOffice.withFaults().workspace
    let words = CheckReport(workspace).findings.map {
      CheckKeys.words($0.remedy(in: workspace), .standard)
    }
    #expect(
      Set(words) == [
        "e among the checks", "a in Triage", "! in Triage", "C on its page", "o in Vetting",
      ])
  }

  @Test("a click selects a finding, and a second one on it opens it")
  func clicks() throws {
    var driver = try driver(width: 200, height: 40)
    let picture = driver.picture.split(separator: "\n", omittingEmptySubsequences: false)
    let y = try #require(picture.lastIndex { $0.contains("nobody does it") })
    let press = Key.mouse(MouseEvent(.press(.left), at: Point(x: 20, y: y)))
    driver.press(press)
    let selected = try #require(try checks(driver).selected)
    #expect(picture[y].contains(driver.scene.shortID(selected.record)))
    driver.press(press)
    #expect(driver.state.layer == nil || driver.state.layer is RecordLayer)
  }

  @Test("the finding is copied with its id")
  func copying() throws {
    var driver = try driver()
    let finding = try #require(try checks(driver).selected)
    driver.type("y")
    let text = finding.record.text + " " + finding.sentence(in: driver.office.workspace)
    #expect(driver.effects.last == .copy(text))
    _ = try checks(driver)
  }
}
