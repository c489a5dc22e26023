import ConcordModel
import ConcordStore

/// Stores, occasions and small changes for tests.
enum TestOffice {
  static let today = Day(number: 20_000)

  static func newStore() throws -> (disk: MemoryDisk, store: Store) {
    let disk = MemoryDisk()
    _ = try Store.create(on: disk, office: "Test office", zone: "America/Chicago", seed: 7)
    return (disk, try open(disk))
  }

  static func open(
    _ disk: any Disk, access: Store.Access = .write, usingCache: Bool = true
  ) throws -> Store {
    try Store.open(on: disk, access: access, today: today, usingCache: usingCache)
  }

  static func occasion(
    _ minute: Int = 0, by author: String = "m.ruiz", seed: UInt64 = 1
  ) -> Occasion {
    Occasion(
      author: author, account: author + "@gulf-02",
      now: Instant(milliseconds: 1_795_219_351_123 + Int64(minute) * 60_000), today: today,
      seed: seed)
  }

  @discardableResult
  static func addPartner(
    _ name: String, to store: Store, minute: Int = 0, by author: String = "m.ruiz"
  ) throws -> RecordID {
    let transaction = try store.commit("record.create", occasion(minute, by: author)) {
      workspace, context throws(CommandError) in
      var draft = Draft(workspace, context)
      draft.new(.partner, ["name": .text(name), "stage": .text("prospect")])
      return draft.operations
    }
    return transaction.records[0]
  }

  @discardableResult
  static func set(
    _ field: String, _ value: FieldValue?, of id: RecordID, in store: Store, minute: Int = 0,
    by author: String = "m.ruiz"
  ) throws -> Transaction {
    try store.commit("record.edit", occasion(minute, by: author)) {
      workspace, context throws(CommandError) in
      var draft = Draft(workspace, context)
      draft.set(id, field, value)
      return draft.operations
    }
  }
}
