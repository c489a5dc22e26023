/// One side gives, the other takes. Kinds are never summed across: hours are no dollars.
enum ExchangeImbalance: Rule {
  static let name = "exchange.imbalance"
  static let words =
    "In a kind of exchange that is expected to be mutual, one side gave more than so many times what "
    + "the other did, by quantity, in the last months and in so many entries or more; likelier beyond "
    + "the next ratio."
  static let thresholds = ["entries", "months", "ratio"]
  static let reads: Set<RecordKind> = [.exchange]

  static func hits(_ scope: RuleScope) -> [RuleHit] {
    guard let least = scope.numbers.threshold("entries"),
      let months = scope.numbers.threshold("months"),
      let ratios = scope.numbers.thresholds["ratio"], let inside = ratios.first
    else { return [] }
    let entries = scope.exchanges(on: scope.window(months: months)).filter(\.isMutual)
    return Dictionary(grouping: entries, by: \.kind).compactMap { kind, entries in
      guard entries.count >= least else { return nil }
      let received = sum(entries.filter(\.isReceived))
      let given = sum(entries.filter { !$0.isReceived })
      let beyond = ratios.filter { isBeyond($0, max(received, given), min(received, given)) }.count
      guard beyond > 0 else { return nil }
      let words = scope.words(kind, in: .exchangeKinds)
      let unit = scope.workspace.catalogues[.exchangeKinds][kind]?.text("unit") ?? ""
      let more = received > given ? "received than given" : "given than received"
      return RuleHit(
        subject: kind, title: "One-sided exchange, \(words): more \(more)",
        explanation: "In \(months) months \(amount(given, unit)) given and "
          + "\(amount(received, unit)) received, in \(entries.count) entries. "
          + "Within \(inside) : 1 either way is held to be mutual.",
        step: beyond - 1, facts: [kind, more, "step \(beyond)"])
    }
  }

  private static func amount(_ quantity: Int, _ unit: String) -> String {
    unit.isEmpty ? String(quantity) : Counted.words(quantity, unit)
  }

  /// As much as there is room for, where it is more than that.
  private static func sum(_ entries: [Exchange]) -> Int {
    entries.reduce(0) { sum, entry in
      let (total, overflows) = sum.addingReportingOverflow(max(0, entry.quantity))
      return overflows ? .max : total
    }
  }

  /// Whether `more` is above `ratio` times `less`; of nothing any amount is.
  private static func isBeyond(_ ratio: Int, _ more: Int, _ less: Int) -> Bool {
    let (bound, overflows) = less.multipliedReportingOverflow(by: ratio)
    return !overflows && more > bound
  }
}
