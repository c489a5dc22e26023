import ConcordModel

extension Action {
  /// The name that a configuration file calls it by: a command's own, and one for each thing else
  /// that a key can do; nil for what only layers and the outside world say. Names stay as they are:
  /// people's files stand on them.
  package var name: String? {
    if case .screen(let place) = self { return Self.screenName(place) }
    return switch self {
    case .move(let motion): "move." + motion.name
    case .nextPane: "pane.next"
    case .previousPane: "pane.previous"
    case .nextTab: "tab.next"
    case .previousTab: "tab.previous"
    case .open: "open"
    case .back: "back"
    case .quit: "quit"
    case .filter: "filter"
    case .sort: "sort"
    case .mark: "mark"
    case .markAll: "mark.all"
    case .markRange: "mark.range"
    case .cycleForm: "map.by"
    case .cycleRisk: "risk.next"
    case .arithmetic: "arithmetic"
    case .whatIf: "what-if"
    case .compare: "map.change"
    case .triageThese: "triage.these"
    case .palette: "palette"
    case .help: "help"
    case .count: "count"
    case .redraw: "redraw"
    case .suspend: "suspend"
    case .cancel: "cancel"
    case .seek(let isForward): isForward ? "match.next" : "match.previous"
    case .createAny: "create"
    case .views: "views"
    case .askForImport: "import"
    case .decide: "decide"
    case .copy: "copy"
    case .pipe: "pipe"
    case .editNote: "edit.note"
    case .end: "end"
    case .shell: "shell"
    case .showChanges: "changes"
    case .edit: "edit"
    case .create(let kind): "create." + FieldTable.standard[kind].word
    case .command(let name): name
    case .undo: "undo"
    case .takeBackThis: "undo.this"
    case .redo: "redo"
    case .again: "again"
    case .toggleMouse: "mouse"
    case .checks: "checks"
    case .findings: "findings"
    case .lookBack: "look.back"
    default: nil
    }
  }

  private static func screenName(_ place: Int) -> String? {
    let screens = ScreenCatalogue.screens
    return screens.indices.contains(place) ? "screen." + screens[place].row.name : nil
  }
}

extension Motion {
  /// The name of it.
  fileprivate var name: String {
    switch self {
    case .up: "up"
    case .down: "down"
    case .left: "left"
    case .right: "right"
    case .pageUp: "page-up"
    case .pageDown: "page-down"
    case .halfUp: "half-up"
    case .halfDown: "half-down"
    case .first: "first"
    case .last: "last"
    }
  }
}
