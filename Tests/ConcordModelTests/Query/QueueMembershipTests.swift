import ConcordModel
import OfficeInMemory
import Testing

/// Whose queue a flag is in, why, and from which day.
@Suite struct QueueMembershipTests {
  /// How the flag, (3,3) as assessed, came to stand, decided by a.chen today.
  enum Way: String, Sendable {
    case raised
    case escalated
    case treating
    case accepted
    case transferred
    case transferredForGood
    case snoozed
    case dismissed
    case closed

    var invocation: (verb: String, answers: [String: String]) {
      switch self {
      case .raised: ("note", ["text": "seen"])
      case .escalated: ("escalate", ["to": "m.ruiz", "until": "+14d"])
      case .treating: ("mitigate", ["treatment": "1", "due": "+90d"])
      case .accepted: ("accept", ["reason": "small", "until": "+180d"])
      case .transferred:
        (
          "transfer",
          ["to": "Pool", "reference": "P-7", "reason": "covered", "until": "+30d"]
        )
      case .transferredForGood:
        ("transfer", ["to": "Pool", "reference": "P-7", "reason": "covered"])
      case .snoozed: ("snooze", ["until": "+7d"])
      case .dismissed: ("dismiss", ["reason": "not ours"])
      case .closed: ("close", ["evidence": "letter"])
      }
    }
  }

  /// Why it is in a queue.
  enum Why: String, Sendable {
    case open
    case toMe
    case back
    case overdue
    case rose
    case not
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let way: Way
    let owner: String?
    let viewer: String
    let days: Int
    let rating: (Int, Int)?
    let why: Why

    var testDescription: String {
      let rated = rating.map { ", rated \($0)" } ?? ""
      return "\(way) of \(owner ?? "nobody"), for \(viewer) after \(days) days\(rated): \(why)"
    }

    init(
      _ way: Way, of owner: String?, for viewer: String, after days: Int = 0,
      rated rating: (Int, Int)? = nil, _ why: Why
    ) {
      self.way = way
      self.owner = owner
      self.viewer = viewer
      self.days = days
      self.rating = rating
      self.why = why
    }
  }

  // DOMAIN, Status, queue and decisions: "My queue = live flags in need of a decision that I own, or
  // nobody owns, or that are escalated to me, or that came back." "Escalating names a person and a
  // day, leaves my queue, and comes back on that day. Treating, accepted, transferred and snoozed
  // come back when a date passes or a rating rises."
  static let rows: [Row] = [
    Row(.raised, of: nil, for: "a.chen", .open),
    Row(.raised, of: "a.chen", for: "a.chen", .open),
    Row(.raised, of: "m.ruiz", for: "a.chen", .not),
    Row(.raised, of: "m.ruiz", for: "m.ruiz", .open),
    Row(.raised, of: nil, for: "somebody else", .open),
    Row(.raised, of: "a.chen", for: "somebody else", .not),
    Row(.dismissed, of: nil, for: "a.chen", after: 999, .not),
    Row(.closed, of: nil, for: "a.chen", after: 999, .not),

    Row(.escalated, of: nil, for: "m.ruiz", .toMe),
    Row(.escalated, of: "a.chen", for: "m.ruiz", .toMe),
    Row(.escalated, of: "a.chen", for: "m.ruiz", after: 20, .toMe),
    Row(.escalated, of: nil, for: "a.chen", .not),
    Row(.escalated, of: "a.chen", for: "a.chen", .not),
    Row(.escalated, of: "a.chen", for: "a.chen", after: 13, .not),
    Row(.escalated, of: "a.chen", for: "a.chen", after: 14, .back),
    Row(.escalated, of: nil, for: "a.chen", after: 14, .back),
    Row(.escalated, of: nil, for: "a.chen", after: 15, .back),

    // The last day of a treatment is in time.
    Row(.treating, of: "a.chen", for: "a.chen", .not),
    Row(.treating, of: "a.chen", for: "a.chen", after: 90, .not),
    Row(.treating, of: "a.chen", for: "a.chen", after: 91, .overdue),
    Row(.treating, of: "m.ruiz", for: "a.chen", after: 91, .not),
    Row(.treating, of: "m.ruiz", for: "m.ruiz", after: 91, .overdue),
    Row(.treating, of: "a.chen", for: "a.chen", rated: (4, 3), .rose),
    Row(.treating, of: "a.chen", for: "a.chen", rated: (3, 2), .not),

    Row(.accepted, of: "a.chen", for: "a.chen", after: 179, .not),
    Row(.accepted, of: "a.chen", for: "a.chen", after: 180, .back),
    Row(.accepted, of: nil, for: "a.chen", after: 181, .back),
    Row(.accepted, of: "m.ruiz", for: "a.chen", after: 180, .not),
    Row(.accepted, of: "a.chen", for: "a.chen", rated: (3, 4), .rose),
    Row(.accepted, of: "a.chen", for: "a.chen", rated: (2, 3), .not),

    Row(.transferred, of: nil, for: "a.chen", after: 29, .not),
    Row(.transferred, of: nil, for: "a.chen", after: 30, .back),
    Row(.transferred, of: nil, for: "a.chen", rated: (5, 3), .rose),
    Row(.transferredForGood, of: nil, for: "a.chen", after: 9_999, .not),
    Row(.transferredForGood, of: nil, for: "a.chen", rated: (3, 5), .rose),

    Row(.snoozed, of: nil, for: "a.chen", after: 6, .not),
    Row(.snoozed, of: nil, for: "a.chen", after: 7, .back),
    Row(.snoozed, of: "m.ruiz", for: "m.ruiz", after: 7, .back),
    Row(.snoozed, of: "m.ruiz", for: "a.chen", after: 7, .not),
    Row(.snoozed, of: nil, for: "a.chen", rated: (3, 4), .rose),
    Row(.snoozed, of: nil, for: "a.chen", rated: (3, 3), .not),
  ]

