/// Where a key means something.
package enum KeyContext: String, CaseIterable, Hashable, Sendable {
  case always
  case list
  case partners
  case heatmap
  case cases
  case tasks
  case checklist
  case triage
  case journal
  case page

  /// What help calls it.
  package var words: String {
    switch self {
    case .always: "Always"
    case .list: "Lists"
    case .partners: "Partners"
    case .heatmap: "Heatmap"
    case .cases: "Vetting cases"
    case .tasks: "Vetting tasks"
    case .checklist: "Tasks of a case"
    case .triage: "Triage"
    case .journal: "Journal"
    case .page: "Partner's page"
    }
  }
}
