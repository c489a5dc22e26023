/// A record of which a field holds two values that people wrote without knowing of each other.
enum TwoValues: ConsistencyCheck {
  static let name = "record.two-values"
  static let words = "Two values written at the same time"
  static let reason = "The later one stands until somebody chooses; both were meant."
  static let severity = CheckSeverity.warning

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    var found: [CheckFault] = []
    for conflict in scope.workspace.conflicts where found.last?.record != conflict.record {
      found.append(CheckFault(conflict.record))
    }
    return found
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    let fields = workspace.conflicts(fault.record).map { conflict in
      "\(conflict.name) holds \(Counted.words(conflict.choices.count, "value"))"
    }
    return CheckWords.any(fault.record, workspace) + ": " + fields.joined(separator: ", ")
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    CheckRemedy(
      "choose one", RecordSettle.specification.name, on: fault.record, [.init("keep", "N")])
  }
}
