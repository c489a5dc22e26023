/// An active partner that was never vetted, or was rejected.
///
/// One whose decision is past its date was vetted: the rule `vetting.overdue` raises a flag for it.
/// One that was adopted has until the day that its first case is planned for.
enum ActiveWithoutVetting: ConsistencyCheck {
  static let name = "partner.active-without-vetting"
  static let words = "Active without vetting"
  static let reason =
    "A partner of this kind and tier is active only with a vetting decision, or a day for the first."
  static let severity = CheckSeverity.error

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    let workspace = scope.workspace
    let active = scope.word("active")
    let rejected = scope.word(VettingCase.Outcome.rejected.rawValue)
    let cases = workspace[.vettingCase]
    let standing = StandingCases(scope)
    let today = scope.today
    var needs = VettingNeeds(workspace)
    let table = workspace[.partner]
    return scope.records(.partner) { partner in
      guard partner[Partner.Slot.stage] == active,
        needs.holds(kind: partner[Partner.Slot.kind], tier: partner[Partner.Slot.tier])
      else { return false }
      if let decided = standing.row(partner: table.id(partner.row)) {
        return cases[decided, VettingCase.Slot.outcome] == rejected
      }
      return partner.lacks(Slot.planned) || partner[Slot.planned] < today
    }
  }

  private enum Slot {
    static let planned = Schema.partner.required("vetting-planned")
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    let name = workspace.partnerName(fault.record) ?? fault.record.text
    guard let row = workspace.row(fault.record) else { return name }
    let partner = Partner(workspace, row)
    let kind = workspace.catalogues.words(partner.kindKey, in: "kinds")
    let standing = workspace.standing(row: row)
    let planned = CheckWords.text(fault.record, "vetting-planned", workspace)
    return "\(name) is active, and "
      + (standing == .rejected ? "its vetting was rejected" : "no vetting was ever decided")
      + (planned.isEmpty ? "" : ", though planned for \(planned)")
      + " (\(kind), tier \(partner.effectiveTier))"
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    CheckRemedy(
      "open a case, and decide it", CaseOpen.specification.name, on: fault.record, [])
  }
}
