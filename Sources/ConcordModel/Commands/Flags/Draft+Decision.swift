extension Draft {
  /// Puts a decision on record and the flag into its new status. The residual ratings are kept with
  /// it: the decision comes back when they rise.
  ///
  /// - Parameters:
  ///   - steps: what the decision itself takes off likelihood and impact from today.
  ///   - keepsAddressee: whether it stays with whom it was escalated to.
  package mutating func decide(
    _ flag: RecordID, _ choice: String, status: FlagStatus?, reason: String?,
    details: String? = nil, until: Day? = nil, steps: (likelihood: Int, impact: Int) = (0, 0),
    keepsAddressee: Bool = false
  ) {
    new(
      .decision,
      [
        "subject": .text(flag.text), "choice": .text(choice), "by": .text(context.author),
        "at": .integer(context.now.milliseconds), "reason": reason.map { .text($0) },
        "details": details.map { .text($0) }, "until": until.map { .text($0.text) },
      ])
    guard let status else { return }
    set(flag, "status", .text(status.rawValue))
    set(flag, "decided", .integer(context.now.milliseconds))
    // Whatever a rule did before: now it was a person.
    set(flag, "closed-by-rule", nil)
    set(flag, "until", until.map { .text($0.text) })
    if status != .escalated, !keepsAddressee { set(flag, "escalated-to", nil) }
    if let row = workspace.row(flag), let figure = workspace.flagFigure(row: row) {
      let residual = figure.residual.reduced(likelihood: steps.likelihood, impact: steps.impact)
      set(flag, "decided-likelihood", .integer(Int64(residual.likelihood)))
      set(flag, "decided-impact", .integer(Int64(residual.impact)))
    }
  }
}

extension Workspace {
  /// Why no decision but reopening and noting can be taken on a flag; nil where one can.
  package func obstacleToDecide(_ flag: RecordID) -> Obstacle? {
    guard let row = row(flag) else { return .gone(flag) }
    let status = Flag(self, row).status
    return status.isLive ? nil : .notLive(status)
  }
}
