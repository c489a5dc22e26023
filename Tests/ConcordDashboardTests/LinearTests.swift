import ConcordCanvas
import ConcordDashboard
import ConcordModel
import OfficeInMemory
import Testing

/// The screens as lines to be read one after the other, and what is said after each key.
@Suite struct LinearTests {
  private func driver(_ office: MemoryOffice) -> DashboardDriver {
    DashboardDriver(office, width: LinearScreen.size.width, height: LinearScreen.size.height)
  }

  private func screen(_ driver: DashboardDriver) -> LinearScreen {
    LinearScreen(driver.state, driver.office.workspace)
  }

  @Test(
    "a screen reads as recorded",
    arguments: [
      ("overview", ""), ("overview-heatmap", "<Tab>"), ("heatmap-kinds", "<Tab>bj"),
      ("heatmap-partners", "<Tab>bbj"), ("heatmap-change", "<Tab>-"),
      ("heatmap-partners-change", "<Tab>bb-"), ("cell-arithmetic", "<Tab>="),
      ("what-if", "jw<Left>b"), ("what-if-triage", "3jw3"),
      ("what-if-kept", "jw<Left><Enter><Tab>"),
      ("partners", "2jj "), ("triage", "3j"),
      ("triage-mitigate", "3jm"), ("triage-bulk", "3*xgone<Enter>"), ("vetting", "4"),
      ("page", "<Enter>"), ("page-flags", "j<Enter>]"), ("journal", "3jjxnot ours<Enter>y8"),
      ("form", "2cAsh County"), ("help", "?"), ("palette", ":bay"), ("filter", "/port"),
      ("arithmetic", "j="),
    ])
  func readsAsRecorded(_ script: (name: String, keys: String)) throws {
    var driver = driver(try SampleOffice.make())
    driver.type(script.keys)
    let text = screen(driver).lines.joined(separator: "\n") + "\n"
    Golden.expect(text, "linear-\(script.name)")
  }

  @Test("no line of any screen holds a line of a box, a bar or two blanks", arguments: 1...8)
  func nothingDrawn(_ key: Int) throws {
    var driver = driver(try SampleOffice.make())
    for keys in ["\(key)", "<Tab>", "<Enter>", "?", "<Esc>", ":", "<Esc>"] {
      driver.type(keys)
      for line in screen(driver).lines {
        let drawn = line.unicodeScalars.first { scalar in
          (0x2500...0x259F).contains(scalar.value) || (0x25B2...0x25CF).contains(scalar.value)
            || (0x2800...0x28FF).contains(scalar.value)
        }
        #expect(drawn == nil, "\(keys): \(line)")
      }
    }
  }

  @Test("keys in any order: every line is fit to be read, and something is said to each key")
  func anyKeys() throws {
    var driver = driver(try SampleOffice.make())
    var speech = LinearSpeech()
    var random = SystemRandomNumberGenerator()
    let keys = Array("jjjkkhlgG123448#5/abc:?=isbtmxavzro+d *Veuq.!pDHcCf<>").map {
      Key.character($0)
    }
    let others: [Key] = [
      .enter, .enter, .escape, .escape, .tab, .backTab, .down, .up, .backspace, .pageDown,
      .control("r"), .paste("two\nlines │ ▇"), .control("c"), .home, .end, .left, .right,
    ]
    var typed: [Key] = []
    for _ in 0..<1500 {
      guard let key = (keys + others).randomElement(using: &random) else { continue }
      typed.append(key)
      speech.hearKey()
      driver.press(key)
      let said = speech.next(screen(driver))
      #expect(!said.isEmpty, "\(typed.suffix(12).map { $0.name ?? "" })")
      for case .line(let line) in said {
        #expect(!line.unicodeScalars.contains { $0.value < 0x20 }, "\(line)")
      }
    }
  }

