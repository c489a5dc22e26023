/// What the rules did on a day, in numbers.
public struct RuleNews: Hashable, Sendable {
  /// Flags that they raised.
  public private(set) var raised = 0
  /// Flags that they opened again.
  public private(set) var reopened = 0
  /// Flags whose cause is gone.
  public private(set) var closed = 0
  /// Findings in which they hold flags back.
  public private(set) var findings = 0

  /// What operations of theirs do.
  package init(_ operations: [Operation]) {
    for operation in operations {
      switch operation {
      case .new(let id, let values, _): count(id, values)
      case .set(let id, let change) where change.field == "gone" && change.value == nil:
        if id.kind == .flag { raised += 1 }
      default: break
      }
    }
  }

  private mutating func count(_ id: RecordID, _ values: [NamedValue]) {
    switch id.kind {
    case .flag: raised += 1
    case .finding: findings += 1
    case .decision:
      switch values.first(where: { $0.name == "choice" })?.value.text {
      case "close": closed += 1
      case "reopen": reopened += 1
      default: break
      }
    default: break
    }
  }

  /// Such as `the rules raised 3 flags, closed 1`; nil where there is nothing to tell.
  public var sentence: String? {
    var parts: [String] = []
    if raised > 0 { parts.append("raised \(Counted.words(raised, "flag"))") }
    if reopened > 0 { parts.append("opened \(reopened) again") }
    if closed > 0 { parts.append("closed \(closed) whose cause is gone") }
    if findings > 0 {
      parts.append("hold back what would be a flood in \(Counted.words(findings, "finding"))")
    }
    return parts.isEmpty ? nil : "the rules of the day " + parts.joined(separator: ", ")
  }
}
