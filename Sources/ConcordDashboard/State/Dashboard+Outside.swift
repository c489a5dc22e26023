import ConcordCanvas
import ConcordModel

/// What goes to other programs and comes from them: the clipboard, pagers, editors, files.
extension Dashboard {
  /// The records that are selected or marked, of the kind that the screen is about.
  private static func chosen(_ state: DashboardState, _ scene: Scene) -> [RecordID] {
    guard let main = selected(state.top, scene) else { return [] }
    let all = state.top.subjects(of: main.kind, scene)
    return all.isEmpty ? [main] : all
  }

  /// Titles and ids, a line each.
  static func copy(_ state: inout DashboardState, _ workspace: Workspace) -> [Effect] {
    let scene = state.scene(workspace)
    let records = chosen(state, scene)
    guard !records.isEmpty else {
      state.message = Message(.plain, "nothing is selected that could be copied")
      return []
    }
    let lines = records.map { "\(Text.oneLine(workspace.title($0))) (\($0.text))" }
    let words =
      records.count == 1 ? lines[0] : "\(records.count) names with their ids, a line each"
    return copyText(lines.joined(separator: "\n"), words, &state)
  }

  /// Bytes that terminals take for their clipboard at the most.
  private static let longestCopy = 70_000

  static func copyText(
    _ text: String, _ words: String, _ state: inout DashboardState
  ) -> [Effect] {
    guard text.utf8.count <= longestCopy else {
      state.message = Message(
        .warning, "that is too long for a terminal's clipboard; | hands it to a program instead")
      return []
    }
    state.message = Message(.done, "copied, if the terminal lets programs copy: \(words)")
    return [.copy(text)]
  }

  /// Asks for the program that the shown rows go to.
  static func askForProgram(_ state: inout DashboardState, _ workspace: Workspace) {
    guard state.top.shownRecords(state.scene(workspace)) != nil else {
      state.message = Message(.plain, "there is no list here to hand on")
      return
    }
    state.layer = AskLayer(.program, standard: state.pager)
  }

  static func pipe(
    to program: String, _ state: inout DashboardState, _ workspace: Workspace
  ) -> [Effect] {
    guard let shown = state.top.shownRecords(state.scene(workspace)), !shown.records.isEmpty
    else {
      state.message = Message(.plain, "no row is shown")
      return []
    }
    return [.pipe(shown.kind, shown.records, program: program)]
  }

  /// The note of what is selected, in an editor.
  static func editNote(_ state: inout DashboardState, _ workspace: Workspace) -> [Effect] {
    if state.isReadOnly { return refuse(.readOnly, &state) }
    let scene = state.scene(workspace)
    guard let record = selected(state.top, scene), workspace.contains(record) else {
      return refuse(.nothingSelected, &state)
    }
    let notes = workspace.fields[record.kind].stored.filter {
      $0.type == .note && $0.writer == .person
    }
    guard let field = notes.last(where: { $0.name.hasPrefix("note") }) ?? notes.first else {
      state.message = Message(
        .plain, "\(workspace.fields[record.kind].word)s have no note to edit")
      return []
    }
    return [.editText(record, field: field.name)]
  }

  // MARK: Import

  static func askForImport(_ state: inout DashboardState) -> [Effect] {
    if state.isReadOnly { return refuse(.readOnly, &state) }
    state.layer = AskLayer(.importFile)
    return []
  }

  /// Pasted cells are looked at as a table; other text is not taken for keys.
  static func paste(_ text: String, _ state: inout DashboardState) -> [Effect] {
    if let view = SavedView(line: text) {
      state.views = view.kept(in: state.views)
      state.layer = ViewsLayer(state.views, current: nil)
      return []
    }
    let isTable = text.contains("\t") || text.contains(where: \.isNewline)
    guard isTable else {
      state.message = Message(
        .warning, "pasted text never acts as keys; / or a prompt takes it, cells are imported")
      return []
    }
    if state.isReadOnly { return refuse(.readOnly, &state) }
    state.message = Message(.plain, "reading the pasted cells")
    return [.previewCells(text)]
  }

  static func take(_ preview: ImportPreview, _ state: inout DashboardState) {
    state.running = nil
    state.message = nil
    guard preview.canImport else {
      state.message = Message(.warning, "\(preview.name): \(preview.sentence)")
      return
    }
    // What is being typed is not covered by news.
    guard state.layer == nil else {
      state.waitingPreview = preview
      state.message = Message(.plain, "the import is ready to be looked at once this is closed")
      return
    }
    state.layer = ImportLayer(preview)
  }
}
