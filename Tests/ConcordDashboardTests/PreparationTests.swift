import ConcordCanvas
import ConcordDashboard
import ConcordModel
import OfficeInMemory
import Testing

/// What is made ready before anybody asks for it is what a first look would have made.
@Suite struct PreparationTests {
  private let office: MemoryOffice
  private var workspace: Workspace { office.workspace }

  init() throws { office = try SampleOffice.make() }

  /// A dashboard as it is when the store is open: the first screen was looked at.
  private func opened() -> DashboardState {
    var state = DashboardState(
      size: Size(width: 100, height: 30),
      actor: Actor(
        person: workspace.person(handle: office.author), author: office.author,
        today: MemoryOffice.today))
    _ = Dashboard.update(.resized(state.size), &state, workspace)
    _ = Dashboard.update(.screen(0), &state, workspace)
    return state
  }

  private func picture(_ state: DashboardState) -> [String] {
    Frame.canvas(state, workspace).textLines()
  }

  @Test(
    "a prepared screen shows what a first look shows", arguments: ["partners", "triage", "vetting"])
  func preparedIsAFirstLook(_ name: String) throws {
    let place = try #require(ScreenCatalogue.place(name))
    var looked = opened()
    _ = Dashboard.update(.screen(place), &looked, workspace)

    var prepared = opened()
    Preparation(prepared, workspace).adopt(into: &prepared, workspace)
    // In front without a look, which would make it ready itself.
    prepared.front = place
    #expect(picture(prepared) == picture(looked))
    var bare = opened()
    bare.front = place
    #expect(picture(bare) != picture(looked))

    _ = Dashboard.update(.screen(place), &prepared, workspace)
    #expect(picture(prepared) == picture(looked))
  }

  @Test("a screen that was looked at meanwhile stays as it is")
  func visitedStay() throws {
    var state = opened()
    let preparation = Preparation(state, workspace)
    let partners = try #require(ScreenCatalogue.place("partners"))
    _ = Dashboard.update(.screen(partners), &state, workspace)
    _ = Dashboard.update(.setFilter("kind:police"), &state, workspace)
    _ = Dashboard.key(.character("j"), &state, workspace)
    let before = picture(state)
    let selected = state.top.subjects(of: .partner, state.scene(workspace))
    #expect(selected.count == 1)

    preparation.adopt(into: &state, workspace)
    #expect(state.screens[partners].filterText(state.scene(workspace)) == "kind:police")
    #expect(state.top.subjects(of: .partner, state.scene(workspace)) == selected)
    #expect(picture(state) == before)
    // The one in front from the start stays too.
    let first = picture(opened())
    state.front = 0
    #expect(picture(state) == first)
  }

  @Test("kinds of many records get the order of their ids, and every id is as short as before")
  func idOrders() {
    var state = opened()
    Preparation(state, workspace).adopt(into: &state, workspace)
    #expect(state.idOrders.isEmpty)
    Preparation(state, workspace, manyRecords: 9).adopt(into: &state, workspace)
    let many = workspace.tables.filter { $0.count >= 9 }.map(\.schema.kind)
    #expect(many.contains(.partner) && many.contains(.flag) && !many.contains(.person))
    #expect(Set(state.idOrders.keys) == Set(many))
    for kind in many {
      for row in workspace.rows(kind) {
        let id = workspace[kind].id(row)
        #expect(state.scene(workspace).shortID(id) == workspace.shortID(id))
      }
    }
  }
}
