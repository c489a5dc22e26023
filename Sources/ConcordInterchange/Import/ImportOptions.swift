import ConcordModel

/// What a person asked of an import.
package struct ImportOptions: Sendable {
  /// How the file is written.
  package var source = SourceOptions()
  /// The kind of the records; partners have an identity of their own.
  package var record = RecordKind.partner
  /// The preset to read the columns by; recognised by the columns where none is named.
  package var preset: String?
  /// Columns and the fields that they fill, before those of the preset.
  package var map: [ColumnAssignment] = []
  /// Values that every row gets, before those of the preset.
  package var set: [FieldSetting] = []
  /// The tier of new partners that the file gives none.
  package var tier: Int?
  /// The stage of new partners, where they are not prospects.
  package var adoption: Adoption?
  /// Change what differs in records that are there already; a blank cell changes nothing.
  package var updates = false

  package init() {}
}

/// Old partners of the office that come in as they stand: one recorded transaction with a reason.
package struct Adoption: Equatable, Sendable {
  /// The key of their stage, mostly `active`.
  package var stage: String
  package var reason: String
  /// The months over which their first vetting cases are spread; by their tier's interval without.
  package var spreadMonths: Int?

  package init(stage: String, reason: String, spreadMonths: Int? = nil) {
    self.stage = stage
    self.reason = reason
    self.spreadMonths = spreadMonths
  }

  /// The longest spread: ten years.
  static let mostMonths = 120

  /// The day of a first case: case `place` of `count`, spread evenly over the months from today.
  static func day(_ place: Int, of count: Int, months: Int, from today: Day) -> Day {
    let days = today.adding(months: months).days(since: today)
    return today.adding(days: max(1, days * (place + 1) / max(1, count)))
  }
}
