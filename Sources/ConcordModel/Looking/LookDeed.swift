/// What happened to a record since somebody last looked.
package enum LookDeed: Hashable, Sendable {
  /// It was decided: the choice's key, a case's outcome, or a task's status.
  case decided(String)
  /// It was made, or brought back.
  case new
  /// It was taken away.
  case gone
  /// Something was done with it that decides nothing: the choice's key.
  case did(String)
  /// Fields of it have other values.
  case changed([String])

  /// What says more stands before the rest.
  var rank: Int {
    switch self {
    case .gone: 4
    case .decided: 3
    case .new: 2
    case .did: 1
    case .changed: 0
    }
  }

  /// The most fields that are remembered by name.
  static let mostFields = 8

  /// Both in one: what says more, of two that say the same the newer one.
  func joined(older: LookDeed) -> LookDeed {
    switch (self, older) {
    case (.changed(let fields), .changed(let others)):
      .changed(Array((fields + others.filter { !fields.contains($0) }).prefix(Self.mostFields)))
    // Taken away before: it is there again.
    case (_, .gone): self
    default: older.rank > rank ? older : self
    }
  }
}
