/// Two people with one author name.
enum SameHandle: ConsistencyCheck {
  static let name = "person.same-handle"
  static let words = "Two people with one author name"
  static let reason =
    "Whatever one of them decides counts as the first one's: four eyes may be two."
  static let severity = CheckSeverity.error

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    let workspace = scope.workspace
    let table = workspace[.person]
    var first: [String: Int] = [:]
    return workspace.rows(.person).compactMap { row in
      let handle = Person(workspace, row).handle
      guard let before = first[handle] else {
        first[handle] = row
        return nil
      }
      return CheckFault(table.id(row), with: table.id(before))
    }
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    let other = fault.other.map { workspace.title($0) } ?? "nobody"
    return "\(workspace.title(fault.record)) has the author name "
      + "\(CheckWords.text(fault.record, "handle", workspace)) of \(other)"
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    CheckRemedy("give one of them another", edit: fault.record, [.init("handle", "HANDLE")])
  }
}
