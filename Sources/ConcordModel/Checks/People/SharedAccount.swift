/// Two people who work under one account of the operating system.
enum SharedAccount: ConsistencyCheck {
  static let name = "person.shared-account"
  static let words = "Two people with one account"
  static let reason = "A decision that needs two people proves nothing where both are one account."
  static let severity = CheckSeverity.warning

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    let workspace = scope.workspace
    let table = workspace[.person]
    var first: [String: Int] = [:]
    return workspace.rows(.person).compactMap { row in
      var other: Int?
      for account in accounts(table.id(row), workspace) {
        if let before = first[account] { other = other ?? before } else { first[account] = row }
      }
      return other.map { CheckFault(table.id(row), with: table.id($0)) }
    }
  }

  private static func accounts(_ id: RecordID, _ workspace: Workspace) -> [String] {
    if case .texts(let accounts)? = workspace.value(id, "accounts") { accounts } else { [] }
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    let other = fault.other.map { accounts($0, workspace) } ?? []
    let shared = accounts(fault.record, workspace).filter(other.contains)
    return "\(workspace.title(fault.record)) and "
      + "\(fault.other.map { workspace.title($0) } ?? "nobody") "
      + "both have \(shared.joined(separator: ", "))"
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    CheckRemedy("say whose it is", edit: fault.record, [.init("accounts", "ACCOUNTS")])
  }
}
