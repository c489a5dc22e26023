/// What ends a fault of a decided case: a decision is not written over, it is made anew.
enum NewCase {
  static func remedy(_ id: RecordID, _ workspace: Workspace) -> CheckRemedy {
    let partner = workspace.row(id).flatMap { VettingCase(workspace, $0).partner }
    return CheckRemedy(
      "open a new case, and let it be decided anew", CaseOpen.specification.name, on: partner,
      [.init("type", "periodic")])
  }
}
