/// How many live flags and partners get another level by another policy.
package struct LevelChanges {
  /// Live flags whose residual level goes up, and down.
  package private(set) var flags = (up: 0, down: 0)
  /// The same of partners, those whose level is known.
  package private(set) var partners = (up: 0, down: 0)

  package init(_ before: Workspace, _ after: Workspace) {
    for row in before.rows(.flag) {
      guard let old = before.flagFigure(row: row), let new = after.flagFigure(row: row), old.isLive
      else { continue }
      if new.residualLevel > old.residualLevel { flags.up += 1 }
      if new.residualLevel < old.residualLevel { flags.down += 1 }
    }
    for row in before.rows(.partner) {
      guard let old = before.partnerFigure(row: row).level,
        let new = after.partnerFigure(row: row).level
      else { continue }
      if new > old { partners.up += 1 }
      if new < old { partners.down += 1 }
    }
  }

  /// A line for each that there are any of.
  package var lines: [String] {
    [
      Self.line(flags, "live flag"), Self.line(partners, "partner"),
    ].compactMap { $0 }
  }

  private static func line(_ counts: (up: Int, down: Int), _ noun: String) -> String? {
    guard counts.up + counts.down > 0 else { return nil }
    return Counted.words(counts.up + counts.down, noun) + " on another level: "
      + "\(counts.up) up, \(counts.down) down"
  }
}
