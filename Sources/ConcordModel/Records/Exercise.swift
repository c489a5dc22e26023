/// A joint training or exercise as the domain sees it.
public struct Exercise: Sendable {
  /// How a capability did (HSEEP), the best first.
  public enum Performance: String, CaseIterable, Sendable {
    /// Performed without challenges.
    case performed = "p"
    /// Performed with some challenges.
    case someChallenges = "s"
    /// Performed with major challenges.
    case majorChallenges = "m"
    /// Unable to be performed.
    case unable = "u"
  }

  package let record: RecordRow

  package init(_ workspace: Workspace, _ row: Int) {
    record = RecordRow(workspace, .exercise, row)
  }

  package var row: Int { record.row }
  /// Its id.
  public var id: RecordID { record.id }
  /// With whom, in the order of their ids.
  public var partners: [RecordID] { record.references(Slot.partners, .partner) }
  /// When.
  public var date: Day? { record.day(Slot.date) }
  /// Key of its kind.
  public var kind: String { record.word(Slot.kind) ?? "" }
  /// What people call it.
  public var title: String { record.text(Slot.title) ?? id.text }
  /// The agreement that asks for it.
  public var agreement: RecordID? { record.reference(Slot.agreement, .agreement) }
  /// What is to be mended.
  public var actions: String? { record.text(Slot.actions) }

  /// The capabilities with how they did; one that was rated twice has the worse.
  public var ratings: [String: Performance] {
    var ratings: [String: Performance] = [:]
    for performance in Performance.allCases {
      for capability in record.elements(Self.slot(performance)) {
        ratings[capability] = performance
      }
    }
    return ratings
  }

  /// The worst of its capabilities, never a mean; nil where none was rated.
  public var rating: Performance? {
    Performance.allCases.last { !record.elements(Self.slot($0)).isEmpty }
  }

  private static func slot(_ performance: Performance) -> Int {
    switch performance {
    case .performed: Slot.ratedP
    case .someChallenges: Slot.ratedS
    case .majorChallenges: Slot.ratedM
    case .unable: Slot.ratedU
    }
  }

  package enum Slot {
    package static let partners = Schema.exercise.required("partners")
    package static let date = Schema.exercise.required("date")
    package static let kind = Schema.exercise.required("kind")
    package static let title = Schema.exercise.required("title")
    package static let agreement = Schema.exercise.required("agreement")
    package static let actions = Schema.exercise.required("actions")
    package static let ratedP = Schema.exercise.required("rated-p")
    package static let ratedS = Schema.exercise.required("rated-s")
    package static let ratedM = Schema.exercise.required("rated-m")
    package static let ratedU = Schema.exercise.required("rated-u")
  }
}
