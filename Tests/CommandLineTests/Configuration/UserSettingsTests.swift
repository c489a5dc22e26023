import ConcordApp
import ConcordDashboard
import Testing

/// `config.json`: what is wrong is told with line and column, and the rest holds.
@Suite struct UserSettingsTests {
  private func settings(_ text: String) -> UserSettings { UserSettings(Array(text.utf8)) }

  @Test("all that may stand in it is read")
  func whole() {
    let settings = settings(
      """
      {"keys": {"triage": {"M": "flag.mitigate", "m": null}, "always": {"ctrl-t": "help"}},
       "theme": "light", "mouse": false, "ascii": true}
      """)
    #expect(settings.problems.isEmpty, "\(settings.problems)")
    #expect(
      settings.keys.map { "\($0.context.rawValue) \($0.key.name ?? "") \($0.action?.name ?? "-")" }
        == ["triage M flag.mitigate", "triage m -", "always ^T help"])
    #expect(settings.theme == .light)
    #expect(settings.usesMouse == false)
    #expect(settings.isASCII == true)
  }

  @Test("each fault has its place, and what is right holds")
  func faults() {
    let settings = settings(
      """
      {"keys": {
        "triage": {"M": "flag.mitigat", "a": "sort", "a": "help"},
        "triag": {"x": "help"},
        "always": {"^T": "help", "C-t": "sort", "3": "help", "^Z": "help", "F77": "help",
          "F5": 5, "F6": "palette"},
        "list": "none"
       },
       "theme": "lihgt", "mouse": "off", "colour": true}
      """)
    #expect(
      settings.problems.map(\.sentence) == [
        "line 2, column 19: no action is called “flag.mitigat”: do you mean flag.mitigate?",
        "line 2, column 48: a stands twice in “triage”; the first one holds",
        "line 3, column 3: no place of keys is called “triag”: do you mean triage?",
        "line 4, column 28: ^T stands twice in “always”; the first one holds",
        "line 4, column 43: 3 cannot be taken: digits are the screens and counts",
        "line 4, column 56: ^Z cannot be taken: ^C, ^L and ^Z mean the same everywhere",
        "line 4, column 70: no key is called “F77”; names are such as M, ^T, M-x, S-Up, F5, Enter",
        "line 5, column 11: expected an action's name in quotation marks, or null, but found a number",
        "line 6, column 11: the keys of a place are an object, such as {\"M\": \"flag.mitigate\"}; "
          + "this is a string",
        "line 8, column 11: there is no theme “lihgt”: do you mean light?",
        "line 8, column 29: mouse is true or false, not a string",
        "line 8, column 36: there is no setting “colour”; settings are keys, theme, mouse, ascii",
      ])
    #expect(settings.keys.count == 3)
    #expect(settings.problemWords?.contains("(and 11 more: concord keys tells all)") == true)
  }

  @Test("what is no JSON holds up to there")
  func noJSON() {
    let settings = settings("{\"keys\": {\"triage\": {\"M\": \"help\"}},\n \"theme\": light}")
    #expect(settings.keys.count == 1)
    #expect(settings.problems.count == 1)
    #expect(settings.problems.first?.sentence.hasPrefix("line 2, column 11: expected") == true)
  }

  @Test("whatever is changed in a file, reading it ends, and each problem has a place in it")
  func random() {
    let whole = Array(
      #"{"keys": {"triage": {"M": "flag.mitigate", "^T": null}}, "theme": "light", "mouse": false}"#
        .utf8)
    var random = SystemRandomNumberGenerator()
    for _ in 0..<3000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        default: bytes.insert(whole[Int.random(in: 0..<whole.count, using: &random)], at: place)
        }
      }
      for problem in UserSettings(bytes).problems {
        #expect(problem.position.line >= 1 && problem.position.column <= bytes.count + 1)
        #expect(!problem.words.isEmpty)
      }
    }
  }

  @Test(
    "hostile bytes end in a problem, or in nothing",
    arguments: [
      "", " \n", "null", "[]", "{", "{\"keys\": [[[[", "\u{FEFF}{}",
      "{\"keys\": {\"always\": {\"\": \"help\"}}}",
      "{\"keys\": {\"always\": {\"\\u0000\": \"help\"}}}",
      "{\"keys\":{\"always\":{\"^\u{301}\":\"help\"}}}",
    ])
  func hostile(_ text: String) {
    let settings = settings(text)
    #expect(settings.keys.count <= 1)
    #expect(settings.problems.count <= 2)
  }
}
