/// An incident as the domain sees it.
public struct Incident: Sendable {
  package let record: RecordRow

  package init(_ workspace: Workspace, _ row: Int) {
    record = RecordRow(workspace, .incident, row)
  }

  package var row: Int { record.row }
  /// Its id.
  public var id: RecordID { record.id }
  /// At whom.
  public var partner: RecordID? { record.reference(Slot.partner, .partner) }
  /// Key of its kind.
  public var kind: String { record.word(Slot.kind) ?? "" }
  /// What happened, in a line.
  public var title: String { record.text(Slot.title) ?? id.text }
  /// When it was noticed.
  public var noticed: Instant? { record.instant(Slot.noticed) }
  /// When those who must know were told.
  public var notified: Instant? { record.instant(Slot.notified) }
  /// When it could spread no further.
  public var contained: Instant? { record.instant(Slot.contained) }
  /// Hours from notice to notification, as agreed.
  public var agreedHours: Int? { record.integer(Slot.agreedHours) }
  /// Flags that it is tied to, in the order of their ids.
  public var flags: [RecordID] { record.references(Slot.flags, .flag) }
  /// What was learned.
  public var lessons: String? { record.text(Slot.lessons) }

  /// The last moment to notify; nil where no hours are agreed.
  public var notifyBy: Instant? {
    guard let noticed, let agreedHours else { return nil }
    return Instant(milliseconds: noticed.milliseconds + Int64(agreedHours) * 3_600_000)
  }

  /// Whether the agreed hours went by without a notification, up to a moment; the last one of them
  /// is in time.
  public func isNotifiedLate(at now: Instant) -> Bool {
    notifyBy.map { (notified ?? now) > $0 } ?? false
  }

  package enum Slot {
    package static let partner = Schema.incident.required("partner")
    package static let kind = Schema.incident.required("kind")
    package static let title = Schema.incident.required("title")
    package static let noticed = Schema.incident.required("noticed")
    package static let notified = Schema.incident.required("notified")
    package static let contained = Schema.incident.required("contained")
    package static let agreedHours = Schema.incident.required("agreed-hours")
    package static let flags = Schema.incident.required("flags")
    package static let lessons = Schema.incident.required("lessons")
  }
}
