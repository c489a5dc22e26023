/// One change as it stands in the journal: a line, or a group of lines that belong together.
public struct Transaction: Sendable {
  /// The line (the last of a group).
  public let id: LineID
  /// The first line of the group; the same as `id` where it is one line.
  public let first: LineID
  /// The journal's clock, in milliseconds: what stamps are made of.
  public let time: Int64
  /// The wall clock where it ran behind `time`.
  public let wallTime: Int64?
  /// Author.
  public let author: String
  /// Operating-system account, as `user@host`.
  public let account: String
  /// Command, such as `flag.mitigate`.
  public let command: String
  /// The transaction that this one takes back.
  public let undoes: LineID?
  /// The last line of each other writer that its writer had read, directly or through another.
  public let seen: [String: Int64]
  /// What it did, with the line that each operation stands in.
  public let steps: [Step]
  /// What was taken out of it since, by redactions.
  public let removed: [RemovedOperation]

  /// An operation with its line.
  public struct Step: Sendable {
    /// The line that holds it.
    public let line: LineID
    /// The operation.
    public let operation: Operation

    package init(_ line: LineID, _ operation: Operation) {
      self.line = line
      self.operation = operation
    }
  }

  package init(
    id: LineID, first: LineID, time: Int64, wallTime: Int64?, author: String, account: String,
    command: String, undoes: LineID?, seen: [String: Int64] = [:], steps: [Step],
    removed: [RemovedOperation] = []
  ) {
    self.id = id
    self.first = first
    self.time = time
    self.wallTime = wallTime
    self.author = author
    self.account = account
    self.command = command
    self.undoes = undoes
    self.seen = seen
    self.steps = steps
    self.removed = removed
  }

  /// When it happened.
  public var instant: Instant { Instant(milliseconds: wallTime ?? time) }

  /// The person's reason.
  public var reason: String? {
    for step in steps { if case .why(let text) = step.operation { return text } }
    return nil
  }

  /// The person's reason, or that of the decision that it made.
  public var statedReason: String? {
    if let reason { return reason }
    for step in steps {
      guard case .new(let id, let values, _) = step.operation, id.kind == .decision else {
        continue
      }
      if let reason = values.first(where: { $0.name == "reason" })?.value.text { return reason }
    }
    return nil
  }

  /// The records it touched, each once, in their order.
  public var records: [RecordID] {
    var seen: Set<RecordID> = []
    return steps.compactMap { step in
      guard let id = step.operation.record, seen.insert(id).inserted else { return nil }
      return id
    }
  }
}
