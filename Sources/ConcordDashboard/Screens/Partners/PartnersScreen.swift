import ConcordCanvas
import ConcordModel

/// Who are they? The whole registry, with as many columns as there is room for.
package struct PartnersScreen: Screen {
  package static let row = ScreenRow("partners", "Partners", short: "Pa", key: 2)

  private(set) var list = RecordList(.partner, PartnersScreen.firstOrder)
  private var height = 30

  package init() {}

  package var contexts: [KeyContext] { [.partners, .list] }

  /// The order that lists of partners begin with.
  static let firstOrder = SortOrder("risk", descending: true)

  /// The orders that `s` offers.
  static let orders = [
    firstOrder, SortOrder("name"), SortOrder("due"),
    SortOrder("flags", descending: true), SortOrder("tier"), SortOrder("kind"), SortOrder("state"),
    SortOrder("stage"), SortOrder("active-since", descending: true),
  ]

  package var hiddenMarks: Int { list.marks.hidden }

  package mutating func refresh(_ scene: Scene) { list.refresh(scene) }

  package mutating func perform(_ action: Action, count: Int, _ scene: Scene) -> Response {
    switch action {
    case .move(let motion):
      list.cursor.move(motion, count: count, total: list.rows.count, height: height)
    case .open:
      guard let row = list.selectedRow else { return .refused("no partner is selected") }
      return .then(.showPartner(scene.workspace[.partner].id(row)))
    case .back:
      if list.marks.leaveRange() {
        break
      } else if !list.filter.isEmpty {
        list.setFilter("", scene)
      } else if !list.marks.clear() {
        return .unknown
      }
    case .setFilter(let text): list.setFilter(text, scene)
    case .setSort(let order): list.setOrder(order, scene)
    case .mark:
      list.toggleMark(scene)
      list.cursor.move(.down, total: list.rows.count, height: height)
    case .markAll: list.toggleAll(scene)
    case .markRange: list.markRange(scene)
    case .resized(let size): height = max(1, size.height - 6)
    default: return .unknown
    }
    return .done
  }

  package mutating func showAllAgain(_ scene: Scene) -> Bool {
    list.filter.isEmpty && list.marks.isEmpty && !list.marks.isInRange
  }

  package mutating func select(pane: Int, line: Int?, _ scene: Scene) {
    if let line { list.cursor.selected = line }
  }

  package mutating func seek(_ filter: Filter, isForward: Bool, _ scene: Scene) -> Bool {
    list.seek(filter, isForward: isForward, scene)
  }

  package mutating func bring(_ id: RecordID, _ scene: Scene) { list.bring(id, scene) }

  package func mainSubject(_ scene: Scene) -> RecordID? {
    list.selectedRow.map { scene.workspace[.partner].id($0) }
  }

  package func subjects(of kind: RecordKind, _ scene: Scene) -> [RecordID] {
    switch kind {
    case .partner: return list.subjects(scene)
    case .flag:
      return list.subjects(scene).flatMap { partner in
        scene.workspace.row(partner).map { scene.workspace.flagRows(partnerRow: $0) } ?? []
      }.filter { scene.workspace.flagFigure(row: $0)?.isLive ?? false }
        .map { scene.workspace[.flag].id($0) }
    default: return []
    }
  }

  package func filterText(_ scene: Scene) -> String? { list.filter.text }

  package func shownRecords(_ scene: Scene) -> (kind: RecordKind, records: [RecordID])? {
    list.shownRecords(scene)
  }

  package var order: SortOrder? { list.order }

  package func orders(_ scene: Scene) -> [SortOrder] { Self.orders }

  package func arithmetic(_ scene: Scene) -> Explanation? {
    list.selectedRow.map { PartnerExplanation.of(row: $0, scene) }
  }

  package func draw(into canvas: inout Canvas, area: Rect, _ scene: Scene) {
    let marks = canvas.glyphs.marks
    var caption = list.caption(scene, glyphs: marks.down, marks.up)
    if scene.isLoading { caption = "loading… " + caption }
    let inside = canvas.box(area, title: list.title("Partners"), trailing: caption, focused: true)
    let columns = PartnerColumns.wide(width: inside.width, canvas.glyphs)
    PartnerListView(list, columns, isFocused: true).draw(into: &canvas, area: inside, scene)
  }
}
