import ConcordDashboard
import ConcordModel

/// What is said of the findings of a report: ids as short as can be, commands as they are typed, keys
/// as they hold.
struct FindingWords {
  private let workspace: Workspace
  private let keymap: Keymap
  private let orders: [RecordKind: IDOrder]
  /// The key of each command, and of those on any record of each kind: they are few.
  private var keys: [KeyQuestion: String?] = [:]

  private struct KeyQuestion: Hashable {
    let command: String
    let kind: RecordKind?
  }

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

  /// What is wrong, on one line.
  func sentence(_ finding: CheckFinding) -> String {
    let sentence = finding.sentence(in: workspace)
    return sentence.utf8.contains { $0 < 0x20 } ? Text.oneLine(sentence) : sentence
  }

  func partner(_ finding: CheckFinding) -> RecordID? { finding.partner(in: workspace) }

  func remedy(_ finding: CheckFinding) -> CheckRemedy { finding.remedy(in: workspace) }

  /// The command of a remedy.
  func command(_ remedy: CheckRemedy) -> String {
    RemedyLine(workspace, shortID: id).text(remedy)
  }

  /// The key of a remedy, and where.
  mutating func key(_ remedy: CheckRemedy) -> String? {
    let question = KeyQuestion(command: remedy.command, kind: remedy.subject?.kind)
    if let known = keys[question] { return known }
    let words = CheckKeys.words(remedy, keymap)
    keys[question] = .some(words)
    return words
  }
}
