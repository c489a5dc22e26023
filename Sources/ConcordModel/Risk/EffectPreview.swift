/// What a decision on flags would bring about: the levels of the flags and of their partners, before and
/// after.
package struct EffectPreview: Sendable {
  /// How many stand where.
  package struct Counts: Hashable, Sendable {
    /// By level, of what has one.
    package fileprivate(set) var levels: [Level: Int] = [:]
    /// Flags that are not live; partners of whom nothing is assessed.
    package fileprivate(set) var others = 0
  }

  /// How many partners the flags are of.
  package let partners: Int
  /// The flags, before and after.
  package let flagsBefore: Counts
  package let flagsAfter: Counts
  /// Their partners, before and after.
  package let partnersBefore: Counts
  package let partnersAfter: Counts

  /// What an invocation would do to its flags.
  ///
  /// - Throws: what the command would be refused with.
  package init(
    _ invocation: Invocation, in workspace: Workspace, _ context: CommandContext
  ) throws(CommandError) {
    let operations = try CommandCatalogue.operations(
      invocation, in: workspace, context: context)
    let flags = invocation.subjects.filter { $0.kind == .flag }
    var partners: [RecordID] = []
    var seen: Set<RecordID> = []
    for flag in flags {
      guard let row = workspace.row(flag), let partner = Flag(workspace, row).partner,
        seen.insert(partner).inserted
      else { continue }
      partners.append(partner)
    }
    var excerpt = Excerpt(of: workspace, today: context.today)
    for partner in partners { excerpt.copy(partner, with: [.flag, .treatment, .vettingCase]) }
    excerpt.fold(RuleRun.extended(operations, in: workspace, context))
    self.partners = partners.count
    flagsBefore = Self.flags(flags, workspace)
    flagsAfter = Self.flags(flags, excerpt.workspace)
    partnersBefore = Self.partners(partners, workspace)
    partnersAfter = Self.partners(partners, excerpt.workspace)
  }

  private static func flags(_ ids: [RecordID], _ workspace: Workspace) -> Counts {
    var counts = Counts()
    for id in ids {
      guard let figure = workspace.row(id).flatMap({ workspace.flagFigure(row: $0) }),
        figure.isLive
      else {
        counts.others += 1
        continue
      }
      counts.levels[figure.residualLevel, default: 0] += 1
    }
    return counts
  }

  private static func partners(_ ids: [RecordID], _ workspace: Workspace) -> Counts {
    var counts = Counts()
    for id in ids {
      guard let row = workspace.row(id),
        let level = workspace.partnerFigure(row: row).level
      else {
        counts.others += 1
        continue
      }
      counts.levels[level, default: 0] += 1
    }
    return counts
  }
}

extension EffectPreview.Counts {
  /// Such as `1 very high, 2 high, 9 moderate, 3 not live`.
  /// - Parameter others: what those without a level are called.
  package func words(others name: String) -> String {
    var parts = Level.allCases.reversed().compactMap { level in
      levels[level].map { "\($0) \(level.words)" }
    }
    if others > 0 { parts.append("\(others) \(name)") }
    return parts.joined(separator: ", ")
  }
}
