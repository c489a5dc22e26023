import ConcordCanvas
import ConcordModel

extension Dashboard {
  /// Actions from outside, and those that only the screen in front understands.
  static func news(
    _ action: Action, _ count: Int, _ state: inout DashboardState, _ workspace: Workspace
  ) -> [Effect] {
    switch action {
    case .resized(let size):
      state.size = size
      let scene = state.scene(workspace)
      for place in state.screens.indices {
        _ = state.screens[place].perform(action, count: 1, scene)
      }
      for place in state.pages.indices { _ = state.pages[place].perform(action, count: 1, scene) }
    case .committed(let report):
      committed(report, &state, workspace)
    case .refused(let failure):
      state.message = Message(.failed, failure.sentence)
      // What could not be taken back is not offered again.
      if state.pending == nil { state.undoOffer = nil }
      if var prompt = state.pending {
        prompt.take(failure)
        state.layer = prompt
        state.pending = nil
      }
    case .changedElsewhere(let changes):
      refresh(&state, workspace)
      guard let newest = changes.first else { break }
      let others = changes.count - 1
      let authors = Set(changes.map(\.author)).sorted().joined(separator: ", ")
      state.message = Message(
        .plain,
        others == 0
          ? "\(newest.author): \(newest.words)"
          : "\(authors): \(newest.words) and \(others) more")
    case .judged(let news):
      refresh(&state, workspace)
      guard let sentence = news.sentence else { break }
      let place = news.findings > 0 ? "; \(state.keyName(.findings)) shows it" : ""
      state.message = Message(.plain, sentence + place)
    case .undoOffered(let offer):
      state.undoOffer = offer
      state.message = Message(
        .plain,
        offer.map { offer in
          let key = state.keyName(state.isUndoConfirmed ? .takeBackThis : .undo)
          return "\(key) again \(offer.doesAgain ? "does again" : "takes back"): \(offer.words)"
        } ?? "nothing of yours to take back")
    case .running(let work): state.running = work
    case .importPreview(let preview): take(preview, &state)
    case .checked(let report, let number): take(report, number: number, &state)
    case .heatmapProgress, .heatmapRead, .heatmapNotRead: takeHeatmap(action, &state)
    case .lookedBack(let found): take(found, &state, workspace)
    case .looked(let look): begin(look, &state, workspace)
    case .happened(let changes): take(changes, &state, workspace)
    case .loaded:
      state.isLoading = false
      refresh(&state, workspace)
    case .dayTurned(let day):
      state.actor = Actor(person: state.actor.person, author: state.actor.author, today: day)
      state.comparison = HeatmapComparison()
      refresh(&state, workspace)
    case .restricted(let sentence):
      state.isReadOnly = true
      state.whyReadOnly = sentence
      state.message = Message(.warning, sentence)
    case .configured(let keymap, let glyphs):
      state.keymap = keymap
      state.glyphs = glyphs
    case .mouse(let event):
      return mouse(event, &state, workspace)
    default:
      return toScreen(action, count, &state, workspace)
    }
    return []
  }

  static func toScreen(
    _ action: Action, _ count: Int, _ state: inout DashboardState, _ workspace: Workspace
  ) -> [Effect] {
    let scene = state.scene(workspace)
    if action == .back, endLook(&state, workspace) || goBack(&state, scene) { return [] }
    let response: Response
    if state.pages.isEmpty {
      response = state.screens[state.front].perform(action, count: count, scene)
    } else {
      response = state.pages[state.pages.count - 1].perform(action, count: count, scene)
    }
    switch response {
    case .done: break
    case .then(let next): return update(next, &state, workspace)
    case .refused(let why): state.message = Message(.warning, why)
    case .unknown:
      if action == .back, !state.pages.isEmpty {
        state.pages.removeLast()
        if state.pages.isEmpty { state.screens[state.front].refresh(scene) }
      } else if action == .back {
        state.message = Message(
          .plain, "this is as far back as it goes; \(state.keyName(.quit)) leaves Concord")
      }
    }
    return []
  }

  // MARK: Changes

  private static func committed(
    _ report: CommitReport, _ state: inout DashboardState, _ workspace: Workspace
  ) {
    if let prompt = state.pending {
      let invocation = prompt.invocation
      if report.command == invocation.command {
        state.decisions += 1
        state.last = invocation
        remember(invocation, &state)
      }
      state.pending = nil
    }
    if state.actor.person == nil {
      state.actor = Actor(
        person: workspace.person(handle: state.actor.author), author: state.actor.author,
        today: state.actor.today)
    }
    refresh(&state, workspace)
    if report.command == "record.create", let made = report.records.first {
      state.screens[state.front].bring(made, state.scene(workspace))
    }
    let words = CommandWords.words(report, state.scene(workspace))
    if let tookBack = report.tookBack {
      if var triage = state.screens[state.front] as? TriageScreen {
        triage.bringBack(report.records, state.scene(workspace))
        state.screens[state.front] = triage
      }
      // What is older than today is named once more before it goes.
      state.undoOffer = report.next.flatMap { $0.isOld ? nil : $0 }
      let left = report.left.isEmpty ? "" : "; left: " + report.left.joined(separator: ", ")
      let verb = report.command == "redo" ? "did again" : "took back"
      let key = state.keyName(.undo)
      let next =
        report.next.map {
          $0.isOld ? " · \(key) names the next" : " · \(key) takes back \($0.words) too"
        }
        ?? ""
      state.message = Message(.done, "\(verb): \(tookBack)\(left)\(next)")
    } else {
      state.undoOffer = UndoOffer(id: report.id, words: words)
      let kind = CommandCatalogue.command(report.command)?.specification.subject
      let acted = CommandWords.subjects(of: kind, report.records, workspace)
      // An id alone tells nobody which one it was.
      let title = acted.count == 1 ? acted.first.map { " · " + workspace.title($0) } ?? "" : ""
      state.message = Message(
        .done, "\(words) · \(state.keyName(.undo)) takes it back · saved \(report.clock)\(title)")
    }
  }

  private static func remember(_ invocation: Invocation, _ state: inout DashboardState) {
    for name in ["reason", "evidence"] {
      guard let reason = invocation.answers[name]?.first else { continue }
      state.reasons.removeAll { $0 == reason }
      state.reasons.insert(reason, at: 0)
      if state.reasons.count > 9 { state.reasons.removeLast() }
    }
  }

  /// Brings what is in front up to date.
  package static func refresh(_ state: inout DashboardState, _ workspace: Workspace) {
    let scene = state.scene(workspace)
    state.screens[state.front].refresh(scene)
    for place in state.pages.indices { state.pages[place].refresh(scene) }
    state.layer?.refresh(scene)
    state.wayBack?.layer.refresh(scene)
  }

  /// Takes what the checks have found to where it was asked for, also while that waits for its user to
  /// come back.
  private static func take(
    _ report: CheckReport, number: Int, _ state: inout DashboardState
  ) {
    if var checks = state.layer as? ChecksLayer {
      checks.take(report, number: number)
      state.layer = checks
    } else if var checks = state.wayBack?.layer as? ChecksLayer {
      checks.take(report, number: number)
      state.wayBack?.layer = checks
    }
  }
}
