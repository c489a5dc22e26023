import ConcordModel

/// The records of one kind that a pane shows: filter, order, selection, marks. Each screen has its
/// own.
package struct RecordList: Sendable {
  package let kind: RecordKind
  package private(set) var filter: Filter
  package private(set) var order: SortOrder
  package private(set) var rows: [Int32] = []
  package private(set) var total = 0
  package private(set) var problems: [FilterProblem] = []
  package var cursor = ListCursor()
  package var marks = RecordMarks()
  private var listing: Listing?
  /// What passed the filter before, in the order of the list: a longer word has only to look there.
  private var passed: (filter: Filter, actor: Actor, rows: [Int32])?
  private var basis: Basis?

  /// All records of a kind, or those that a filter lets through.
  package init(_ kind: RecordKind, _ order: SortOrder, filter: String = "") {
    self.kind = kind
    self.order = order
    self.filter = Filter(filter)
  }

  /// The rows of all records of the kind in the list's order, whatever it shows of them.
  package var allRows: [Int32] { listing?.all ?? [] }

  /// The selected record's row.
  package var selectedRow: Int? {
    rows.indices.contains(cursor.selected) ? Int(rows[cursor.selected]) : nil
  }

  /// What the rows follow from: while it stands, so do they.
  private struct Basis: Equatable {
    let version: Int
    let order: SortOrder
    let filter: String
    let actor: Actor
  }

  /// Brings the list up to date; the selection stays on its record.
  package mutating func refresh(_ scene: Scene) {
    let basis = Basis(
      version: scene.workspace.version, order: order, filter: filter.text, actor: scene.actor)
    guard basis != self.basis else { return }
    self.basis = basis
    let selected = selectedRow
    if listing?.version != scene.workspace.version || listing?.order != order {
      listing = Listing(kind, order, in: scene.workspace)
      passed = nil
    }
    select(scene)
    if let selected, let place = rows.firstIndex(of: Int32(selected)) { cursor.selected = place }
    cursor.selected = max(0, min(cursor.selected, rows.count - 1))
  }

  private mutating func select(_ scene: Scene) {
    guard let listing else { return }
    let plan = FilterPlan(
      filter, kind: kind, in: scene.workspace, me: scene.actor.person)
    problems = plan.problems
    total = listing.count
    let isNarrower = passed.map { $0.actor == scene.actor && filter.narrows($0.filter) } ?? false
    let found = listing.rows(
      plan, in: scene.workspace, among: isNarrower ? passed?.rows : nil, work: scene.work)
    passed = (filter, scene.actor, found.passed)
    rows = found.rows
    let isAll = filter.isEmpty
    marks.settle {
      scene.workspace.contains($0)
    } isShown: { [kind] id in
      isAll
        || scene.workspace.row(id).map { plan.rank(scene.workspace, kind, $0) != nil } ?? false
    }
  }

  package mutating func setFilter(_ text: String, _ scene: Scene) {
    filter = Filter(text)
    cursor = ListCursor()
    refresh(scene)
    cursor.selected = 0
  }

  package mutating func setOrder(_ order: SortOrder, _ scene: Scene) {
    self.order = order
    refresh(scene)
    // Whoever asks for an order looks for what comes first in it.
    cursor = ListCursor()
  }

  /// Selects a record, where it is shown.
  package mutating func bring(_ id: RecordID, _ scene: Scene) {
    guard id.kind == kind, let row = scene.workspace.row(id),
      let place = rows.firstIndex(of: Int32(row))
    else { return }
    cursor.selected = place
  }

  /// Selects the next record that a filter fits, or the one before, round the ends; false where there
  /// is none.
  package mutating func seek(_ filter: Filter, isForward: Bool, _ scene: Scene) -> Bool {
    let plan = FilterPlan(filter, kind: kind, in: scene.workspace, me: scene.actor.person)
    return cursor.seek(isForward: isForward, total: rows.count) { place in
      plan.rank(scene.workspace, kind, Int(rows[place])) != nil
    }
  }

  package mutating func toggleMark(_ scene: Scene) {
    guard let row = selectedRow else { return }
    marks.toggle(scene.workspace[kind].id(row))
  }

  package mutating func toggleAll(_ scene: Scene) {
    marks.toggleAll(shownRecords(scene).records)
  }

  /// Begins a range, or marks from its beginning to here.
  package mutating func markRange(_ scene: Scene) {
    let table = scene.workspace[kind]
    marks.range(to: cursor.selected) { rows.indices.contains($0) ? table.id(Int(rows[$0])) : nil }
  }

  /// The records that are shown, in their order.
  package func shownRecords(_ scene: Scene) -> (kind: RecordKind, records: [RecordID]) {
    let table = scene.workspace[kind]
    return (kind, rows.map { table.id(Int($0)) })
  }

  /// The records that a command acts on: the marked ones that are shown, else the selected one.
  package func subjects(_ scene: Scene) -> [RecordID] {
    let table = scene.workspace[kind]
    if !marks.isEmpty {
      let shown = rows.map { table.id(Int($0)) }.filter(marks.contains)
      if !shown.isEmpty { return shown }
    }
    return selectedRow.map { [table.id($0)] } ?? []
  }

  /// What the pane is called: a filter that holds something back is always in sight.
  package func title(_ words: String) -> String {
    filter.isEmpty ? words : words + " /" + filter.text
  }

  /// What the pane's title says to the right: how many, and in which order.
  package func caption(_ scene: Scene, glyphs down: Character, _ up: Character) -> String {
    var parts: [String] = []
    let count =
      rows.count == total
      ? Numbers.grouped(total) : "\(Numbers.grouped(rows.count)) of \(Numbers.grouped(total))"
    parts.append(count)
    parts += marks.words
    parts.append("\(order.field) " + String(order.isDescending ? down : up))
    return parts.joined(separator: " · ")
  }
}
