import ConcordCanvas
import ConcordModel

/// One screen: a value that holds its own selection, filter and scroll position, takes actions and
/// draws itself.
package protocol Screen: Sendable {
  /// Its row in the table of screens.
  static var row: ScreenRow { get }

  init()

  /// Where keys mean something now, the nearest first (`always` is added by the frame).
  var contexts: [KeyContext] { get }

  /// The workspace changed, or the screen came to the front.
  mutating func refresh(_ scene: Scene)

  /// Takes an action; `unknown` where it means nothing here.
  mutating func perform(_ action: Action, count: Int, _ scene: Scene) -> Response

  /// What commands on `kind` would act on.
  func subjects(of kind: RecordKind, _ scene: Scene) -> [RecordID]

  /// Marked records that a filter holds back: no command acts on them.
  var hiddenMarks: Int { get }

  /// The record that is selected first of all; nil where that follows from `subjects`.
  func mainSubject(_ scene: Scene) -> RecordID?

  /// Whether Enter would open something.
  func canOpen(_ scene: Scene) -> Bool

  /// Whether there is nothing that a command could act on.
  func isIdle(_ scene: Scene) -> Bool

  /// What a filter line is about, and its text; nil where there is no list to filter.
  func filterText(_ scene: Scene) -> String?

  /// The kind of record that the filter line is about; nil where it reads the line in its own way.
  var filterKind: RecordKind? { get }

  /// Takes away what narrows it to what a key on another screen chose; false where Esc has something
  /// of its own to take back first.
  mutating func showAllAgain(_ scene: Scene) -> Bool

  /// Selects a record, where it is shown.
  mutating func bring(_ id: RecordID, _ scene: Scene)

  /// A click: selects a line of a pane, or only the pane, as they were drawn.
  mutating func select(pane: Int, line: Int?, _ scene: Scene)

  /// The next record after the selected one, or before it, that a filter fits; false where there is
  /// none.
  mutating func seek(_ filter: Filter, isForward: Bool, _ scene: Scene) -> Bool

  /// What it needs from outside to show itself; asked after every action, and said once.
  mutating func wants() -> Effect?

  /// The records that its list shows, in their order; nil where it has no list of records.
  func shownRecords(_ scene: Scene) -> (kind: RecordKind, records: [RecordID])?

  /// The order of its list; nil where that has one of its own.
  var order: SortOrder? { get }

  /// The rows to choose an order from; empty where there is none.
  func orders(_ scene: Scene) -> [SortOrder]

  /// The flags that `t` takes to Triage; nil where they are those that a command would act on.
  func flagChoice(_ scene: Scene) -> FlagChoice?

  /// The lines that explain the selected number.
  func arithmetic(_ scene: Scene) -> Explanation?

  /// What is read aloud, from what was drawn: where a picture says more than its lines, in words.
  func linear(_ panes: [LinearPane], _ scene: Scene) -> [LinearPane]

  /// Draws into `area`; notes where the selection stands.
  func draw(into canvas: inout Canvas, area: Rect, _ scene: Scene)
}

extension Screen {
  package var hiddenMarks: Int { 0 }
  package func mainSubject(_ scene: Scene) -> RecordID? { nil }
  package func canOpen(_ scene: Scene) -> Bool { true }
  package func isIdle(_ scene: Scene) -> Bool { false }
  package func filterText(_ scene: Scene) -> String? { nil }
  package var filterKind: RecordKind? { .partner }
  package mutating func showAllAgain(_ scene: Scene) -> Bool { false }
  package mutating func bring(_ id: RecordID, _ scene: Scene) {}
  package mutating func select(pane: Int, line: Int?, _ scene: Scene) {}
  package mutating func seek(_ filter: Filter, isForward: Bool, _ scene: Scene) -> Bool { false }
  package mutating func wants() -> Effect? { nil }
  package func shownRecords(_ scene: Scene) -> (kind: RecordKind, records: [RecordID])? { nil }
  package var order: SortOrder? { nil }
  package func orders(_ scene: Scene) -> [SortOrder] { [] }
  package func flagChoice(_ scene: Scene) -> FlagChoice? { nil }
  package func arithmetic(_ scene: Scene) -> Explanation? { nil }
  package func linear(_ panes: [LinearPane], _ scene: Scene) -> [LinearPane] { panes }
}

/// A screen's row in the table of screens.
package struct ScreenRow: Hashable, Sendable {
  /// Name on the command line.
  package let name: String
  /// In the top line.
  package let title: String
  /// In a narrow top line.
  package let short: String
  /// Its number key; 0 for a page, which stands on top of a screen.
  package let key: Int

  package init(_ name: String, _ title: String, short: String, key: Int) {
    self.name = name
    self.title = title
    self.short = short
    self.key = key
  }
}

/// What a screen did with an action.
package enum Response: Hashable, Sendable {
  /// It took it.
  case done
  /// It took it, and this is to happen now.
  case then(Action)
  /// It cannot act, and this is why.
  case refused(String)
  /// It means nothing here.
  case unknown
}
