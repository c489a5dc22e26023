/// Where a key means something.
package enum KeyContext: String, CaseIterable, Hashable, Sendable {
  case always
  case list
  case partners
  case heatmap
  case tasks
  case triage
  case page

  /// What help calls it.
  package var words: String {
    switch self {
    case .always: "Always"
    case .list: "Lists"
    case .partners: "Partners"
    case .heatmap: "Heatmap"
    case .tasks: "Vetting"
    case .triage: "Triage"
    case .page: "Partner's page"
    }
  }
}
