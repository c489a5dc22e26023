/// A risk flag as the domain sees it.
public struct Flag: Sendable {
  package let record: RecordRow

  package init(_ workspace: Workspace, _ row: Int) {
    record = RecordRow(workspace, .flag, row)
  }

  package var row: Int { record.row }
  /// Its id.
  public var id: RecordID { record.id }
  /// The partner it is about.
  public var partner: RecordID? { record.reference(Slot.partner, .partner) }
  /// Key of its category.
  public var category: String { record.word(Slot.category) ?? "" }
  /// The place of its category among the risk categories, from 1; 0 for one that there is not.
  package var categoryPlace: Int { RiskCategory(rawValue: category)?.place ?? 0 }
  /// What may go wrong, in a line.
  public var title: String { record.text(Slot.title) ?? id.text }
  /// Why.
  public var explanation: String? { record.text(Slot.explanation) }
  /// Link, date, document reference.
  public var evidence: String? { record.text(Slot.evidence) }
  /// Key of its source.
  public var source: String { record.word(Slot.source) ?? "person" }
  /// The rule that raised it.
  public var rule: String? { record.text(Slot.rule) }
  /// How it stands; a status of a newer version counts as open.
  public var status: FlagStatus {
    record.word(Slot.status).flatMap(FlagStatus.init(rawValue:)) ?? .open
  }
  /// As assessed.
  public var inherent: Rating? {
    Rating(
      likelihood: record.integer(Slot.likelihood) ?? 0, impact: record.integer(Slot.impact) ?? 0)
  }
  /// Where to be.
  public var target: Rating? {
    Rating(
      likelihood: record.integer(Slot.targetLikelihood) ?? 0,
      impact: record.integer(Slot.targetImpact) ?? 0)
  }
  /// Residual ratings when it was last decided.
  public var decidedAt: Rating? {
    Rating(
      likelihood: record.integer(Slot.decidedLikelihood) ?? 0,
      impact: record.integer(Slot.decidedImpact) ?? 0)
  }
  /// Whether only a rule has rated it.
  public var isRatedByRule: Bool { record.truth(Slot.ratedByRule) }
  /// Who answers for it.
  public var owner: RecordID? { record.reference(Slot.owner, .person) }
  /// Who decides instead.
  public var escalatedTo: RecordID? { record.reference(Slot.escalatedTo, .person) }
  /// When the treatment is due.
  public var due: Day? { record.day(Slot.due) }
  /// When an acceptance, snooze or escalation comes back.
  public var until: Day? { record.day(Slot.until) }
  /// When it was raised.
  public var raised: Instant? { record.instant(Slot.raised) }
  /// Levels and score.
  public var figure: FlagFigure? { record.workspace.flagFigure(row: row) }

  package enum Slot {
    package static let partner = Schema.flag.required("partner")
    package static let category = Schema.flag.required("category")
    package static let title = Schema.flag.required("title")
    package static let explanation = Schema.flag.required("explanation")
    package static let evidence = Schema.flag.required("evidence")
    package static let source = Schema.flag.required("source")
    package static let rule = Schema.flag.required("rule")
    package static let likelihood = Schema.flag.required("likelihood")
    package static let impact = Schema.flag.required("impact")
    package static let targetLikelihood = Schema.flag.required("target-likelihood")
    package static let targetImpact = Schema.flag.required("target-impact")
    package static let status = Schema.flag.required("status")
    package static let ratedByRule = Schema.flag.required("rated-by-rule")
    package static let owner = Schema.flag.required("owner")
    package static let due = Schema.flag.required("due")
    package static let until = Schema.flag.required("until")
    package static let escalatedTo = Schema.flag.required("escalated-to")
    package static let decidedLikelihood = Schema.flag.required("decided-likelihood")
    package static let decidedImpact = Schema.flag.required("decided-impact")
    package static let raised = Schema.flag.required("raised")
  }
}
