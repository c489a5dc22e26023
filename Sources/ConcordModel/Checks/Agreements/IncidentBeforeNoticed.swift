/// An incident that was told or contained before anybody had noticed it.
enum IncidentBeforeNoticed: ConsistencyCheck {
  static let name = "incident.before-noticed"
  static let words = "Incident told or contained before it was noticed"
  static let reason = "The hours from notice to notification are counted from these moments."
  static let severity = CheckSeverity.error

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    let noticed = Schema.incident.required("noticed")
    let later = ["notified", "contained"].map(Schema.incident.required)
    return scope.records(.incident) { incident in
      !incident.lacks(noticed)
        && later.contains { !incident.lacks($0) && incident[$0] < incident[noticed] }
    }
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    func moment(_ field: String) -> Instant? {
      if case .integer(let number)? = workspace.value(fault.record, field) {
        return Instant(milliseconds: number)
      }
      return nil
    }
    let partner = RecordID(CheckWords.text(fault.record, "partner", workspace))
    guard let noticed = moment("noticed") else { return workspace.title(fault.record) }
    let early = ["notified", "contained"].compactMap { field in
      moment(field).flatMap { $0 < noticed ? "\(field) \($0.iso)" : nil }
    }
    return CheckWords.of(partner, fault.record, workspace)
      + ": noticed \(noticed.iso), \(early.joined(separator: ", "))"
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    CheckRemedy("mend its moments", edit: fault.record, [.init("noticed", "MOMENT")])
  }
}
