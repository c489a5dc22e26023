import ConcordDashboard
import ConcordModel

/// How partners stand with vetting, and the tasks that are open.
enum VettingStatus {
  static func write(_ call: VerbCall) throws(CommandLineFailure) {
    let session = try call.common.session()
    let workspace = session.workspace
    let named = try VerbProgram.find(call.subjects(from: 1), kinds: [.partner], session)
    let partners =
      named.isEmpty
      ? workspace.rows(.partner).filter { workspace.partnerFigure(row: $0).openTasks > 0 }
      : named.compactMap { workspace.row($0) }
    var output = StandardOutput.output
    for row in partners {
      let partner = Partner(workspace, row)
      let standing = workspace.catalogues.words(workspace.standing(row: row).key, in: "standings")
      try output.line("\(workspace.shortID(partner.id))  \(partner.name): \(standing)")
      let tasks = workspace.openTaskRows(partnerRow: row).map { VettingTask(workspace, $0) }
        .sorted { ($0.due?.number ?? .max, $0.id) < ($1.due?.number ?? .max, $1.id) }
      for task in tasks {
        let isLate = task.due.map { $0 < session.today } ?? false
        let who = workspace.personName(task.assignee) ?? "nobody"
        try output.line(
          "  \(workspace.shortID(task.id))  \(task.due?.text ?? "no date   ")"
            + (isLate ? " overdue" : "") + "  \(task.title) (\(who))")
      }
    }
    try output.flush()
  }
}
