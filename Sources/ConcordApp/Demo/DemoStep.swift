/// One thing that someone of the demo does on one day: it becomes a command.
struct DemoStep {
  /// What is done.
  enum Act {
    case create
    case stage(String)
    case capability(hasAlternative: Bool)
    case link(to: Int32)
    case openCase(type: String, dueDays: Int16, assignee: UInt8)
    /// Tasks of the newest case, by their places in the checklist.
    case tasks(places: [UInt8], status: String)
    case decideCase(outcome: String)
    case raise(flag: UInt8)
    case decide(flag: UInt8, Decision)
    case agreement(Agreement)
    case contact
    case exchange(isReceived: Bool, kind: String)
    case access(kind: String)
    case exercise
    case incident(isContained: Bool)
  }

  /// An agreement as planned. Days are numbers of civil days.
  struct Agreement {
    /// The place among the agreements of its class; nil for the one on criminal intelligence.
    var template: UInt8?
    var ends: Int32
    var hasCounsel = true
    var hasOversight = true
  }

  /// What is decided on a flag. Days are numbers of civil days.
  enum Decision {
    case mitigate(state: String, due: Int32, count: UInt8, owner: UInt8)
    case putInForce
    case accept(until: Int32)
    case dismiss
    case close
    case transfer
    case avoid(String)
    case escalate(to: UInt8, until: Int32)
    case snooze(until: Int32)
    case reassess(likelihood: UInt8, impact: UInt8, isUp: Bool)
    case reopen
    case note
  }

  /// The working day.
  var day: Int16
  /// Minutes after the day's beginning, 0 to 540.
  var minute: Int16
  /// How many steps of the same story come before it on its day.
  var wave: UInt8
  /// The place in the cast.
  var author: UInt8
  /// The place among the partners.
  var partner: Int32
  /// What is done.
  var act: Act
}
