/// A flag that counts as being treated, and nothing is done.
enum TreatingWithoutTreatment: ConsistencyCheck {
  static let name = "flag.treating-without-treatment"
  static let words = "Treating without a treatment"
  static let reason = "Nothing is planned or in force, and the queue passes it over."
  static let severity = CheckSeverity.warning

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    let workspace = scope.workspace
    let treating = scope.word(FlagStatus.treating.rawValue)
    let withdrawn = scope.word(Treatment.State.withdrawn.rawValue)
    let treatments = workspace[.treatment]
    let table = workspace[.flag]
    return scope.records(.flag) { flag in
      flag[Flag.Slot.status] == treating
        && workspace.treatmentRows(flagRow: flag.row).allSatisfy {
          treatments[$0, Treatment.Slot.state] == withdrawn
        }
        // Who limits or suspends the partnership treats the risk by that.
        && !workspace.decisionRows(of: table.id(flag.row)).contains {
          Decision(workspace, $0).choice == "avoid"
        }
    }
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    CheckWords.flag(fault.record, workspace)
      + " counts as being treated, and no treatment is planned or in force"
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    CheckRemedy(
      "plan a treatment", FlagMitigate.specification.name, on: fault.record,
      [.init("treatment", "TREATMENT")])
  }
}
