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
  /// What else would be done: stages of partners, and what the rules would do.
  package let alsoDone: [String]
  /// Partners of whom findings would be decided.
  package let foundPartners: Int
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
    let extended = RuleRun.extended(operations, in: workspace, context)
    excerpt.fold(extended)
    alsoDone = Self.alsoDone(operations, extended, besides: invocation.subjects, workspace)
    foundPartners = Self.foundPartners(invocation.subjects, operations, workspace)
    self.partners = partners.count
    flagsBefore = Self.flags(flags, workspace)
    flagsAfter = Self.flags(flags, excerpt.workspace)
    partnersBefore = Self.partners(partners, workspace)
    partnersAfter = Self.partners(partners, excerpt.workspace)
  }

  private static func alsoDone(
    _ own: [Operation], _ all: [Operation], besides subjects: [RecordID], _ workspace: Workspace
  ) -> [String] {
    var lines: [String] = []
    for case .set(let id, let change) in own
    where id.kind == .partner && change.field == "stage" && !subjects.contains(id) {
      let stage = workspace.catalogues.words(change.value?.text ?? "", in: "stages")
      lines.append("\(Text.oneLine(workspace.title(id))): \(stage)")
    }
    let news = RuleNews(Array(all.dropFirst(own.count)))
    if news.closed > 0 { lines.append("the rules close \(Counted.words(news.closed, "flag"))") }
    if news.raised > 0 { lines.append("the rules raise \(Counted.words(news.raised, "flag"))") }
    if news.reopened > 0 { lines.append("the rules open \(news.reopened) again") }
    if news.findings > 0 {
      lines.append("the rules hold back a flood in \(Counted.words(news.findings, "finding"))")
    }
    return lines
  }

  private static func foundPartners(
    _ subjects: [RecordID], _ operations: [Operation], _ workspace: Workspace
  ) -> Int {
    var count = 0
    for case .new(let id, let values, _) in operations where id.kind == .finding {
      if case .texts(let part) = values.first(where: { $0.name == "partners" })?.value {
        count += part.count
      }
    }
    guard count == 0 else { return count }
    return subjects.filter { $0.kind == .finding }.compactMap { workspace.row($0) }
      .reduce(0) { $0 + Finding(workspace, $1).remaining.count }
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
