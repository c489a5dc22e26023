import Foundation
import Testing

@testable import ConcordApp

/// What someone at a terminal is asked who has no store yet.
final class FirstQuestionTests {
  private let directory: URL
  private var shown = ""

  init() throws {
    directory = FileManager.default.temporaryDirectory
      .appending(path: "concord-tests-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: directory) }

  private func path(_ name: String) -> String {
    directory.appending(path: name).path(percentEncoded: false)
  }

  /// The store that these answers lead to; nil for none.
  private func ask(_ answers: String...) throws -> String? {
    var common = CommonOptions()
    common.store = path("store")
    var settings = try common.settings()
    settings.store = path("store")
    var rest = answers[...]
    let question = FirstQuestion(
      common, settings, put: { self.shown += $0 }, line: { rest.popFirst() })
    return try question.ask()
  }

  private func count(_ store: String) throws -> Int {
    var common = CommonOptions()
    common.store = store
    return try common.session().workspace.count(.partner)
  }

  @Test func leavingMakesNothing() throws {
    for answers in [["q"], ["", "7", "Q"], []] {
      var rest = answers[...]
      let settings = try {
        var it = try CommonOptions().settings(); it.store = self.path("store"); return it
      }()
      let question = FirstQuestion(
        CommonOptions(), settings, put: { self.shown += $0 }, line: { rest.popFirst() })
      #expect(try question.ask() == nil)
    }
    #expect(try ask("2") == nil)
    #expect(try ask("2", "Test Office") == nil)
    #expect(try ask("3", "/nowhere.csv") == nil)
    #expect(shown.contains("There is no store at \(path("store")) yet."))
    #expect(!FileManager.default.fileExists(atPath: path("store")))
  }

  @Test func theDemoIsMadeBesideAndFoundAgain() throws {
    #expect(try ask("1") == path("store-demo"))
    #expect(try count(path("store-demo")) == 120)
    #expect(try ask("1") == path("store-demo"))
    #expect(!FileManager.default.fileExists(atPath: path("store")))
  }

  @Test func aNewOfficeAsksItsNameAndZoneUntilTheyCanBe() throws {
    #expect(try ask("2", "", "Test Office", "Mars/Olympus", "UTC") == path("store"))
    #expect(shown.contains("There is no such zone"))
    var common = CommonOptions()
    common.store = path("store")
    let office = try common.session().workspace.office
    #expect(office.name == "Test Office")
    #expect(office.zone == "UTC")
  }

  @Test func aNewOfficeOfAFile() throws {
    try Data("name,kind\nA,county\nB,county\n".utf8).write(
      to: directory.appending(path: "p.csv"))
    #expect(try ask("3", path("none.csv"), path("p.csv"), "Test Office", "", "") == path("store"))
    #expect(shown.contains("there is no such file"))
    #expect(try count(path("store")) == 2)
  }

  @Test func aFileThatNeedsAMapLeavesAnEmptyOfficeAndSaysSo() throws {
    try Data("Organization,Phone\nA,1\n".utf8).write(to: directory.appending(path: "p.csv"))
    #expect(try ask("3", path("p.csv"), "Test Office", "", "") == path("store"))
    #expect(shown.contains("nothing gives the name: add --map"))
    #expect(shown.contains("The office is there, without partners"))
    #expect(try count(path("store")) == 0)
  }
}
