/// What one change did to a record.
package struct LookTouch: Hashable, Sendable {
  package let record: RecordID
  package internal(set) var deed: LookDeed
  /// Whether a rule did it, in whoever's change.
  package internal(set) var isByRules: Bool
  package internal(set) var reason: String?
  /// Whether the change made it.
  package internal(set) var isNew = false
  /// Whether it came with another record that says it all: a task with its case.
  package internal(set) var isPart = false
}
