/// The headings of what happened since somebody last looked, in their order.
package enum LookGroup: Int, CaseIterable, Sendable {
  case decided, new, changed

  /// The heading.
  package var words: String {
    switch self {
    case .decided: "Decided by others"
    case .new: "New"
    case .changed: "Changed"
    }
  }

  /// As a count names it.
  package var noun: String {
    switch self {
    case .decided: "decided"
    case .new: "new"
    case .changed: "changed"
    }
  }
}
