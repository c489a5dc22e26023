import ConcordCanvas

/// Keys that go on behind a command that was refused, or that is done already: they were meant for its
/// questions, and act on nothing.
package struct TypeAhead: Hashable, Sendable {
  /// What the keys go on behind.
  package enum Cause: Hashable, Sendable {
    /// A command that could not be: letters and Enter were meant for its questions.
    case refusal
    /// A command that Enter has done: another Enter is a habit.
    case decision
  }

  /// Milliseconds without a key that end it: nobody reads why, and decides anew, in less.
  package static let pause = 300

  private var cause: Cause?
  private var last = 0

  package init() {}

  /// A key at `milliseconds` has led to this.
  package mutating func begin(_ cause: Cause, at milliseconds: Int) {
    self.cause = cause
    last = milliseconds
  }

  /// Whether a key is to be left out. Those that only move are not: they do no harm.
  package mutating func leavesOut(_ key: Key, isMove: Bool, at milliseconds: Int) -> Bool {
    guard let cause, milliseconds - last < Self.pause else {
      self.cause = nil
      return false
    }
    let isMeant =
      switch (cause, key) {
      case (_, .enter): true
      case (.refusal, .character), (.refusal, .backspace): true
      default: false
      }
    guard isMeant else {
      self.cause = nil
      return false
    }
    last = milliseconds
    return !isMove
  }
}
