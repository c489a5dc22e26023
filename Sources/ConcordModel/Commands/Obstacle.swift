/// Why a command cannot act: the hint line shows it, and pressing the key says it.
public enum Obstacle: Hashable, Sendable {
  /// The store was opened to be read only.
  case readOnly
  /// The record is not there (any more).
  case gone(RecordID)
  /// The flag is dismissed or closed.
  case notLive(FlagStatus)
  /// The flag is live, so there is nothing to reopen.
  case stillLive(FlagStatus)
  /// A risk at high or above, and the person's own.
  case ownHighRisk(Level)
  /// A risk at high or above that nobody owns, of a partner that is the person's own.
  case ownPartnersHighRisk(Level)
  /// A rule closed the flag.
  case causeGone
  /// The partner's kind and tier need a vetting decision in force.
  case needsVetting(Standing)
  /// The case is decided.
  case caseDecided
  /// The task is still to be done, so there is nothing to reopen.
  case taskOpen
  /// A case without any task: nothing was looked at.
  case noTasks
  /// Mandatory tasks are still open.
  case openTasks(Int)
  /// Someone who did the tasks cannot decide.
  case sameHands(String)
  /// A flag without a planned treatment.
  case nothingPlanned
  /// A finding whose flags were raised.
  case alreadyRaised
  /// A finding whose partners all stand in later ones.
  case nothingHeld
  /// Nothing is selected.
  case nothingSelected

  /// The sentence for people.
  public var sentence: String {
    switch self {
    case .readOnly: "the store is open to be read only"
    case .gone(let id): "\(id.text) is not there any more"
    case .notLive(let status): "it is \(status.rawValue): reopen it first, or add a note"
    case .stillLive(let status): "it is \(status.rawValue), not dismissed or closed"
    case .ownHighRisk(let level):
      "needs a second person: it is \(level.words) and yours; escalate it or give it another owner"
    case .ownPartnersHighRisk(let level):
      "needs a second person: it is \(level.words), nobody owns it, and the partner is yours; "
        + "escalate it or give it another owner"
    case .causeGone:
      "a rule closed it, because its cause is gone: it comes back by itself with its cause; "
        + "raise one of your own for anything else"
    case .needsVetting(let standing):
      "needs a vetting decision in force (standing: \(standing.rawValue)), or a reason to skip it"
    case .caseDecided: "the case is decided"
    case .taskOpen: "it is still to be done"
    case .noTasks: "it has no tasks: nothing was looked at that could be approved"
    case .openTasks(let count):
      "\(count) mandatory \(count == 1 ? "task is" : "tasks are") not passed or waived yet"
    case .sameHands(let author): "needs a second person: \(author) did a task of this case"
    case .nothingPlanned: "no treatment of it is planned: mitigate it first"
    case .alreadyRaised: "its flags were raised: each of them is decided by itself"
    case .nothingHeld: "it holds nothing back any more: later findings speak of its partners"
    case .nothingSelected: "nothing is selected"
    }
  }
}
