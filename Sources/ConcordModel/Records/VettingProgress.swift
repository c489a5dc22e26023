/// How far the tasks of a vetting case have come.
package struct VettingProgress: Sendable {
  /// Tasks that are there.
  package private(set) var total = 0
  /// Passed, failed or waived.
  package private(set) var done = 0
  /// Failed.
  package private(set) var failed = 0
  /// Mandatory, and neither passed nor waived: an approval waits for them.
  package private(set) var waitedFor = 0
  /// Open, and due before today.
  package private(set) var overdue = 0

  /// Counts the tasks of a case.
  package init(_ workspace: Workspace, caseRow row: Int) {
    for taskRow in workspace.taskRows(caseRow: row) {
      let task = VettingTask(workspace, taskRow)
      total += 1
      if !task.isOpen { done += 1 }
      if task.status == "failed" { failed += 1 }
      if task.isMandatory, task.status != "passed", task.status != "waived" { waitedFor += 1 }
      if task.isOpen, let due = task.due, due < workspace.today { overdue += 1 }
    }
  }
}
