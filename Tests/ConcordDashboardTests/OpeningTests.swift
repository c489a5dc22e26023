import ConcordCanvas
import ConcordDashboard
import ConcordModel
import Testing

/// The window while the store is being opened.
@Suite struct OpeningTests {
  private static let office = Office(name: "Gulf Region Partnership Office", zone: "UTC")
  private static let today = Day(number: 20_778)

  private static func state(_ width: Int, _ height: Int) -> DashboardState {
    DashboardState(
      size: Size(width: width, height: height),
      actor: Actor(person: nil, author: "a.chen", today: today))
  }

  private static func picture(_ state: DashboardState, _ opening: OpeningProgress) -> String {
    OpeningFrame.canvas(state, office, opening).textLines().joined(separator: "\n") + "\n"
  }

  @Test("it shows whose store it is, what the cache has, and how far it has come")
  func pictures() {
    var opening = OpeningProgress()
    Golden.expect(Self.picture(Self.state(80, 24), opening), "opening-nothing-80x24")
    opening.counts = [.partner: 100_001, .flag: 500_000, .task: 1, .person: 9]
    opening.progress = Progress("reading the cache", done: 123, total: 402)
    var state = Self.state(80, 24)
    _ = Dashboard.keyWhileOpening(.character("j"), &state)
    Golden.expect(Self.picture(state, opening), "opening-cache-80x24")
    opening.progress = Progress("adding up", done: 0, total: nil)
    state = Self.state(120, 40)
    state.asOf = Self.today
    Golden.expect(Self.picture(state, opening), "opening-past-120x40")
    #expect(
      Self.picture(Self.state(30, 8), opening)
        .hasPrefix("opening Gulf Region Partnersh…\n"))
  }

  @Test("every state of every size is drawn without a fault", arguments: [0, 1, 9, 40, 41, 200])
  func sizes(_ width: Int) {
    var opening = OpeningProgress()
    opening.counts = [.partner: .max, .flag: 0]
    for total in [nil, 0, 1, 100] {
      opening.progress = Progress("reading", done: total ?? 3, total: total)
      for height in [0, 1, 2, 10, 60] {
        let canvas = OpeningFrame.canvas(Self.state(width, height), Self.office, opening)
        #expect(canvas.size == Size(width: width, height: height))
      }
    }
  }

  @Test("q and Q leave; other keys change nothing and say when they count")
  func keys() {
    var state = Self.state(80, 24)
    for key in [Key.character("q"), .character("Q")] {
      #expect(Dashboard.keyWhileOpening(key, &state) == [.quit])
    }
    #expect(Dashboard.keyWhileOpening(.control("z"), &state) == [.suspend])
    #expect(Dashboard.keyWhileOpening(.control("l"), &state) == [.redraw])
    #expect(state.message == nil)
    for (key, words) in [
      (Key.character("m"), "m counts once the store is open; Q leaves"),
      (.enter, "Enter counts once the store is open; Q leaves"),
      (.paste("Q"), "pasted text is taken once the store is open; Q leaves"),
    ] {
      #expect(Dashboard.keyWhileOpening(key, &state) == [])
      #expect(state.message?.text == words)
    }
  }
}
