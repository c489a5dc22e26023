extension Draft {
  /// How tasks stand: who ended them, where they are ended, and what shows it.
  mutating func stand(_ input: CommandInput, _ status: String) {
    for subject in input.subjects {
      set(subject, "status", .text(status))
      let isOpen = VettingTask.openStatuses.contains(status)
      set(subject, "done-by", isOpen ? nil : .text(context.author))
      if let evidence = input.text("evidence") { set(subject, "evidence", .text(evidence)) }
      if let reason = input.text("reason") { set(subject, "note", .text(reason)) }
    }
  }
}

extension Workspace {
  /// Why nothing can be done about a task: it is gone, or its case is decided.
  func obstacleToTask(_ subject: RecordID) -> Obstacle? {
    guard contains(subject) else { return .gone(subject) }
    guard let id = value(subject, "case")?.text.flatMap({ RecordID($0) }), let row = row(id) else {
      return nil
    }
    return VettingCase(self, row).outcome == nil ? nil : .caseDecided
  }
}
