import ConcordDashboard
import ConcordModel

/// What is said of the findings of a report: ids as short as can be, commands as they are typed, keys
/// as they hold.
struct FindingWords {
  private let workspace: Workspace
  private let keymap: Keymap
  private let orders: [RecordKind: IDOrder]

  init(_ report: CheckReport, _ workspace: Workspace, _ keymap: Keymap) {
    self.workspace = workspace
    self.keymap = keymap
    // Of hundreds of thousands the shortest beginning is looked up, not searched for each time.
    orders = Dictionary(
      uniqueKeysWithValues: workspace.tables.filter { $0.count > 0 && !report.findings.isEmpty }
        .map { ($0.schema.kind, IDOrder($0)) })
  }

  /// The shortest beginning that names a record.
  func id(_ record: RecordID) -> String { workspace.shortID(record, by: orders[record.kind]) }

  func sentence(_ finding: CheckFinding) -> String { finding.sentence(in: workspace) }

  func partner(_ finding: CheckFinding) -> RecordID? { finding.partner(in: workspace) }

  func remedy(_ finding: CheckFinding) -> CheckRemedy { finding.remedy(in: workspace) }

  /// The command that mends it.
  func command(_ finding: CheckFinding) -> String {
    RemedyLine(workspace, shortID: id).text(remedy(finding))
  }

  /// The key that mends it, and where.
  func key(_ finding: CheckFinding) -> String? { CheckKeys.words(remedy(finding), keymap) }
}
