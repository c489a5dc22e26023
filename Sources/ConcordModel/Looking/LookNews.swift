/// What somebody who was away is to know of one record.
package struct LookNews: Hashable, Sendable {
  package let record: RecordID
  package private(set) var deed: LookDeed
  /// Who did it; nil for the rules.
  package private(set) var author: String?
  package private(set) var at: Instant
  package private(set) var reason: String?
  /// Whether it was done by taking another change back.
  package private(set) var isUndo: Bool
  /// Whether the record was not there before.
  package private(set) var isNew: Bool
  private(set) var isPart: Bool

  init(_ touch: LookTouch, _ change: LookChange) {
    record = touch.record
    deed = touch.deed
    author = touch.isByRules ? nil : change.author
    at = change.at
    reason = touch.reason
    isUndo = change.undoes != nil
    isNew = touch.isNew
    isPart = touch.isPart
  }

  /// The same with what happened before.
  mutating func take(older: LookNews) {
    isNew = isNew || older.isNew
    isPart = isPart || older.isPart
    let joined = deed.joined(older: older.deed)
    if older.deed.rank > deed.rank, joined == older.deed {
      author = older.author
      at = older.at
      reason = older.reason
      isUndo = older.isUndo
    }
    deed = joined
  }

  /// Under which heading it stands.
  package var group: LookGroup {
    switch deed {
    case .decided: .decided
    case .new: .new
    case .gone, .did, .changed: .changed
    }
  }

  /// What stands first: by heading, the newest first.
  static func precedes(_ one: LookNews, _ other: LookNews) -> Bool {
    (one.group.rawValue, other.at, one.record) < (other.group.rawValue, one.at, other.record)
  }
}
