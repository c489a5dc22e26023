import ConcordCanvas
import ConcordDashboard
import ConcordModel
import OfficeInMemory
import Testing

/// Keys of the user's own go before all that comes with Concord, in the hints, help and palette too.
@Suite struct OwnKeyTests {
  private func own(_ context: String, _ key: String, _ action: String?) throws -> OwnBinding {
    try OwnBinding(context: context, key: key, action: action, among: ActionCatalogue())
  }

  private func driver(_ own: [OwnBinding]) throws -> DashboardDriver {
    var driver = DashboardDriver(try SampleOffice.make(), width: 120, height: 40)
    driver.send(.configured(Keymap.standard.with(own), .unicode))
    return driver
  }

  @Test("every binding has a name, and every name is one action")
  func names() {
    for binding in Keymap.standard.bindings {
      #expect(binding.action.name != nil, "\(binding.action) has no name")
    }
    let rows = ActionCatalogue().rows
    #expect(Set(rows.map(\.name)).count == rows.count)
    #expect(Set(rows.map(\.action)).count == rows.count)
    for row in rows {
      #expect(ActionCatalogue()[row.name]?.action == row.action)
      #expect(!row.words.isEmpty && !row.help.isEmpty, "\(row.name) has no words")
    }
    for command in CommandCatalogue.commands {
      let specification = command.specification
      if specification.subject != nil { #expect(ActionCatalogue()[specification.name] != nil) }
    }
  }

  @Test("what is bound in a place that is always there goes before a nearer one's usual meaning")
  func alwaysWins() throws {
    var driver = try driver([try own("always", "m", "help")])
    driver.type("3m")
    #expect(driver.picture.contains("Keys ─"))
    #expect(driver.state.keymap.binding(.character("m"), in: [.triage, .always])?.action == .help)
  }

  @Test("of the user's own the nearer place goes before the farther")
  func nearerOwnWins() throws {
    let keymap = Keymap.standard.with([
      try own("always", "m", "help"), try own("triage", "m", "flag.note"),
    ])
    #expect(
      keymap.binding(.character("m"), in: [.triage, .always])?.action == .command("flag.note"))
    #expect(keymap.binding(.character("m"), in: [.tasks, .always])?.action == .help)
  }

  @Test("an own key stands in hints, help and palette, and the usual one that it took does not")
  func shownEverywhere() throws {
    var driver = try driver([
      try own("triage", "M", "flag.mitigate"), try own("triage", "a", "sort"),
    ])
    driver.type("3")
    let hints = driver.picture.split(separator: "\n").suffix(2).joined()
    #expect(hints.contains("M mitigate"))
    #expect(!hints.contains("a accept"))
    #expect(hints.contains("a sort"))
    driver.type("?")
    #expect(driver.picture.contains("M m "))
    driver.type("<Esc>:mitigate")
    let row = driver.picture.split(separator: "\n").first { $0.contains("▸ mitigate") }
    #expect(row?.contains(" M ") == true)
    // What has lost its key is reached from the palette still.
    driver.type("<Esc>:accept<Enter>")
    #expect(driver.picture.contains("Reason"))
  }

  @Test("null takes a key's meaning away, in all places that it names")
  func takenAway() throws {
    var driver = try driver([try own("always", "m", nil), try own("triage", "x", nil)])
    driver.type("3m")
    #expect(driver.picture.contains("m does nothing here; ? shows what does"))
    driver.type("x")
    #expect(driver.picture.contains("x does nothing here"))
    driver.type("?")
    #expect(!driver.picture.contains("  m  "))
  }

  @Test("help stands in the hints under another key, and is not promised where it has none")
  func helpMoved() throws {
    var driver = try driver([try own("always", "ctrl-t", "help"), try own("always", "?", nil)])
    #expect(driver.picture.contains("^T help"))
    driver.type("@")
    #expect(driver.picture.contains("@ does nothing here; ^T shows what does"))
    driver = try self.driver([try own("always", "?", nil)])
    #expect(!driver.picture.contains("? help"))
    driver.type("@")
    #expect(driver.picture.contains("@ does nothing here"))
    #expect(!driver.picture.contains("shows what does"))
  }

  @Test("messages name the keys as they hold")
  func messages() throws {
    var driver = try driver([try own("always", "M-q", "quit"), try own("always", "Q", nil)])
    driver.type("q")
    #expect(driver.picture.contains("M-q leaves Concord"))
    driver = try self.driver([
      try own("always", "u", nil), try own("triage", "Z", "flag.dismiss"),
    ])
    driver.type("3jjZnot ours<Enter>y")
    #expect(driver.picture.contains("· :undo takes it back"))
  }

  @Test("a screen can have a key of its own, and a command that has none")
  func screensAndCommands() throws {
    var driver = try driver([
      try own("always", "F5", "screen.triage"), try own("partners", "X", "flag.reopen"),
    ])
    driver.type("<F5>")
    #expect(driver.state.front == 2)
    #expect(driver.picture.contains("Queue"))
  }

  @Test(
    "a wrong name is told with the nearest there is",
    arguments: [
      ("triag", "M", "flag.mitigate", "no place of keys is called “triag”: do you mean triage?"),
      ("triage", "M", "flag.mitigat", "do you mean flag.mitigate?"),
      ("triage", "enter", "open", "no key is called “enter”: do you mean Enter?"),
      ("triage", "ctrl-z", "open", "^Z cannot be taken"),
      ("triage", "^C", "open", "^C cannot be taken"),
      ("always", "3", "open", "3 cannot be taken: digits are the screens"),
    ])
  func wrongNames(_ context: String, _ key: String, _ action: String, _ words: String) {
    let error = #expect(throws: BindingProblem.self) { try own(context, key, action) }
    #expect(error?.sentence.contains(words) == true, "\(error?.sentence ?? "")")
  }

  @Test("the mouse is switched off and on from the palette")
  func mouse() throws {
    var driver = try driver([])
    driver.type(":mouse<Enter>")
    #expect(driver.effects.contains(.useMouse(false)))
    #expect(driver.picture.contains("the mouse selects text now"))
    driver.type(":mouse<Enter>")
    #expect(driver.effects.last == .useMouse(true))
  }
}
