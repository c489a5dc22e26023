import OfficeInMemory

@testable import ConcordModel

/// An office of `a.chen`, who looked last when it had one partner with one flag; others go on.
struct LookBench {
  private(set) var office: MemoryOffice
  let partner: RecordID
  let flag: RecordID
  /// What happened since, the newest first.
  private(set) var changes: [LookChange] = []
  private var number: Int64 = 10_000

  init() throws {
    office = MemoryOffice()
    for person in ["a.chen", "m.ruiz", "k.osei"] {
      _ = try office.make("person", "handle=\(person)", "name=\(person)")
    }
    partner = try office.make("partner", "name=Deltawave", "kind=vendor", "tier=2")
    flag = try office.flag(partner, "control", "No oversight body", 3, 3)
  }

  /// What `a.chen` is told.
  var lookBack: LookBack {
    LookBack(
      since: LastLook(at: Instant(milliseconds: 0), lines: [:]), reader: "a.chen", changes,
      in: office.workspace)
  }

  @discardableResult
  mutating func run(_ invocation: Invocation, by author: String) throws -> Transaction {
    office.author = author
    office.now = Instant(milliseconds: office.now.milliseconds + 60_000)
    let made = try office.run(invocation)
    changes.insert(LookChange(made), at: 0)
    return made
  }

  @discardableResult
  mutating func edit(_ record: RecordID, _ field: String, by author: String) throws -> Transaction {
    var invocation = Invocation("record.edit", on: [record])
    invocation.answers["field"] = [field]
    return try run(invocation, by: author)
  }

  mutating func make(_ kind: String, _ fields: [String], by author: String) throws -> RecordID {
    var invocation = Invocation("record.create")
    invocation.answers = ["kind": [kind], "field": fields]
    return try run(invocation, by: author).records[0]
  }

  mutating func raise(_ title: String, by author: String) throws -> RecordID {
    try run(
      Invocation(
        "flag.add", on: [partner],
        ["category": "control", "title": title, "likelihood": "3", "impact": "3"]), by: author
    ).records.first { $0.kind == .flag } ?? flag
  }

  /// A change as another program writes it.
  @discardableResult
  mutating func write(
    _ operations: [Operation], _ command: String, by author: String, undoes: LineID? = nil
  ) -> Transaction {
    number += 1
    office.now = Instant(milliseconds: office.now.milliseconds + 60_000)
    let id = LineID("OTHER", number)
    let made = Transaction(
      id: id, first: id, time: office.now.milliseconds + number, wallTime: office.now.milliseconds,
      author: author, account: author + "@test", command: command, undoes: undoes,
      steps: operations.map { Transaction.Step(id, $0) })
    office.fold(made)
    changes.insert(LookChange(made), at: 0)
    return made
  }
}
