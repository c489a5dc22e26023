import OfficeInMemory

@testable import ConcordModel

/// Records of the bench's partner, in a word.
extension RuleBench {
  /// An agreement in force since 2023, unless the fields say otherwise.
  mutating func agree(_ fields: String...) throws {
    try put(
      "agreement",
      ["partners=\(partner.text)", "title=Paper", "state=in-force", "effective=2023-01-01"],
      fields)
  }

  /// An entry of the ledger of 2026-11-20, unless the fields say otherwise.
  mutating func exchange(_ fields: String...) throws {
    try put("exchange", ["partner=\(partner.text)", "date=2026-11-20"], fields)
  }

  /// People's hours of 2026-11-20, an entry for each number.
  mutating func hours(
    given: [Int] = [], received: [Int] = [], _ fields: String..., of other: RecordID? = nil
  ) throws {
    let whose = "partner=\((other ?? partner).text)"
    for (direction, quantities) in [("given", given), ("received", received)] {
      for quantity in quantities {
        try put(
          "exchange",
          [
            whose, "date=2026-11-20", "kind=hours", "direction=\(direction)",
            "quantity=\(quantity)",
          ], fields)
      }
    }
  }

  /// An access fact.
  mutating func access(_ fields: String...) throws {
    try put("access-fact", ["partner=\(partner.text)"], fields)
  }

  /// An engagement on a day.
  mutating func meet(_ day: String) throws {
    try put("engagement", ["partners=\(partner.text)", "topic=Yearly plan"], ["date=\(day)"])
  }

  /// An exercise on a day.
  mutating func exercise(_ day: String) throws {
    try put(
      "exercise", ["partners=\(partner.text)", "kind=tabletop", "title=Flood"], ["date=\(day)"])
  }

  /// An incident that was noticed on 2026-11-20 at 14:00.
  mutating func incident(_ fields: String...) throws {
    try put(
      "incident",
      [
        "partner=\(partner.text)", "kind=spill", "title=Sent to all",
        "noticed=2026-11-20T14:00:00Z",
      ], fields)
  }

  /// A capability that we need.
  mutating func capability(_ fields: String..., of other: RecordID? = nil) throws {
    try put(
      "capability",
      [
        "partner=\((other ?? partner).text)", "name=Maritime imagery", "mission=border-security",
        "needed=yes",
      ], fields)
  }

  /// Makes a record; of fields that are given twice the later ones count.
  private mutating func put(_ kind: String, _ usual: [String], _ fields: [String]) throws {
    var values: [String: String] = [:]
    for field in usual + fields {
      let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      values[String(parts[0])] = field
    }
    var invocation = Invocation("record.create")
    invocation.answers = ["kind": [kind], "field": values.values.sorted()]
    try office.run(invocation)
  }
}
