import ConcordModel

/// To the place of a record: a flag's in Triage, a task's in Vetting, all others' on the page of their
/// partner.
extension Dashboard {
  static func showPlace(
    of record: RecordID, _ state: inout DashboardState, _ workspace: Workspace
  ) {
    guard workspace.contains(record) else {
      state.message = Message(.warning, Obstacle.gone(record).sentence)
      return
    }
    let way = state.layer.map { WayBack($0, state) }
    state.layer = nil
    switch record.kind {
    case .flag: if !showInTriage(record, &state, workspace) { page(record, &state, workspace) }
    case .vettingCase, .task:
      if !showInVetting(record, &state, workspace) { page(record, &state, workspace) }
    default: page(record, &state, workspace)
    }
    state.wayBack = way
  }

  /// A form for a record; what lay on top comes back after it.
  static func edit(
    _ record: RecordID, _ state: inout DashboardState, _ workspace: Workspace
  ) -> [Effect] {
    if state.isReadOnly { return refuse(.readOnly, &state) }
    guard workspace.contains(record) else { return refuse(.gone(record), &state) }
    let way = state.layer.map { WayBack($0, state) }
    state.layer = FormLayer(edit: record, state.scene(workspace))
    state.wayBack = way
    return []
  }

  /// The page of a record's partner, with the record selected, or on top where the page has no line
  /// for it.
  private static func page(
    _ record: RecordID, _ state: inout DashboardState, _ workspace: Workspace
  ) {
    let scene = state.scene(workspace)
    let partner = workspace.row(record)
      .flatMap { workspace.partnerRows(of: record.kind, row: $0).first }
      .map { workspace[.partner].id($0) }
    var isShown = false
    if let partner {
      var page = PartnerPage(partner)
      _ = page.perform(.resized(state.size), count: 1, scene)
      page.refresh(scene)
      isShown = page.show(record, scene)
      state.pages.append(page)
    }
    if !isShown { state.layer = RecordLayer(record) }
  }

  /// False where the flag waits for no decision of this person: the queue has no line for it.
  private static func showInTriage(
    _ flag: RecordID, _ state: inout DashboardState, _ workspace: Workspace
  ) -> Bool {
    guard let place = ScreenCatalogue.place("triage"),
      var triage = state.screens[place] as? TriageScreen
    else { return false }
    triage.show(workspace.title(flag), [flag], state.scene(workspace))
    guard triage.mainSubject(state.scene(workspace)) == flag else { return false }
    lead(to: place, triage, &state)
    return true
  }

  private static func showInVetting(
    _ record: RecordID, _ state: inout DashboardState, _ workspace: Workspace
  ) -> Bool {
    guard let place = ScreenCatalogue.place("vetting"),
      var vetting = state.screens[place] as? VettingScreen
    else { return false }
    guard vetting.show(record, state.scene(workspace)) else { return false }
    lead(to: place, vetting, &state)
    return true
  }

  private static func lead(
    to place: Int, _ screen: any Screen, _ state: inout DashboardState
  ) {
    state.cameFrom = (state.front, state.pages)
    state.screens[place] = screen
    state.visited.insert(place)
    state.pages = []
    state.front = place
  }
}
