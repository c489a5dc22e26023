import ConcordCanvas
import ConcordModel

/// Who changed what, when? Every change, what differs since, and the way back.
package struct JournalScreen: Screen {
  package static let row = ScreenRow("journal", "Journal", short: "Jo", key: 8)

  private(set) var entries: [JournalEntry] = []
  /// What words are looked for in, of each entry.
  private var texts: [String] = []
  private(set) var cursor = ListCursor()
  /// What is asked for: whose changes, of what.
  private var request = JournalRequest(limit: JournalScreen.page, number: 0)
  /// The filter as it was typed.
  private var filter = ""
  /// Words that a change has to hold; the journal is not asked for them.
  private var words: [String] = []
  private var asked = -1
  private var hasMore = false
  private var problem: String?
  /// Whether the filter names a record that is not there.
  private var isOfNobody = false
  /// What was taken back among the entries, and by what.
  private var takenBack: [LineID: LineID] = [:]
  private var hasAnswer = false
  private var version = -1
  private var height = 18
  /// Lines of the difference that are scrolled away.
  private var detailTop = 0
  private var isDetailFocused = false

  /// The fields that its filter line knows.
  static let filterFields = ["by", "record"]

  /// Changes that are read at a time.
  private static let page = 200

  package init() {}

  package var contexts: [KeyContext] { [.journal] }

  package mutating func refresh(_ scene: Scene) {
    guard version != scene.workspace.version else { return }
    if version >= 0 { ask() }
    version = scene.workspace.version
  }

  private mutating func ask() { request.number += 1 }

  package mutating func wants() -> Effect? {
    // Of a record that is not there no change can be shown.
    guard asked != request.number, !isOfNobody else { return nil }
    asked = request.number
    return .readJournal(request)
  }

  /// Shows the changes of one record only.
  package mutating func show(_ record: RecordID, _ scene: Scene) {
    setFilter("record:" + record.text, scene)
  }

  package mutating func showAllAgain(_ scene: Scene) -> Bool {
    guard !isDetailFocused else { return false }
    setFilter("", scene)
    return true
  }

  private mutating func setFilter(_ text: String, _ scene: Scene) {
    filter = text
    words = []
    problem = nil
    isOfNobody = false
    request.record = nil
    request.author = nil
    request.limit = Self.page
    for term in Filter(text).terms {
      switch term {
      case .word(let word), .phrase(let word): words.append(NameFold.fold(word))
      case .field("by", _, let value), .field("author", _, let value):
        request.author = value.isEmpty ? nil : value == "me" ? scene.actor.author : value
      case .field("record", _, let value):
        guard !value.isEmpty else { continue }
        switch scene.workspace.find(value, kinds: []) {
        case .success(let id): request.record = id
        case .failure(let error):
          problem = error.sentence
          isOfNobody = true
          hasMore = false
          entries = []
          texts = []
          takenBack = [:]
        }
      default: problem = "changes are filtered by words, by: and record: only"
      }
    }
    cursor = ListCursor()
    detailTop = 0
    ask()
  }

  package mutating func perform(_ action: Action, count: Int, _ scene: Scene) -> Response {
    switch action {
    case .move(.left): isDetailFocused = false
    case .move(.right), .open:
      guard selected != nil else { return .refused("no change is selected") }
      isDetailFocused = true
    case .nextPane, .previousPane: isDetailFocused.toggle()
    case .move(let motion): move(motion, count)
    case .back: return back(scene)
    case .setFilter(let text): setFilter(text, scene)
    case .journal(let page): take(page, scene)
    case .takeBackThis: return takeBack()
    case .resized(let size):
      height = max(1, size.height - 5)
      cursor.settle(total: shown.count, height: height)
    default: return .unknown
    }
    return .done
  }

  private mutating func move(_ motion: Motion, _ count: Int) {
    if isDetailFocused {
      let lines = selected.map { $0.operations.count } ?? 0
      var view = ListCursor()
      view.selected = detailTop
      view.move(motion, count: count, total: max(1, lines * 2), height: height)
      detailTop = view.selected
      return
    }
    cursor.move(motion, count: count, total: shown.count, height: height)
    detailTop = 0
    if hasMore, cursor.selected + height >= shown.count {
      request.limit += Self.page
      hasMore = false
      ask()
    }
  }

  package mutating func select(pane: Int, line: Int?, _ scene: Scene) {
    isDetailFocused = pane == Self.detailPane && selected != nil
    guard let line else { return }
    cursor.selected = line
    move(.down, 0)
  }

  /// The pane of the difference; that of the list is 0.
  private static let detailPane = 1

  private mutating func back(_ scene: Scene) -> Response {
    if isDetailFocused {
      isDetailFocused = false
    } else if !filter.isEmpty {
      setFilter("", scene)
    } else {
      return .unknown
    }
    return .done
  }

  /// Changes that a search by words goes back over at the most.
  private static let longestSearch = 100_000

  private mutating func take(_ page: JournalPage, _ scene: Scene) {
    guard page.request.number == request.number else { return }
    let before = selected?.id
    entries = page.entries
    takenBack = Self.takenBack(entries)
    texts = entries.map { entry in
      NameFold.fold(
        "\(entry.author) \(entry.command) \(CommandWords.titled(entry, scene.workspace)) "
          + (entry.reason ?? ""))
    }
    hasMore = page.hasMore
    problem = page.problem ?? problem
    hasAnswer = true
    // What does not fill the pane is looked for further back.
    if !words.isEmpty, hasMore, shown.count < height, request.limit < Self.longestSearch {
      request.limit *= 4
      ask()
    }
    // At the newest it stays with the newest; else with its change.
    if cursor.selected > 0, let before, let place = shown.firstIndex(where: { $0.id == before }) {
      cursor.selected = place
    }
    cursor.settle(total: shown.count, height: height)
  }

  private func takeBack() -> Response {
    guard let entry = selected else { return .refused("no change is selected") }
    if let line = takenBackBy(entry) { return .refused("it was taken back already, by \(line)") }
    return .then(.offerUndo(entry.id))
  }

  /// What the words let through.
  private var shown: [JournalEntry] {
    guard !words.isEmpty else { return entries }
    return zip(entries, texts).filter { _, text in words.allSatisfy { text.contains($0) } }
      .map(\.0)
  }

  private var selected: JournalEntry? {
    let shown = shown
    return shown.indices.contains(cursor.selected) ? shown[cursor.selected] : nil
  }

  /// The newest change among those read that took a change back, and was not taken back itself.
  private func takenBackBy(_ entry: JournalEntry) -> LineID? { takenBack[entry.id] }

  /// What was taken back, and by what, of entries with the newest first: an undo comes after what it
  /// takes back, so each is judged once.
  static func takenBack(_ entries: [JournalEntry]) -> [LineID: LineID] {
    var takenBack: [LineID: LineID] = [:]
    for entry in entries where takenBack[entry.id] == nil {
      guard let target = entry.undoes, takenBack[target] == nil else { continue }
      takenBack[target] = entry.id
    }
    return takenBack
  }

  package func isIdle(_ scene: Scene) -> Bool { entries.isEmpty }

  package func canOpen(_ scene: Scene) -> Bool { selected != nil }

  package func subjects(of kind: RecordKind, _ scene: Scene) -> [RecordID] {
    guard let entry = selected else { return [] }
    return entry.records.first { $0.kind == kind }.map { [$0] } ?? []
  }

  package func filterText(_ scene: Scene) -> String? { filter }

  package var filterKind: RecordKind? { nil }

  // MARK: Drawing

  package func draw(into canvas: inout Canvas, area: Rect, _ scene: Scene) {
    if area.width < 60 {
      if isDetailFocused {
        drawDetail(into: &canvas, area, scene)
      } else {
        drawList(into: &canvas, area, scene)
      }
      return
    }
    let (left, right) = area.splitLeft(area.width * (area.width >= 100 ? 46 : 50) / 100)
    drawDetail(into: &canvas, right, scene)
    drawList(into: &canvas, left, scene)
  }

  private func drawList(into canvas: inout Canvas, _ area: Rect, _ scene: Scene) {
    canvas.target(area, pane: 0)
    let shown = shown
    let count = Numbers.grouped(shown.count) + (hasMore ? "+" : "")
    let title = request.record.map { "Changes of \(scene.workspace.title($0))" } ?? "Changes"
    let inside = canvas.box(
      area, title: title, trailing: hasAnswer ? count : "reading…", focused: !isDetailFocused)
    guard !shown.isEmpty else {
      let text = problem ?? (hasAnswer ? emptyWords : "reading the journal…")
      for (place, line) in Paragraph.lines(text, width: inside.width - 3, most: 6).enumerated() {
        canvas.put(line, x: inside.x + 2, y: inside.y + place, style: Style(.dim))
      }
      canvas.cursor = Cursor(x: inside.x, y: inside.y)
      return
    }
    let top = cursor.firstShown(total: shown.count, height: inside.height)
    for line in 0..<min(inside.height, shown.count - top) {
      canvas.target(inside.row(line), pane: 0, line: top + line)
      drawRow(
        into: &canvas, inside.row(line), shown[top + line],
        isSelected: top + line == cursor.selected, scene)
    }
  }

  private var emptyWords: String {
    if filter.isEmpty { return "No change yet: the first one stands here." }
    return hasMore && request.limit < Self.longestSearch
      ? "searching further back…" : "No change fits. Esc shows all."
  }

  private func drawRow(
    into canvas: inout Canvas, _ line: Rect, _ entry: JournalEntry, isSelected: Bool,
    _ scene: Scene
  ) {
    let marks = canvas.glyphs.marks
    let isBack = takenBackBy(entry) != nil
    if isSelected {
      canvas.put(marks.selected, x: line.x, y: line.y, style: Style(.accent))
      if !isDetailFocused { canvas.cursor = Cursor(x: line.x, y: line.y) }
    }
    if entry.undoes != nil || isBack {
      canvas.put(marks.left, x: line.x + 1, y: line.y, style: Style(.warning))
    }
    let isToday = scene.day(entry.instant) == scene.today
    let moment = scene.moment(entry.instant)
    // The day, or the time of day where it is today's.
    let when = isToday ? String(moment.dropFirst(11)) : String(moment.prefix(10))
    canvas.put(when, x: line.x + 2, y: line.y, style: Style(.dim), maxWidth: 10)
    let isWide = line.width >= 46
    let authorWidth = isWide ? 13 : 0
    if isWide {
      canvas.put(
        entry.author, x: line.x + 13, y: line.y, style: Style(.dim), maxWidth: authorWidth - 1)
    }
    let words = CommandWords.titled(entry, scene.workspace)
    let x = line.x + 13 + authorWidth
    canvas.put(
      words, x: x, y: line.y,
      style: isSelected ? Style(.title).bold : Style(isBack ? .dim : .text),
      maxWidth: max(0, line.maxX - x))
    if isSelected {
      canvas.highlight(
        Rect(x: line.x, y: line.y, width: line.width, height: 1),
        ground: isDetailFocused ? .quietSelection : .selection)
    }
  }

  private func drawDetail(into canvas: inout Canvas, _ area: Rect, _ scene: Scene) {
    canvas.target(area, pane: Self.detailPane)
    guard let entry = selected else {
      canvas.box(area, title: "Change", focused: isDetailFocused)
      return
    }
    let inside = canvas.box(
      area, title: entry.id.description,
      trailing: Counted.words(entry.recordCount, "record"), focused: isDetailFocused)
    EntryDetail(entry: entry, scene: scene, takenBackBy: takenBackBy(entry))
      .draw(into: &canvas, area: inside.inset(left: 1, right: 1), top: detailTop)
    if isDetailFocused { canvas.cursor = Cursor(x: inside.x, y: inside.y) }
  }
}
