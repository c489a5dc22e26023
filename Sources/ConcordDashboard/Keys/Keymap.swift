import ConcordCanvas

/// The one table of keys: hint line, help and palette read the same rows. What its user has chosen
/// goes before all that comes with Concord, in whatever place.
package struct Keymap: Hashable, Sendable {
  package let bindings: [Binding]
  /// The same by their places: what each frame's hint line goes through.
  private let byContext: [KeyContext: [Binding]]
  /// The user's own, each key once in a place.
  package let own: [OwnBinding]

  package init(_ bindings: [Binding], own: [OwnBinding] = []) {
    self.bindings = bindings
    byContext = Dictionary(grouping: bindings, by: \.context)
    self.own = own
  }

  /// The same table with other keys of the user's own.
  package func with(_ own: [OwnBinding]) -> Keymap { Keymap(bindings, own: own) }

  /// What `key` means in the first of `contexts` that knows it.
  package func binding(_ key: Key, in contexts: [KeyContext]) -> Binding? {
    if let own = ownBinding(key, in: contexts) {
      return own.action.map { row(own.context, [key], $0) }
    }
    for context in contexts {
      if let found = byContext[context]?.first(where: { $0.keys.contains(key) }) { return found }
    }
    return nil
  }

  /// The rows that hold in `contexts`, the nearest context first; keys that a nearer one has taken
  /// are left out. A row that has lost its keys to the user's own stays without one.
  package func rows(in contexts: [KeyContext]) -> [Binding] {
    let holding = own.filter { ownBinding($0.key, in: contexts) == $0 }
    var taken: Set<Key> = []
    var result: [Binding] = []
    for context in contexts {
      var mine = holding.filter { $0.context == context }
      for binding in byContext[context] ?? [] {
        let free = binding.keys.filter { !taken.contains($0) }
        guard !free.isEmpty || binding.keys.isEmpty else { continue }
        taken.formUnion(free)
        // Most rows, each frame: nobody has a wish of their own.
        if holding.isEmpty, free.count == binding.keys.count {
          result.append(binding)
          continue
        }
        let given = mine.filter { $0.action == binding.action }.map(\.key)
        mine.removeAll { $0.action == binding.action }
        let left = free.filter { key in !holding.contains { $0.key == key } }
        result.append(binding.with(given + left))
      }
      while let next = mine.first {
        let keys = mine.filter { $0.action == next.action }.map(\.key)
        mine.removeAll { $0.action == next.action }
        if let action = next.action { result.append(row(context, keys, action)) }
      }
    }
    return result
  }

  /// The first key that does `action` in `contexts`, in writing.
  package func keyName(_ action: Action, in contexts: [KeyContext]) -> String? {
    rows(in: contexts).first { $0.action == action && !$0.keys.isEmpty }?.keys.first?.name
  }

  private func ownBinding(_ key: Key, in contexts: [KeyContext]) -> OwnBinding? {
    guard !own.isEmpty else { return nil }
    for context in contexts {
      if let found = own.first(where: { $0.context == context && $0.key == key }) { return found }
    }
    return nil
  }

  /// A row of the user's own, in the words of the table.
  private func row(_ context: KeyContext, _ keys: [Key], _ action: Action) -> Binding {
    let known =
      bindings.first { $0.context == context && $0.action == action }
      ?? bindings.first { $0.action == action }
    if let known {
      return Binding(
        context, keys, action, known.words, known.help, hint: known.hint ?? Self.ownHint)
    }
    let row = action.name.flatMap { ActionCatalogue(self)[$0] }
    return Binding(context, keys, action, row?.words ?? "", row?.help ?? "", hint: Self.ownHint)
  }

  /// The place in the hint line of what has none of its own.
  private static let ownHint = 25

  /// The keys that come with Concord.
  package static let standard = Keymap(
    moving + looking + marking
      + [
        Binding(.triage, [.enter], .open, "partner", "Open its partner's page", hint: 16),
        Binding(.triage, [.character("m")], command: "flag.mitigate", hint: 1),
        Binding(.triage, [.character("a")], command: "flag.accept", hint: 2),
        Binding(.triage, [.character("T")], command: "flag.transfer", hint: 3),
        Binding(.triage, [.character("v")], command: "flag.avoid", hint: 4),
        Binding(.triage, [.character("x")], command: "flag.dismiss", hint: 5),
        Binding(.triage, [.character("!")], command: "flag.escalate", hint: 6),
        Binding(.triage, [.character("z")], command: "flag.snooze", hint: 7),
        Binding(.triage, [.character("r")], command: "flag.reassess", hint: 8),
        Binding(.triage, [.character("o")], command: "flag.assign", hint: 9),
        Binding(.triage, [.character("+")], command: "flag.note", hint: 11),
        Binding(.triage, [.character("d")], command: "flag.close", hint: 12),
        Binding(.triage, [.character("I")], command: "flag.implement", hint: 13),
        Binding(.triage, [.character("R")], command: "flag.reopen"),
        Binding(.triage, [.character("f")], command: "flag.add"),
        Binding(.partners, [.character("f")], command: "flag.add", hint: 5),
        Binding(.partners, [.character("C")], command: "case.open", hint: 14),
        Binding(.cases, [.character("D")], command: "case.decide", hint: 1),
        Binding(.tasks, [.character("p")], command: "task.pass", hint: 1),
        Binding(.tasks, [.character("x")], command: "task.fail", hint: 2),
        Binding(.tasks, [.character("v")], command: "task.waive", hint: 3),
        Binding(.tasks, [.character("o")], command: "task.assign", hint: 4),
        Binding(.tasks, [.character("R")], command: "task.reopen"),
      ].compactMap { $0 })

  private static let moving = [
    Binding(.always, [.down, .character("j")], .move(.down), "down", "Next line"),
    Binding(.always, [.up, .character("k")], .move(.up), "up", "Line before"),
    Binding(.always, [.left, .character("h")], .move(.left), "left", "To the left"),
    Binding(.always, [.right, .character("l")], .move(.right), "right", "To the right"),
    Binding(.always, [.character("g"), .home], .move(.first), "first", "To the beginning"),
    Binding(.always, [.character("G"), .end], .move(.last), "last", "To the end"),
    Binding(.always, [.pageDown], .move(.pageDown), "page", "A page down"),
    Binding(.always, [.pageUp], .move(.pageUp), "page", "A page up"),
    Binding(.always, [.control("d")], .move(.halfDown), "half", "Half a page down"),
    Binding(.always, [.control("u")], .move(.halfUp), "half", "Half a page up"),
    Binding(.always, [.character("#")], .count, "count", "A number, then a motion: #12j"),
    Binding(.always, [.tab], .nextPane, "pane", "Next pane", hint: 30),
    Binding(.always, [.backTab], .previousPane, "pane", "Pane before"),
    Binding(.always, [.enter], .open, "open", "Open what is selected", hint: 0),
    Binding(
      .always, [.escape, .character("q")], .back, "back", "Back; leave a page, a cell, a filter",
      hint: 60),
    Binding(.always, [.character("Q")], .quit, "quit", "Leave Concord; all is saved already"),
  ]

  private static let looking = [
    Binding(.list, [.character("/")], .filter, "filter", "Filter while typing", hint: 2),
    Binding(.list, [.character("s")], .sort, "sort", "Choose the order", hint: 3),
    Binding(
      .always, [.character("n")], .seek(isForward: true), "next", "The next that the last / fits"),
    Binding(
      .always, [.character("N")], .seek(isForward: false), "before", "The one before that it fits"),
    Binding(
      .always, [.character("y")], .copy, "copy", "What is selected or marked, to the clipboard"),
    Binding(
      .always, [.character("|")], .pipe, "pipe", "The shown rows to a pager or another program"),
    Binding(.list, [.character("'")], .views, "views", "Saved views, and to save this one"),
    Binding(.triage, [.character("'")], .views, "views", "Saved views, and to save this one"),
    Binding(.triage, [.character("/")], .filter, "filter", "Filter while typing", hint: 13),
    Binding(.journal, [.character("/")], .filter, "filter", "By words, by: and record:", hint: 2),
    Binding(.heatmap, [.character("b")], .cycleForm, "map by", "The next form of the map", hint: 1),
    Binding(
      .always, [.character("b")], .cycleForm, "map by",
      "The next form of the heatmap"),
    Binding(
      .heatmap, [.character("-")], .compare, "change",
      "Its change in 30 days",
      hint: 3),
    Binding(
      .always, [.character("-")], .compare, "change",
      "The heatmap's change in 30 days"),
    Binding(
      .heatmap, [.character("w")], .whatIf, "what if",
      "Suppose ratings or treatments; not saved", hint: 7),
    Binding(
      .always, [.character("w")], .whatIf, "what if",
      "Suppose ratings or treatments; not saved"),
    Binding(
      .always, [.character("i")], .cycleRisk, "risk", "Inherent, residual, target", hint: 20),
    Binding(
      .always, [.character("=")], .arithmetic, "why", "The arithmetic of the number", hint: 21),
    Binding(.list, [.character("t")], .triageThese, "triage", "Triage just these", hint: 6),
    Binding(.heatmap, [.character("t")], .triageThese, "triage", "Triage this cell", hint: 6),
    Binding(.page, [.enter], .open, "open", "Open what is selected", hint: 0),
    Binding(.page, [.character("]")], .nextTab, "next tab", "The tab to the right", hint: 1),
    Binding(.page, [.character("[")], .previousTab, "tab before", "The tab to the left"),
    Binding(.page, [.character("e")], .edit, "edit", "The fields of what is selected", hint: 2),
    Binding(
      .always, [.character(":"), .control("p")], .palette, "command", "Every action and partner",
      hint: 10),
    Binding(.always, [.control("o")], .askForImport, "import", "Partners from a file, seen first"),
    Binding(.always, [.character("?")], .help, "help", "The keys of this place", hint: 70),
    Binding(.always, [.control("l")], .redraw, "redraw", "Draw everything anew"),
    Binding(.always, [.control("z")], .suspend, "suspend", "To the shell; fg comes back"),
    Binding(.always, [.control("c")], .cancel, "cancel", "Cancels what is running"),
    Binding(
      .always, [.character("L")], .lookBack, "since I last looked",
      "What others did since you last looked"),
    Binding(
      .always, [.character("F")], .findings, "findings of the rules",
      "What the rules hold back as findings"),
    Binding(
      .always, [], .checks, "consistency checks", "What records say against each other"),
    Binding(
      .always, [], .toggleMouse, "mouse", "The mouse off, so that it selects text, or on again"),
  ]

  private static let marking = [
    Binding(.list, [.character(" ")], .mark, "mark", "Mark, or take the mark away", hint: 4),
    Binding(
      .heatmap, [.character(" ")], .mark, "mark",
      "Mark the cell's flags, or take marks away",
      hint: 4),
    Binding(.checklist, [.character(" ")], .mark, "mark", "Mark, or take the mark away", hint: 14),
    Binding(
      .checklist, [.character("*")], .markAll, "mark all", "Mark all tasks of the case, or none"),
    Binding(.triage, [.character(" ")], .mark, "mark", "Mark, or take the mark away", hint: 14),
    Binding(.list, [.character("*")], .markAll, "mark all", "Mark all shown, or none"),
    Binding(.triage, [.character("*")], .markAll, "mark all", "Mark all shown, or none"),
    Binding(.list, [.character("V")], .markRange, "range", "Mark from here to the next V"),
    Binding(.triage, [.character("V")], .markRange, "range", "Mark from here to the next V"),
    Binding(.checklist, [.character("V")], .markRange, "range", "Mark from here to the next V"),
    Binding(.triage, [.character("D")], .decide, "decide", "All decisions, numbered", hint: 17),
    Binding(
      .tasks, [.character("D")], .decide, "answer", "All answers to the task, numbered", hint: 5),
    Binding(.always, [.character("d")], .end, "end", "End what is selected, for a reason"),
    Binding(.always, [], .shell, "shell", "Your shell; exit comes back"),
    Binding(
      .always, [.character("E")], .editNote, "note", "The note of what is selected in $EDITOR"),
    Binding(
      .always, [.character("u")], .undo, "undo", "Take back my last change, again and again",
      hint: 13),
    Binding(.always, [.control("r")], .redo, "redo", "Do again what was taken back"),
    Binding(
      .journal, [.character("U")], .takeBackThis, "take this back", "Take back this change", hint: 1
    ),
    Binding(.always, [.character("e")], .edit, "edit", "The fields of what is selected", hint: 22),
    Binding(
      .partners, [.character("c")], .create(.partner), "create", "A new partner", hint: 12),
    Binding(.always, [.character("c")], .createAny, "create", "A new record of any kind"),
    Binding(
      .always, [.character("H")], .showChanges, "changes", "The journal of what is selected",
      hint: 40),
    Binding(.triage, [.character(".")], .again, "again", "The same decision and answers", hint: 15),
  ]
}