  @Test("a move says the line that is selected now, and nothing else")
  func move() throws {
    var driver = driver(try SampleOffice.make())
    var speech = LinearSpeech()
    let first = speech.next(screen(driver))
    #expect(first.first == .line("Concord, Gulf Region Partnership Office"))
    speech.hearKey()
    driver.type("j")
    #expect(
      speech.next(screen(driver)) == [
        .line(
          "Harbor City Police Department; kind: police; tier: 1; risk: very high 96; flags: 1; "
            + "due: 7d")
      ])
    // At the end of the list the key is answered all the same.
    driver.type("G")
    _ = speech.next(screen(driver))
    speech.hearKey()
    driver.type("j")
    #expect(speech.next(screen(driver)).count == 1)
    // What is not a key and changes nothing says nothing.
    #expect(speech.next(screen(driver)).isEmpty)
  }

  @Test("another pane, another screen and a page are named before what is selected in them")
  func places() throws {
    var driver = driver(try SampleOffice.make())
    var speech = LinearSpeech()
    _ = speech.next(screen(driver))
    driver.type("<Tab>")
    #expect(
      speech.next(screen(driver)) == [
        .line(
          "Risk heatmap, residual, 9 live flags: likelihood high, impact high: 1 live flag")
      ])
    driver.type("3")
    let triage = speech.next(screen(driver))
    #expect(triage.first == .line("Screen 3, Triage"))
    #expect(triage.count == 2)
    driver.type("1<Tab><Tab><Enter>")
    let page = speech.next(screen(driver))
    #expect(page.first == .line("Partner's page"))
  }

  @Test("a prompt is read when it comes; letters that are typed follow on its line")
  func prompt() throws {
    var driver = driver(try SampleOffice.make())
    var speech = LinearSpeech()
    driver.type("3")
    _ = speech.next(screen(driver))
    driver.type("x")
    let prompt = speech.next(screen(driver))
    #expect(
      prompt.contains { if case .line(let text) = $0 { text.contains("Reason:") } else { false } })
    driver.type("n")
    #expect(speech.next(screen(driver)) == [.line("Reason: n")])
    driver.type("o")
    #expect(speech.next(screen(driver)) == [.echo("o")])
    driver.type("t ours")
    #expect(speech.next(screen(driver)) == [.echo("t ours")])
    driver.type("<Backspace>")
    #expect(speech.next(screen(driver)) == [.line("Reason: not our")])
    driver.type("<Enter>")
    let question = speech.next(screen(driver))
    #expect(
      question.contains { if case .line(let text) = $0 { text.hasPrefix("Sure?") } else { false } })
    driver.type("y")
    let done = speech.next(screen(driver))
    #expect(done.last.map { "\($0)" }?.contains("u takes it back") == true, "\(done)")
    #expect(done.count == 2)
  }

  @Test("in a form each key says the field; in the palette what Enter would take")
  func formAndPalette() throws {
    var driver = driver(try SampleOffice.make())
    var speech = LinearSpeech()
    driver.type("2")
    _ = speech.next(screen(driver))
    driver.type("c")
    #expect(speech.next(screen(driver)).contains(.line("selected: Name, required")))
    driver.type("A")
    #expect(speech.next(screen(driver)) == [.echo(": A")])
    driver.type("sh<Down>")
    let kind = speech.next(screen(driver))
    #expect(kind.first == .line("Kind, required"))
    #expect(kind.contains(.line("What sort of body it is")))
    #expect(kind.count < 16, "\(kind)")
    driver.type("<Esc><Esc>")
    _ = speech.next(screen(driver))
    driver.type(":")
    _ = speech.next(screen(driver))
    driver.type("bayo")
    #expect(speech.next(screen(driver)).contains(.line("Bayou Regional Fusion Center, fusion")))
  }

  @Test("what a key cannot do is said, and ^L says the whole screen")
  func messages() throws {
    var driver = driver(try SampleOffice.make())
    var speech = LinearSpeech()
    _ = speech.next(screen(driver))
    driver.type("@")
    #expect(speech.next(screen(driver)) == [.line("@ does nothing here; ? shows what does")])
    speech.askForAll()
    #expect(speech.next(screen(driver)).count > 30)
  }
}
