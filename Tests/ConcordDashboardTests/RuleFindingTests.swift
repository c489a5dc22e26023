import ConcordModel
import OfficeInMemory
import Testing

@testable import ConcordDashboard

/// The findings of the rules: their page, whom they are about, and what is decided of them.
@Suite struct RuleFindingTests {
  /// An office with a finding about 51 institutes, every second of Texas.
  private func office() throws -> MemoryOffice {
    var office = MemoryOffice()
    var partners: [RecordID] = []
    for number in 1...51 {
      let partner = try office.make(
        "partner", "name=Institute \(number)", "kind=state", "tier=3",
        "state=" + (number % 2 == 0 ? "TX" : "LA"))
      _ = try office.make(
        "capability", "partner=\(partner.text)", "name=Imagery of place \(number)", "needed=yes")
      partners.append(partner)
    }
    try office.run(Invocation("partner.stage", on: partners, ["stage": "active"]))
    return office
  }

  private func driver(width: Int = 80, height: Int = 24) throws -> DashboardDriver {
    DashboardDriver(try office(), width: width, height: height)
  }

  private func findings(_ driver: DashboardDriver) -> [Finding] {
    driver.office.workspace.rows(.finding).map { Finding(driver.office.workspace, $0) }
  }

  @Test("an empty queue says that a finding waits, and by which key it is reached")
  func queue() throws {
    var driver = try driver()
    driver.type("3")
    #expect(driver.picture.contains("1 finding of the rules"), "\(driver.picture)")
  }

  @Test("its page says the rule, how many partners by tier, and some of them")
  func page() throws {
    var driver = try driver()
    driver.type("F")
    for part in [
      "1 to be decided", "capability.single-source", "51 partners", "tier 3: 51", "Institute 1",
      "r raise",
    ] {
      #expect(driver.picture.contains(part), "\(part): \(driver.picture)")
    }
  }

  @Test("without one it says when there would be any")
  func none() throws {
    var driver = DashboardDriver(MemoryOffice(), width: 80, height: 24)
    driver.type("F")
    #expect(driver.picture.contains("The rules hold nothing back."), "\(driver.picture)")
    driver.type("rps<Enter>u<Esc>")
    #expect(driver.state.layer == nil)
  }

  @Test("Enter shows its partners, and Esc comes back to the page, the filter as it was")
  func partners() throws {
    var driver = try driver()
    driver.type("2/state:LA<Enter>1F<Enter>")
    #expect(driver.picture.contains("finding:") && driver.picture.contains(" 51 "))
    #expect(driver.state.top is PartnersScreen)
    driver.type("<Esc>")
    #expect(driver.state.layer is FindingsLayer, "\(driver.picture)")
    driver.type("<Esc>2")
    #expect(driver.picture.contains("26 of 51"), "\(driver.picture)")
  }

  @Test("raised with a reason, its flags are in the queue; undone, they are held again")
  func raise() throws {
    var driver = try driver()
    driver.type("Fr")
    #expect(driver.picture.contains("Reason:"), "\(driver.picture)")
    driver.type("the region asked<Enter>")
    #expect(driver.picture.contains("the rules raise 51 flags"), "\(driver.picture)")
    #expect(driver.picture.contains("Findings of the rules"), "the page lies below")
    driver.type("51<Enter>")
    #expect(driver.state.layer is FindingsLayer, "\(driver.picture)")
    #expect(driver.picture.contains("raised: the region asked"), "\(driver.picture)")
    #expect(driver.office.workspace.count(.flag) == 51)
    driver.type("u")
    #expect(driver.office.workspace.count(.flag) == 0)
    #expect(findings(driver).first?.state == .open)
    #expect(driver.picture.contains("1 to be decided"), "\(driver.picture)")
  }

  @Test("a part is raised by a filter; the rest waits on")
  func part() throws {
    var driver = try driver()
    driver.type("Fr<Tab>")
    driver.type("state:TX<Tab>Texas first<Enter>25<Enter>")
    #expect(driver.office.workspace.count(.flag) == 25, "\(driver.picture)")
    #expect(driver.picture.contains("26 partners"), "\(driver.picture)")
    #expect(driver.picture.contains("25 partners"), "\(driver.picture)")
  }

  @Test("planned over some months, and silenced until a day, each under its heading")
  func planAndSilence() throws {
    var driver = try driver()
    driver.type("Fpspread them<Enter>51<Enter>")
    #expect(findings(driver).first?.state == .planned)
    #expect(driver.picture.contains("planned from"), "\(driver.picture)")
    driver.type("snot ours<Enter>51<Enter>")
    #expect(findings(driver).first?.state == .silenced)
    #expect(driver.picture.contains("silenced until"), "\(driver.picture)")
    #expect(driver.picture.contains("none waits"), "\(driver.picture)")
  }

  @Test("a filter that cannot be read is said, and what was typed stays")
  func badFilter() throws {
    var driver = try driver()
    driver.type("Fr<Tab>nonsense:x<Tab>why not<Enter>")
    #expect(driver.office.workspace.count(.flag) == 0)
    #expect(driver.picture.contains("nonsense"), "\(driver.picture)")
    #expect(driver.state.layer is PromptLayer)
  }

  @Test("partners are found by the finding that speaks of them, or by its rule")
  func filter() throws {
    var driver = try driver(width: 120, height: 40)
    driver.type("2/finding:capability.single-source<Enter>")
    #expect(!driver.picture.contains("0 of 51"), "\(driver.picture)")
    driver.type("<Esc>/finding:contact.stale<Enter>")
    #expect(driver.picture.contains("0 of 51"), "\(driver.picture)")
    driver.type("<Esc>/finding:!<Enter>")
    #expect(driver.state.layer is FilterLayer, "\(driver.picture)")
    #expect(driver.picture.contains("the beginning of a finding's id"), "\(driver.picture)")
  }

  @Test("read-only, nothing is asked")
  func readOnly() throws {
    var driver = DashboardDriver(try office(), width: 80, height: 24, readOnly: true)
    driver.type("Fr")
    #expect(driver.state.layer is FindingsLayer)
    #expect(driver.picture.contains("read"), "\(driver.picture)")
  }
}
