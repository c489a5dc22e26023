/// A link that was over before it began.
enum LinkEndsBeforeItBegins: ConsistencyCheck {
  static let name = "link.ends-before-it-begins"
  static let words = "Link that ends before it begins"
  static let reason = "Its last day stands before its first."
  static let severity = CheckSeverity.error

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    let (since, until) = (Schema.link.required("since"), Schema.link.required("until"))
    return scope.records(.link) { link in
      !link.lacks(since) && !link.lacks(until) && link[until] < link[since]
    }
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    func text(_ field: String) -> String { CheckWords.text(fault.record, field, workspace) }
    let names = ["from", "to"].map {
      workspace.partnerName(RecordID(text($0))) ?? "nobody on record"
    }
    return "\(names[0]), \(workspace.title(fault.record)) \(names[1]): "
      + "since \(text("since")), until \(text("until"))"
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    CheckRemedy("mend its days", edit: fault.record, [.init("until", "DAY")])
  }
}
