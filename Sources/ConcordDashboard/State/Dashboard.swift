import ConcordCanvas
import ConcordModel

/// The dashboard's logic: keys and news in, effects out.
package enum Dashboard {
  /// A key: to the layer on top, else through the keymap.
  package static func key(
    _ key: Key, _ state: inout DashboardState, _ workspace: Workspace
  ) -> [Effect] {
    follow(&state, workspace)
    let scene = state.scene(workspace)
    // What was said is read by the time of the next key.
    if case .focus = key {} else { state.message = nil }
    if let effects = always(key, &state, workspace) { return effects }
    // Nobody decides on what is not drawn.
    guard state.size.width >= Frame.leastSize.width, state.size.height >= Frame.leastSize.height
    else { return key == .character("Q") ? [.quit] : [] }
    let wasDecided = state.isDecidedByDigit
    state.isDecidedByDigit = false
    if var layer = state.layer {
      let response =
        layerLine(key, state, workspace).map { layer.click($0, scene) }
        ?? layer.handle(key == .control("c") ? .escape : key, scene)
      let effects = respond(response, layer, &state, workspace)
      if case .closeThen(.run) = response, case .character = key { state.isDecidedByDigit = true }
      // Left by a key that was meant for something else: so are those behind it.
      if layer is ConfirmLayer, case .closeThen(.message) = response, case .character = key,
        key != .character("n")
      {
        state.refusals += 1
      }
      if state.layer == nil, let waiting = state.waitingPreview {
        state.waitingPreview = nil
        take(waiting, &state)
      }
      return effects
    }
    if wasDecided, key == .enter {
      // By habit after a digit, which has decided already: not for what stands there now.
      state.message = Message(.plain, "it is decided already; Enter again opens what is selected")
      return []
    }
    if case .paste(let text) = key { return paste(text, &state) }
    if let count = state.count, case .character(let digit) = key, digit.isNumber {
      if count.count < 5 { state.count = count + String(digit) }
      return []
    }
    if case .character(let digit) = key, let number = digit.wholeNumberValue,
      let place = state.screens.firstIndex(where: { type(of: $0).row.key == number })
    {
      return update(.screen(place), &state, workspace)
    }
    if case .mouse(let event) = key { return update(.mouse(event), &state, workspace) }
    guard let binding = state.keymap.binding(key, in: state.contexts) else {
      state.count = nil
      if let name = key.name {
        let help = state.keymap.keyName(.help, in: state.contexts).map { "; \($0) shows what does" }
        state.message = Message(.plain, "\(name) does nothing here" + (help ?? ""))
      }
      return []
    }
    return update(binding.action, &state, workspace)
  }

  /// Keys that mean the same even inside a prompt.
  private static func always(
    _ key: Key, _ state: inout DashboardState, _ workspace: Workspace
  ) -> [Effect]? {
    switch key {
    case .control("l"): return [.redraw]
    case .control("z"): return [.suspend]
    case .control("c"):
      if state.layer is any QuestionLayer {
        // As Esc: what was typed is not lost without a word.
        return nil
      } else if state.layer != nil {
        state.layer = nil
        state.message = Message(.plain, "nothing was done")
      } else if state.running != nil {
        state.running = nil
        if state.comparison.awaited != nil { state.comparison = HeatmapComparison() }
        state.message = Message(.plain, "stopped; nothing of it was written")
        state.count = nil
        return [.cancelWork]
      } else {
        state.message = Message(
          .plain, "nothing is running; \(state.keyName(.quit)) leaves Concord")
      }
      state.count = nil
      return []
    case .focus: return []
    default: return nil
    }
  }

  private static func respond(
    _ response: LayerResponse, _ layer: any Layer, _ state: inout DashboardState,
    _ workspace: Workspace
  ) -> [Effect] {
    switch response {
    case .stay:
      state.layer = layer
      return []
    case .close:
      state.layer = nil
      return []
    case .stayThen(let action):
      state.layer = layer
      return update(action, &state, workspace)
    case .closeThen(let action):
      state.layer = nil
      if case .run = action {} else { state.pending = nil }
      if case .run(let invocation) = action, let prompt = layer as? any QuestionLayer {
        state.pending = prompt
        return run(invocation, &state, workspace)
      }
      return update(action, &state, workspace)
    }
  }

  // MARK: Actions

  /// Takes an action.
  package static func update(
    _ action: Action, _ state: inout DashboardState, _ workspace: Workspace
  ) -> [Effect] {
    let count = Int(state.count ?? "") ?? 1
    if action != .count { state.count = nil }
    follow(&state, workspace)
    if isRefusedInWhatIf(action, &state) { return [] }
    switch action {
    case .screen(let place): return show(place, &state, workspace)
    case .quit: return [.quit]
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .cancel: return []
    case .toggleMouse: return toggleMouse(&state)
    case .count: state.count = ""
    case .showPartner(let id): push(PartnerPage(id), &state, workspace)
    case .showRecord(let id): state.layer = RecordLayer(id)
    case .showPlace(let id): showPlace(of: id, &state, workspace)
    case .editRecord(let id): return edit(id, &state, workspace)
    case .checks: state.layer = ChecksLayer(state.scene(workspace))
    case .findings: state.layer = FindingsLayer(state.scene(workspace))
    case .showFound(let id): showFound(id, &state, workspace)
    case .askAbout(let command, let id): return ask(command, about: id, &state, workspace)
    case .lookBack:
      state.layer = LookLayer(state.scene(workspace))
      state.hasOpenedLook = true
    case .lookFromNow: return lookFromNow(&state)
    case .filter: filter(&state, workspace)
    case .sort: sort(&state, workspace)
    case .palette: palette(&state, workspace)
    case .help: state.layer = HelpLayer(state.keymap, contexts: state.contexts, state.glyphs)
    case .arithmetic: explain(&state, workspace)
    case .cycleRisk:
      state.risk = state.risk.next
      state.message = Message(.plain, "the heatmap shows \(state.risk.rawValue) risk")
    case .cycleForm: return cycleForm(&state, workspace)
    case .compare: return compare(&state)
    case .whatIf, .whatIfOn, .supposeRating, .supposeTreatment, .keepWhatIf, .endWhatIf:
      suppose(action, &state, workspace)
    case .triageThese: triageThese(&state, workspace)
    case .command(let name): return ask(name, &state, workspace)
    case .again: return again(&state, workspace)
    case .undo: return undo(&state)
    case .offerUndo(let line):
      if state.isReadOnly { return refuse(.readOnly, &state) }
      if state.undoOffer?.id == line, state.isUndoConfirmed {
        state.isUndoConfirmed = false
        return [.undo(line)]
      }
      state.isUndoConfirmed = true
      return [.offerUndoOf(line)]
    case .seek(let isForward): seek(isForward: isForward, &state, workspace)
    case .decide: decide(&state, workspace)
    case .end: return end(&state, workspace)
    case .shell: return shell(&state, workspace)
    case .copy: return copy(&state, workspace)
    case .copyText(let text, let words): return copyText(text, words, &state)
    case .pipe: askForProgram(&state, workspace)
    case .pipeTo(let program): return pipe(to: program, &state, workspace)
    case .editNote: return editNote(&state, workspace)
    case .askForImport: return askForImport(&state)
    case .importFile(let path):
      state.message = Message(.plain, "reading \(Text.visible(path))")
      return [.previewFile(path)]
    case .takeImport(let number): return [.takeImport(number)]
    case .views: showViews(&state, workspace)
    case .showView(let view): return show(view, &state, workspace)
    case .keepViews(let views):
      if let new = views.last, !state.views.contains(new) {
        state.message =
          state.isReadOnly
          ? Message(.warning, "the view “\(new.name)” is there until Concord is left: read-only")
          : Message(.done, "saved as the view “\(new.name)”; ' shows it again")
      }
      state.views = views
    case .ask(let command): return ask(command, &state, workspace)
    case .edit: return edit(&state, workspace)
    case .createAny: return createAny(&state, workspace)
    case .create(let kind): return create(kind, &state, workspace)
    case .showChanges: showChanges(&state, workspace)
    case .redo: return state.isReadOnly ? refuse(.readOnly, &state) : [.redo]
    case .setFilter(let text):
      if !text.isEmpty { state.sought = Filter(text) }
      return news(action, count, &state, workspace)
    case .run(let invocation):
      return state.isReadOnly ? refuse(.readOnly, &state) : [.commit(invocation)]
    case .message(let message): state.message = message
    default: return news(action, count, &state, workspace)
    }
    return []
  }

  /// To the next record that the last filter fits.
  private static func seek(
    isForward: Bool, _ state: inout DashboardState, _ workspace: Workspace
  ) {
    guard !state.sought.isEmpty else {
      state.message = Message(.plain, "n goes on with the last / filter; there was none yet")
      return
    }
    let scene = state.scene(workspace)
    guard state.pages.isEmpty,
      state.screens[state.front].seek(state.sought, isForward: isForward, scene)
    else {
      state.message = Message(.plain, "nothing else fits “\(state.sought.text)”")
      return
    }
  }

  static func refuse(_ obstacle: Obstacle, _ state: inout DashboardState) -> [Effect] {
    let why = obstacle == .readOnly ? state.whyReadOnly : nil
    state.message = Message(.warning, why ?? obstacle.sentence)
    state.refusals += 1
    return []
  }

  private static func show(
    _ place: Int, _ state: inout DashboardState, _ workspace: Workspace
  ) -> [Effect] {
    guard state.screens.indices.contains(place) else { return [] }
    state.pages = []
    state.cameFrom = nil
    state.wayBack = nil
    state.front = place
    state.visited.insert(place)
    let scene = state.scene(workspace)
    state.screens[place].refresh(scene)
    _ = state.screens[place].perform(.screen(place), count: 1, scene)
    return []
  }

  private static func push(
    _ page: PartnerPage, _ state: inout DashboardState, _ workspace: Workspace
  ) {
    guard state.pages.last?.partner != page.partner else { return }
    var page = page
    _ = page.perform(.resized(state.size), count: 1, state.scene(workspace))
    page.refresh(state.scene(workspace))
    state.pages.append(page)
  }

  private static func filter(_ state: inout DashboardState, _ workspace: Workspace) {
    guard let text = state.top.filterText(state.scene(workspace)) else {
      state.message = Message(.plain, "there is no list to filter here")
      return
    }
    state.layer = FilterLayer(text, state.top.filterKind)
  }

  private static func sort(_ state: inout DashboardState, _ workspace: Workspace) {
    let orders = state.top.orders(state.scene(workspace))
    guard !orders.isEmpty else {
      state.message = Message(.plain, "this list has an order of its own")
      return
    }
    state.layer = SortLayer(orders, current: state.top.order)
  }

  private static func palette(_ state: inout DashboardState, _ workspace: Workspace) {
    let scene = state.scene(workspace)
    let top = state.top
    let kinds = Set(CommandCatalogue.commands.compactMap { $0.specification.subject })
      .filter { !top.subjects(of: $0, scene).isEmpty }
    state.layer = PaletteLayer(state.keymap, contexts: state.contexts, kinds: kinds)
  }

  private static func explain(_ state: inout DashboardState, _ workspace: Workspace) {
    if let explanation = state.top.arithmetic(state.scene(workspace)) {
      state.layer = ExplanationLayer(explanation, whatIf: state.keys(for: .whatIf))
    } else {
      state.message = Message(.plain, "no number is selected")
    }
  }

  /// What is selected: what the nearest context is about, a flag in Triage, a partner in Partners.
  static func selected(_ top: any Screen, _ scene: Scene) -> RecordID? {
    let kinds: [RecordKind] = [.flag, .task, .vettingCase, .partner]
    return top.mainSubject(scene)
      ?? kinds.lazy.compactMap { top.subjects(of: $0, scene).first }.first
  }

  /// To the journal, with the changes of what is selected.
  private static func showChanges(_ state: inout DashboardState, _ workspace: Workspace) {
    let scene = state.scene(workspace)
    guard let record = selected(state.top, scene), let place = ScreenCatalogue.place("journal"),
      var journal = state.screens[place] as? JournalScreen
    else {
      state.message = Message(.plain, "nothing is selected whose changes could be shown")
      return
    }
    journal.show(record, scene)
    state.screens[place] = journal
    state.visited.insert(place)
    state.cameFrom = (state.front, state.pages)
    state.pages = []
    state.front = place
    state.screens[place].refresh(scene)
  }

  /// A form for what is selected.
  private static func edit(
    _ state: inout DashboardState, _ workspace: Workspace
  ) -> [Effect] {
    if state.isReadOnly { return refuse(.readOnly, &state) }
    let scene = state.scene(workspace)
    guard let record = selected(state.top, scene), workspace.contains(record) else {
      return refuse(.nothingSelected, &state)
    }
    state.layer = FormLayer(edit: record, scene)
    return []
  }

  /// The kinds of which a person makes records.
  private static func createAny(
    _ state: inout DashboardState, _ workspace: Workspace
  ) -> [Effect] {
    if state.isReadOnly { return refuse(.readOnly, &state) }
    let choices = workspace.fields.schemas.filter { schema in
      RecordDefaults.canBeCreated(schema)
    }.map { schema in
      // A case is begun with the tasks of its checklist, for the partner that is selected.
      let opening = CaseOpen.specification.name
      let action: Action =
        schema.kind == .vettingCase ? .ask(command: opening) : .create(schema.kind)
      return ChoiceLayer.Choice("new \(schema.word)", action)
    }
    state.layer = ChoiceLayer("Create", choices)
    return []
  }

  /// A form for a new record.
  private static func create(
    _ kind: RecordKind, _ state: inout DashboardState, _ workspace: Workspace
  ) -> [Effect] {
    if state.isReadOnly { return refuse(.readOnly, &state) }
    let scene = state.scene(workspace)
    var known: [String: RecordID] = [:]
    if kind != .partner {
      let partner = state.top.subjects(of: .partner, scene).first
      for field in ["partner", "partners"] { known[field] = partner }
    }
    state.layer = FormLayer(create: kind, known: known, scene)
    return []
  }

  /// What the screen in front, and what lies on top, need from outside, asked for once.
  package static func wants(_ state: inout DashboardState) -> [Effect] {
    // Before each picture: what was left for a while, and the keys of where it is now.
    state.comeBack()
    state.keepHints()
    let onTop = (state.layer?.wants().map { [$0] } ?? []) + lookWants(&state)
    guard state.pages.isEmpty else { return onTop }
    return onTop + (state.screens[state.front].wants().map { [$0] } ?? [])
  }
}
