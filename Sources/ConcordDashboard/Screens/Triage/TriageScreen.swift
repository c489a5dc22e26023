import ConcordCanvas
import ConcordModel

/// What needs a decision now? One flag after another until the queue is empty.
package struct TriageScreen: Screen {
  package static let row = ScreenRow("triage", "Triage", short: "Tr", key: 3)

  private(set) var queue: TriageQueue?
  /// Only these flags, in words; nil for all of the queue.
  private(set) var only: (words: String, flags: Set<RecordID>)?
  private(set) var entries: [TriageQueue.Entry] = []
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

  private var version = -1
  private var basis: QueueBasis?
  private var height = 14

  package init() {}

  package var contexts: [KeyContext] { [.triage] }

  /// The selected flag.
  var selected: TriageQueue.Entry? {
    entries.indices.contains(cursor.selected) ? entries[cursor.selected] : nil
  }

  package mutating func refresh(_ scene: Scene) {
    guard version != scene.workspace.version else { return }
    let isFirst = version < 0
    version = scene.workspace.version
    let before = selected?.flag
    let queue = queue(scene)
    self.queue = queue
    var entries = queue.entries
    if let only { entries = entries.filter { only.flags.contains($0.flag) } }
    if !filter.isEmpty {
      let plan = FilterPlan(filter, kind: .flag, in: scene.workspace, me: scene.actor.person)
      entries = entries.filter { plan.rank(scene.workspace, .flag, $0.row) != nil }
    }
    if !isFirst {
      let known = Set(self.entries.map(\.flag))
      // What comes anew never reorders under the cursor: it stands at the end until the next visit.
      let new = entries.filter { !known.contains($0.flag) }
      fresh += new.count
      let byFlag = Dictionary(uniqueKeysWithValues: entries.map { ($0.flag, $0) })
      entries = self.entries.compactMap { byFlag[$0.flag] } + new
    }
    self.entries = entries
    marks.keep(entries.lazy.map(\.flag))
    if let before, let place = entries.firstIndex(where: { $0.flag == before }) {
      cursor.selected = place
    }
    cursor.settle(total: entries.count, height: height)
  }

  /// What a queue is made of: while it stands, so does the queue.
  private struct QueueBasis: Equatable {
    let version: Int
    let actor: Actor
    let zoneOffset: Int
  }

  /// The queue as it is now; of a big office it takes long to make, so it is made once.
  private mutating func queue(_ scene: Scene) -> TriageQueue {
    let basis = QueueBasis(
      version: scene.workspace.version, actor: scene.actor, zoneOffset: scene.zoneOffset)
    if let queue, self.basis == basis { return queue }
    self.basis = basis
    return TriageQueue(
      scene.workspace, for: scene.actor, dayOffset: scene.zoneOffset, work: scene.work)
  }

  /// Puts the queue into its order again, with what came meanwhile.
  private mutating func reorder(_ scene: Scene) {
    version = -1
    fresh = 0
    entries = []
    refresh(scene)
  }

  /// An undo brought these back: they stand in their places again, the first one selected.
  package mutating func bringBack(_ records: [RecordID], _ scene: Scene) {
    let before = selected?.flag
    reorder(scene)
    let wanted = records.first { record in entries.contains { $0.flag == record } } ?? before
    if let place = entries.firstIndex(where: { $0.flag == wanted }) { cursor.selected = place }
    cursor.settle(total: entries.count, height: height)
  }

  /// Only these flags, until Esc.
  package mutating func show(_ words: String, _ flags: [RecordID], _ scene: Scene) {
    only = (words, Set(flags))
    cursor = ListCursor()
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
    reorder(scene)
  }

  package func filterText(_ scene: Scene) -> String? { filter.text }

  package var filterKind: RecordKind? { .flag }

  package func shownRecords(_ scene: Scene) -> (kind: RecordKind, records: [RecordID])? {
    (.flag, entries.map(\.flag))
  }

  package mutating func select(pane: Int, line: Int?, _ scene: Scene) {
    guard pane == Pane.queue.rawValue, let line else { return }
    cursor.selected = line
    cursor.settle(total: entries.count, height: height)
  }

  package mutating func seek(_ filter: Filter, isForward: Bool, _ scene: Scene) -> Bool {
    let plan = FilterPlan(filter, kind: .flag, in: scene.workspace, me: scene.actor.person)
    defer { cursor.settle(total: entries.count, height: height) }
    return cursor.seek(isForward: isForward, total: entries.count) { place in
      plan.rank(scene.workspace, .flag, entries[place].row) != nil
    }
  }

  package mutating func showAllAgain(_ scene: Scene) -> Bool {
    guard !marks.isInRange, marks.isEmpty, filter.isEmpty else { return false }
    showAll(scene)
    return true
  }

  package func isIdle(_ scene: Scene) -> Bool { entries.isEmpty }

  package func canOpen(_ scene: Scene) -> Bool { !entries.isEmpty }

  package mutating func perform(_ action: Action, count: Int, _ scene: Scene) -> Response {
    switch action {
    case .nextPane, .previousPane: pane = pane == .queue ? .flag : .queue
    case .move(.left): pane = .queue
    case .move(.right): pane = .flag
    case .move(let motion):
      cursor.move(motion, count: count, total: entries.count, height: height)
    case .open:
      guard let flag = selected, let row = scene.workspace.row(flag.flag),
        let partner = Flag(scene.workspace, row).partner
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
      guard let flag = selected?.flag else { return .refused("the queue is empty") }
      marks.toggle(flag)
      cursor.move(.down, total: entries.count, height: height)
    case .markAll:
      marks.toggleAll(entries.map(\.flag))
    case .markRange:
      guard selected != nil else { return .refused("the queue is empty") }
      marks.range(to: cursor.selected) { entries.indices.contains($0) ? entries[$0].flag : nil }
    case .setFilter(let text): setFilter(text, scene)
    case .screen:
      pane = .queue
      reorder(scene)
      return .unknown
    case .resized(let size):
      // Tight rows take a line, others two.
      height = size.height - 5 < Self.tightHeight ? size.height - 5 : (size.height - 5) / 2
      height = max(1, height)
      cursor.settle(total: entries.count, height: height)
    default: return .unknown
    }
    return .done
  }

  package func mainSubject(_ scene: Scene) -> RecordID? { selected?.flag }

  package func subjects(of kind: RecordKind, _ scene: Scene) -> [RecordID] {
    switch kind {
    case .flag:
      if !marks.isEmpty { return entries.map(\.flag).filter(marks.contains) }
      return selected.map { [$0.flag] } ?? []
    case .partner:
      guard let flag = selected?.flag, let row = scene.workspace.row(flag),
        let partner = Flag(scene.workspace, row).partner
      else { return [] }
      return [partner]
    default: return []
    }
  }

  package func arithmetic(_ scene: Scene) -> Explanation? {
    selected.flatMap { FlagExplanation.of(row: $0.row, scene) }
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

  private var caption: String {
    var parts = ["\(Numbers.grouped(entries.count)) left"]
    parts += marks.words
    if fresh > 0 { parts.append("\(fresh) new") }
    if let decided = queue?.decidedToday, decided > 0 { parts.append("\(decided) today") }
    return parts.joined(separator: " · ")
  }

  private func drawQueue(into canvas: inout Canvas, _ area: Rect, _ scene: Scene) {
    let narrowed = filter.isEmpty ? "" : " /" + filter.text
    let title = (only.map { "Queue: \($0.words)" } ?? "Queue") + narrowed
    let inside = canvas.box(area, title: title, trailing: caption, focused: true)
    guard !entries.isEmpty else {
      drawEmpty(into: &canvas, inside, scene)
      return
    }
    let isTight = inside.height < Self.tightHeight
    let lines = isTight ? 1 : 2
    let shown = max(1, inside.height / lines)
    let top = cursor.firstShown(total: entries.count, height: shown)
    for place in 0..<min(shown, entries.count - top) {
      let line = Rect(
        x: inside.x, y: inside.y + place * lines, width: inside.width, height: lines)
      canvas.target(line, pane: Pane.queue.rawValue, line: top + place)
      TriageRow(entry: entries[top + place], isMarked: marks.contains(entries[top + place].flag))
        .draw(into: &canvas, line, isSelected: top + place == cursor.selected, scene)
    }
    drawProgress(into: &canvas, area)
  }

  private func drawProgress(into canvas: inout Canvas, _ area: Rect) {
    guard let decided = queue?.decidedToday, decided > 0, area.width > 24 else { return }
    let marks = canvas.glyphs.marks
    let width = 10
    let done = decided * width / max(1, decided + entries.count)
    let bar =
      String(repeating: marks.progressDone, count: done)
      + String(repeating: marks.progressLeft, count: width - done)
    canvas.put(" " + bar + " ", x: area.maxX - width - 4, y: area.maxY - 1, style: Style(.accent))
  }

  private func drawEmpty(into canvas: inout Canvas, _ area: Rect, _ scene: Scene) {
    let decided = queue?.decidedToday ?? 0
    let lines: [String]
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
    EmptyWords.draw(lines, into: &canvas, area.splitTop(1).rest)
    canvas.cursor = Cursor(x: area.x, y: area.y)
  }

  private func drawDetail(into canvas: inout Canvas, _ area: Rect, _ scene: Scene) {
    guard let entry = selected, let figure = scene.workspace.flagFigure(row: entry.row) else {
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
