import ConcordModel

/// What was redacted, beside what redactions name: each has to have the other.
struct RedactionCheck {
  private struct Place: Hashable {
    let line: LineID
    let place: Int
  }

  /// A redaction: who, when and why.
  private struct Naming {
    let removed: RemovedOperation
    let change: LineID
    let author: String
    let instant: Instant
    let reason: String
  }

  private var gone: [Place: RemovedOperation] = [:]
  private var named: [Place: Naming] = [:]

  mutating func add(_ transaction: Transaction) {
    for removed in transaction.removed {
      gone[Place(line: removed.line, place: removed.place)] = removed
    }
    for step in transaction.steps {
      guard case .redact(let removed) = step.operation else { continue }
      named[Place(line: removed.line, place: removed.place)] = Naming(
        removed: removed, change: transaction.id, author: transaction.author,
        instant: transaction.instant, reason: transaction.reason ?? "no reason on record")
    }
  }

  /// What does not fit.
  func problems() -> [String] {
    var problems: [String] = []
    for (place, removed) in gone {
      let what = "operation \(place.place + 1) of change \(place.line)"
      guard let naming = named[place] else {
        problems.append("\(what) was taken out, and no change says by whom")
        continue
      }
      if naming.removed.digest != removed.digest
        || naming.removed.replacement != removed.replacement
      {
        problems.append("\(what) is not what its redaction \(naming.change) says")
      }
    }
    for (place, naming) in named where gone[place] == nil {
      problems.append(
        "operation \(place.place + 1) of change \(place.line) is redacted by \(naming.change) and "
          + "still there: redact it again")
    }
    return problems.sorted()
  }

  /// Each redaction in a sentence.
  func notes() -> [String] {
    var changes: [LineID: (naming: Naming, count: Int)] = [:]
    for naming in named.values { changes[naming.change, default: (naming, 0)].count += 1 }
    return changes.values.sorted { $0.naming.instant < $1.naming.instant }.map { found in
      let what =
        found.naming.removed.record.map { "\(found.naming.removed.field ?? "") of \($0)" }
        ?? "a reason"
      return "\(found.naming.author) redacted \(what) on \(found.naming.instant.iso) "
        + "(\(Counted.words(found.count, "operation"))): \(found.naming.reason)"
    }
  }
}