  @Test("a flag waits for those whom it is for to decide, and when", arguments: rows)
  func membership(_ row: Row) throws {
    var office = MemoryOffice()
    _ = try office.make("person", "handle=a.chen", "name=A. Chen")
    _ = try office.make("person", "handle=m.ruiz", "name=M. Ruiz")
    let partner = try office.make("partner", "name=Deltawave", "kind=vendor", "tier=2")
    let flag = try office.flag(
      partner, "control", "No oversight body", 3, 3, row.owner.map { ["owner": $0] } ?? [:])
    let way = row.way.invocation
    try office.run(Invocation("flag.\(way.verb)", on: [flag], way.answers))
    if let rating = row.rating {
      try office.run(
        Invocation(
          "flag.reassess", on: [flag],
          [
            "likelihood": String(rating.0), "impact": String(rating.1), "reason": "new facts",
          ]))
    }
    let actor = Actor(
      person: office.workspace.person(handle: row.viewer), author: row.viewer,
      today: MemoryOffice.today.adding(days: row.days))
    let entries = TriageQueue(office.workspace, for: actor).entries(in: office.workspace)
    let found = entries.first { $0.flag == flag }?.reason
    #expect(found == reason(row))
    #expect(entries.count == (row.why == .not ? 0 : 1))
  }

  private func reason(_ row: Row) -> TriageQueue.Reason? {
    let today = MemoryOffice.today
    return switch (row.why, row.way) {
    case (.open, _): .open
    case (.toMe, _): .escalatedToMe
    case (.rose, _): .ratingRose
    case (.not, _): nil
    case (.overdue, _): .overdue(today.adding(days: 90))
    case (.back, .escalated): .back(today.adding(days: 14))
    case (.back, .accepted): .back(today.adding(days: 180))
    case (.back, .transferred): .back(today.adding(days: 30))
    case (.back, _): .back(today.adding(days: 7))
    }
  }

  @Test(
    "lists say why a flag waits, whoever is to decide on it",
    arguments: [
      (.raised, 0, "open"), (.escalated, 0, "escalated"), (.treating, 90, nil),
      (.treating, 91, "overdue"), (.accepted, 179, nil), (.accepted, 180, "back"),
      (.snoozed, 7, "back"), (.closed, 999, nil),
    ] as [(Way, Int, String?)])
  func waits(_ way: Way, _ days: Int, _ why: String?) throws {
    var office = MemoryOffice()
    _ = try office.make("person", "handle=a.chen", "name=A. Chen")
    _ = try office.make("person", "handle=m.ruiz", "name=M. Ruiz")
    let partner = try office.make("partner", "name=Deltawave", "kind=vendor", "tier=2")
    let flag = try office.flag(partner, "control", "No oversight body", 3, 3, [:])
    try office.run(Invocation("flag.\(way.invocation.verb)", on: [flag], way.invocation.answers))
    office.turn(to: MemoryOffice.today.adding(days: days))
    let row = try #require(office.workspace.row(flag))
    let field = try #require(office.workspace.fields[.flag].field("waits"))
    #expect(office.workspace.anyValue(.flag, row: row, field)?.text == why)
  }

  @Test("what was escalated to somebody and put off by them comes back to them too")
  func putOffByAddressee() throws {
    var office = MemoryOffice()
    let owner = try office.make("person", "handle=a.chen", "name=A. Chen")
    let other = try office.make("person", "handle=m.ruiz", "name=M. Ruiz")
    let partner = try office.make("partner", "name=Deltawave", "kind=vendor", "tier=2")
    let flag = try office.flag(
      partner, "control", "No oversight body", 3, 3, ["owner": "a.chen"])
    try office.run(
      Invocation("flag.escalate", on: [flag], ["to": "m.ruiz", "until": "+30d"]))
    office.author = "m.ruiz"
    try office.run(Invocation("flag.snooze", on: [flag], ["until": "+7d"]))
    for (person, days, isThere) in [
      (other, 6, false), (other, 7, true), (owner, 6, false), (owner, 7, true),
    ] {
      let today = MemoryOffice.today.adding(days: days)
      let queue = TriageQueue(
        office.workspace, for: Actor(person: person, author: "x", today: today))
      #expect(queue.entries(in: office.workspace).contains { $0.flag == flag } == isThere)
    }
  }
}
