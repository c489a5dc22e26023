import ConcordCanvas
import ConcordModel

/// What needs a decision now? One flag after another until the queue is empty.
package struct TriageScreen: Screen {
  package static let row = ScreenRow("triage", "Triage", short: "Tr", key: 3)

  private(set) var queue: TriageQueue?
  /// Only these flags, in words; nil for all of the queue.
  private(set) var only: (words: String, flags: Set<RecordID>)?
  /// Rows of the flags that are shown, in the order in which they stand.
  private(set) var rows: [Int32] = []
  private(set) var cursor = ListCursor()
  private(set) var marks = RecordMarks()
  /// What holds back flags of the queue, as it was typed.
  private(set) var filter = Filter.all
  /// Flags that came while the screen was open.
  private(set) var fresh = 0
  /// The pane that is shown where there is room for one.
  private var pane = Pane.queue

  private enum Pane: Int {
    case queue, flag
  }

  /// Findings of the rules that wait for a decision.
  private var findings = 0
  private var version = -1
  /// The flag that is selected.
  private var selection: RecordID?
  private var basis: QueueBasis?
  private var height = 14

  package init() {}

  package var contexts: [KeyContext] { [.triage] }

  /// The row of the selected flag.
  var selectedRow: Int? {
    rows.indices.contains(cursor.selected) ? Int(rows[cursor.selected]) : nil
  }

  /// The selected flag.
  private func selected(_ scene: Scene) -> RecordID? {
    let flags = scene.workspace[.flag]
    return selectedRow.flatMap { $0 < flags.count ? flags.id($0) : nil }
  }

  private func ids(_ rows: [Int32], _ scene: Scene) -> [RecordID] {
    let table = scene.workspace[.flag]
    return rows.map { table.id(Int($0)) }
  }

  package mutating func refresh(_ scene: Scene) {
    guard version != scene.workspace.version else { return }
    let isFirst = version < 0
    version = scene.workspace.version
    let before = selection
    findings = scene.workspace.rows(.finding)
      .count { Finding(scene.workspace, $0).isWaiting(on: scene.today) }
    let touched = bringUpToDate(scene)
    let passes = passing(scene)
    if let touched, !isFirst {
      take(touched, passes, scene)
    } else {
      rows = queue?.rows ?? []
      if only != nil || !filter.isEmpty { rows = rows.filter(passes) }
      fresh = 0
    }
    if let before, let row = scene.workspace.row(before),
      let place = rows.firstIndex(of: Int32(row))
    {
      cursor.selected = place
    }
    settleMarks(passes, scene)
    cursor.settle(total: rows.count, height: height)
    remember(scene)
  }

  package var hiddenMarks: Int { marks.hidden }

  /// Marks stand as long as their flags wait; those that the filter holds back are left out, and counted.
  private mutating func settleMarks(_ passes: (Int32) -> Bool, _ scene: Scene) {
    let workspace = scene.workspace
    marks.settle { [queue] id in
      workspace.row(id).map { queue?.entry(row: $0, in: workspace) != nil } ?? false
    } isShown: { id in
      workspace.row(id).map { passes(Int32($0)) } ?? false
    }
  }

  /// Notes which flag is selected: where the office was read anew, its row is another.
  private mutating func remember(_ scene: Scene) { selection = selected(scene) }

  /// Brings what is shown up to date. What comes anew never reorders under the cursor: it stands at the
  /// end until the next visit.
  private mutating func take(
    _ touched: TriageQueue.Touched, _ passes: (Int32) -> Bool, _ scene: Scene
  ) {
    guard let queue, !touched.flags.isEmpty else { return }
    var here: Set<Int32> = []
    var gone: Set<Int32> = []
    for row in touched.flags {
      let waits = queue.entry(row: Int(row), in: scene.workspace) != nil && passes(row)
      if waits { here.insert(row) } else { gone.insert(row) }
    }
    if !gone.isEmpty { _ = RowSieve(gone).remove(from: &rows) }
    if only == nil, filter.isEmpty {
      // All that waited before is shown already.
      here.subtract(touched.waited)
    } else if !here.isEmpty {
      let sieve = RowSieve(here)
      for row in rows where sieve.contains(row) { here.remove(row) }
    }
    guard !here.isEmpty else { return }
    fresh += here.count
    rows += here.sorted()
  }

  /// Whether a flag is shown: it is one of those chosen, and the filter lets it through.
  private func passing(_ scene: Scene) -> (Int32) -> Bool {
    let flags = scene.workspace[.flag]
    let plan =
      filter.isEmpty
      ? nil : FilterPlan(filter, kind: .flag, in: scene.workspace, me: scene.actor.person)
    return { [only] row in
      if let only, !only.flags.contains(flags.id(Int(row))) { return false }
      return plan.map { $0.rank(scene.workspace, .flag, Int(row)) != nil } ?? true
    }
  }

  /// What a queue is made of besides the records: while it stands, only what they touch changes.
  private struct QueueBasis: Equatable {
    let actor: Actor
    let zoneOffset: Int
  }

  /// The queue as it is now. Of a big office it takes long to make, so it is made once; what changes
  /// later is brought up to date.
  /// - Returns: the rows that were looked at again; nil where that was all of them.
  private mutating func bringUpToDate(_ scene: Scene) -> TriageQueue.Touched? {
    let basis = QueueBasis(actor: scene.actor, zoneOffset: scene.zoneOffset)
    if self.basis == basis, let touched = queue?.update(scene.workspace) { return touched }
    self.basis = basis
    queue = TriageQueue(
      scene.workspace, for: scene.actor, dayOffset: scene.zoneOffset, work: scene.work)
    return nil
  }

  /// Puts the queue into its order again, with what came meanwhile.
  private mutating func reorder(_ scene: Scene) {
    version = -1
    fresh = 0
    rows = []
    refresh(scene)
  }

  /// An undo brought these back: they stand in their places again, the first one selected.
  package mutating func bringBack(_ records: [RecordID], _ scene: Scene) {
    reorder(scene)
    let shown = rows
    let brought = records.lazy.compactMap { scene.workspace.row($0, of: .flag) }
      .compactMap { shown.firstIndex(of: Int32($0)) }.first
    if let brought { cursor.selected = brought }
    cursor.settle(total: rows.count, height: height)
    remember(scene)
  }

  /// Only these flags, until Esc.
  package mutating func show(_ words: String, _ flags: [RecordID], _ scene: Scene) {
    only = (words, Set(flags))
    cursor = ListCursor()
    selection = nil
    reorder(scene)
  }

  /// All of the queue again.
  package mutating func showAll(_ scene: Scene) {
    only = nil
    reorder(scene)
  }

  private mutating func setFilter(_ text: String, _ scene: Scene) {
    filter = Filter(text)
    cursor = ListCursor()
    selection = nil
    reorder(scene)
  }

  package func filterText(_ scene: Scene) -> String? { filter.text }

  package var filterKind: RecordKind? { .flag }

  package func shownRecords(_ scene: Scene) -> (kind: RecordKind, records: [RecordID])? {
    (.flag, ids(rows, scene))
  }

  package mutating func select(pane: Int, line: Int?, _ scene: Scene) {
    guard pane == Pane.queue.rawValue, let line else { return }
    cursor.selected = line
    cursor.settle(total: rows.count, height: height)
    remember(scene)
  }

  package mutating func seek(_ filter: Filter, isForward: Bool, _ scene: Scene) -> Bool {
    let plan = FilterPlan(filter, kind: .flag, in: scene.workspace, me: scene.actor.person)
    defer {
      cursor.settle(total: rows.count, height: height)
      remember(scene)
    }
    return cursor.seek(isForward: isForward, total: rows.count) { place in
      plan.rank(scene.workspace, .flag, Int(rows[place])) != nil
    }
  }

  package mutating func showAllAgain(_ scene: Scene) -> Bool {
    guard !marks.isInRange, marks.isEmpty, filter.isEmpty else { return false }
    showAll(scene)
    return true
  }

  package func isIdle(_ scene: Scene) -> Bool { rows.isEmpty }

  package func canOpen(_ scene: Scene) -> Bool { !rows.isEmpty }

  package mutating func perform(_ action: Action, count: Int, _ scene: Scene) -> Response {
    defer { remember(scene) }
    return act(action, count, scene)
  }

  private mutating func act(_ action: Action, _ count: Int, _ scene: Scene) -> Response {
    switch action {
    case .nextPane, .previousPane: pane = pane == .queue ? .flag : .queue
    case .move(.left): pane = .queue
    case .move(.right): pane = .flag
    case .move(let motion):
      cursor.move(motion, count: count, total: rows.count, height: height)
    case .open:
      guard let row = selectedRow, let partner = Flag(scene.workspace, row).partner
      else { return .refused("the queue is empty") }
      return .then(.showPartner(partner))
    case .back:
      if pane == .flag {
        pane = .queue
      } else if marks.leaveRange() {
        break
      } else if !filter.isEmpty {
        setFilter("", scene)
      } else if marks.clear() {
        break
      } else if only != nil {
        showAll(scene)
      } else if fresh > 0 {
        reorder(scene)
      } else {
        return .unknown
      }
    case .mark:
      guard let flag = selected(scene) else { return .refused("the queue is empty") }
      marks.toggle(flag)
      cursor.move(.down, total: rows.count, height: height)
    case .markAll:
      marks.toggleAll(ids(rows, scene))
    case .markRange:
      guard selectedRow != nil else { return .refused("the queue is empty") }
      let (rows, flags) = (rows, scene.workspace[.flag])
      marks.range(to: cursor.selected) {
        rows.indices.contains($0) ? flags.id(Int(rows[$0])) : nil
      }
    case .setFilter(let text): setFilter(text, scene)
    case .screen:
      pane = .queue
      reorder(scene)
      return .unknown
    case .resized(let size):
      // Tight rows take a line, others two.
      height = size.height - 5 < Self.tightHeight ? size.height - 5 : (size.height - 5) / 2
      height = max(1, height)
      cursor.settle(total: rows.count, height: height)
    default: return .unknown
    }
    return .done
  }

  package func mainSubject(_ scene: Scene) -> RecordID? { selected(scene) }

  package func subjects(of kind: RecordKind, _ scene: Scene) -> [RecordID] {
    switch kind {
    case .flag:
      if !marks.isEmpty { return marked(scene) }
      return selected(scene).map { [$0] } ?? []
    case .partner:
      guard let row = selectedRow, let partner = Flag(scene.workspace, row).partner else {
        return []
      }
      return [partner]
    default: return []
    }
  }

  /// The marked flags in the order in which they stand.
  private func marked(_ scene: Scene) -> [RecordID] {
    guard marks.records.count <= Self.fewMarks else {
      return ids(rows, scene).filter(marks.contains)
    }
    return marks.records.compactMap { flag -> (place: Int, flag: RecordID)? in
      scene.workspace.row(flag).flatMap { rows.firstIndex(of: Int32($0)) }.map { ($0, flag) }
    }.sorted { $0.place < $1.place }.map(\.flag)
  }

  /// So many are each looked for; of more the whole list is gone through once.
  private static let fewMarks = 50

  package func arithmetic(_ scene: Scene) -> Explanation? {
    selectedRow.flatMap { FlagExplanation.of(row: $0, scene) }
  }

  // MARK: Drawing

  package func draw(into canvas: inout Canvas, area: Rect, _ scene: Scene) {
    guard area.height >= Self.leastForBoth else {
      switch pane {
      case .queue: drawQueue(into: &canvas, area, scene)
      case .flag: drawDetail(into: &canvas, area, scene)
      }
      return
    }
    if area.width < 60 {
      let (top, rest) = area.splitTop(max(6, area.height / 2))
      drawQueue(into: &canvas, top, scene)
      drawDetail(into: &canvas, rest, scene)
      return
    }
    let (left, right) = area.splitLeft(area.width * (area.width >= 100 ? 43 : 42) / 100)
    drawDetail(into: &canvas, right, scene)
    drawQueue(into: &canvas, left, scene)
  }

  /// Lines below which one pane is shown at a time.
  private static let leastForBoth = 11
  /// Lines of a queue below which each flag takes one.
  private static let tightHeight = 12

  private func caption(width: Int) -> String {
    var parts = ["\(Numbers.grouped(rows.count)) left"]
    parts += marks.words
    if fresh > 0 { parts.append("\(fresh) new") }
    if let decided = queue?.decidedToday, decided > 0 { parts.append("\(decided) today") }
    if findings > 0, width >= Self.widthForFindings {
      parts.append(Counted.words(findings, "finding"))
    }
    return parts.joined(separator: " · ")
  }

  /// Columns of a queue that has room for how many findings there are.
  private static let widthForFindings = 48

  private func drawQueue(into canvas: inout Canvas, _ area: Rect, _ scene: Scene) {
    let narrowed = filter.isEmpty ? "" : " /" + filter.text
    let title = (only.map { "Queue: \($0.words)" } ?? "Queue") + narrowed
    let inside = canvas.box(area, title: title, trailing: caption(width: area.width), focused: true)
    guard !rows.isEmpty else {
      drawEmpty(into: &canvas, inside, scene)
      return
    }
    let isTight = inside.height < Self.tightHeight
    let lines = isTight ? 1 : 2
    let shown = max(1, inside.height / lines)
    let top = cursor.firstShown(total: rows.count, height: shown)
    for place in 0..<min(shown, rows.count - top) {
      let line = Rect(
        x: inside.x, y: inside.y + place * lines, width: inside.width, height: lines)
      canvas.target(line, pane: Pane.queue.rawValue, line: top + place)
      guard let entry = queue?.entry(row: Int(rows[top + place]), in: scene.workspace) else {
        continue
      }
      TriageRow(entry: entry, isMarked: marks.contains(entry.flag))
        .draw(into: &canvas, line, isSelected: top + place == cursor.selected, scene)
    }
    drawProgress(into: &canvas, area)
  }

  private func drawProgress(into canvas: inout Canvas, _ area: Rect) {
    guard let decided = queue?.decidedToday, decided > 0, area.width > 24 else { return }
    let marks = canvas.glyphs.marks
    let width = 10
    let done = decided * width / max(1, decided + rows.count)
    let bar =
      String(repeating: marks.progressDone, count: done)
      + String(repeating: marks.progressLeft, count: width - done)
    canvas.put(" " + bar + " ", x: area.maxX - width - 4, y: area.maxY - 1, style: Style(.accent))
  }

  private func drawEmpty(into canvas: inout Canvas, _ area: Rect, _ scene: Scene) {
    let decided = queue?.decidedToday ?? 0
    var lines: [String]
    if !filter.isEmpty {
      lines = EmptyWords.none(
        "No flag of the queue fits.", filter, .flag, back: "Esc shows all of it.", scene)
    } else if only != nil {
      lines = ["None needs a decision now.", "", "Esc goes back."]
    } else if decided > 0 {
      lines = ["Nothing is left.", "", "\(decided) decided today.", "u takes the last one back."]
    } else if scene.workspace.count(.flag) == 0 {
      lines = ["No risk flags yet.", "", "f on a partner raises one."]
    } else {
      lines = ["Nothing waits for you.", "", "Put off flags come back on", "their day."]
    }
    if findings > 0, filter.isEmpty, only == nil {
      let key = scene.keymap.keyName(.findings, in: [.always]) ?? ":"
      let wait = findings == 1 ? "waits" : "wait"
      lines += ["", "\(Counted.words(findings, "finding")) of the rules \(wait): \(key)."]
    }
    EmptyWords.draw(lines, into: &canvas, area.splitTop(1).rest)
    canvas.cursor = Cursor(x: area.x, y: area.y)
  }

  private func drawDetail(into canvas: inout Canvas, _ area: Rect, _ scene: Scene) {
    guard let entry = selectedRow.flatMap({ queue?.entry(row: $0, in: scene.workspace) }),
      let figure = scene.workspace.flagFigure(row: entry.row)
    else {
      canvas.box(area, title: "Flag")
      return
    }
    let flag = Flag(scene.workspace, entry.row)
    let catalogues = scene.workspace.catalogues
    let category =
      area.width < 50
      ? catalogues.short(flag.category, in: "categories")
      : catalogues.words(flag.category, in: "categories")
    let inside = canvas.box(
      area, title: "\(scene.shortID(flag.id)) · \(category)",
      trailing: "\(figure.residualLevel.words.uppercased()) \(figure.shownScore)")
    FlagDetail(flag: flag, figure: figure, reason: entry.reason)
      .draw(into: &canvas, inside.inset(left: 1, right: 1), scene)
    if area.height < Self.leastForBoth { canvas.cursor = Cursor(x: inside.x, y: inside.y) }
  }
}
