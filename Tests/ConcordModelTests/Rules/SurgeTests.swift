import OfficeInMemory
import Testing

@testable import ConcordModel

/// When flags of one run become a finding instead.
@Suite struct SurgeTests {
  struct Row: Sendable, CustomTestStringConvertible {
    /// How many partners of each tier; 0 is without one.
    let tiers: [Int: Int]
    /// What each of them comes to be active with.
    let cause: Cause
    let raised: Int
    let held: Int

    var testDescription: String { "\(cause) at \(tiers): \(raised) raised, \(held) held" }
  }

  enum Cause: String, Sendable {
    /// `capability.single-source`, (3,3): moderate; at tier 1 (3,4), moderate; at tier 3 (3,2), low.
    case onlySource
    /// `agreement.missing`, (4,4): high; at tier 1 (4,5), very high; at tier 3 (4,3), moderate.
    case noAgreement
  }

  // DOMAIN, Rules that raise flags by themselves: "A rule that would raise over 50 flags below high
  // in one run raises one office finding instead… High or above, and tier 1, are never held back."
  // Levels: NIST SP 800-30 r1, table I-2.
  static let rows = [
    Row(tiers: [3: 50], cause: .onlySource, raised: 50, held: 0),
    Row(tiers: [3: 51], cause: .onlySource, raised: 0, held: 51),
    Row(tiers: [2: 50], cause: .onlySource, raised: 50, held: 0),
    Row(tiers: [2: 51], cause: .onlySource, raised: 0, held: 51),
    Row(tiers: [0: 51], cause: .onlySource, raised: 0, held: 51),
    Row(tiers: [0: 20, 2: 20, 3: 11], cause: .onlySource, raised: 0, held: 51),
    // Tier 1 does not count, and is not held.
    Row(tiers: [1: 51], cause: .onlySource, raised: 51, held: 0),
    Row(tiers: [1: 5, 3: 50], cause: .onlySource, raised: 55, held: 0),
    Row(tiers: [1: 5, 3: 51], cause: .onlySource, raised: 5, held: 51),
    // Nor what is high or above.
    Row(tiers: [2: 51], cause: .noAgreement, raised: 51, held: 0),
    Row(tiers: [3: 51], cause: .noAgreement, raised: 0, held: 51),
    Row(tiers: [2: 5, 3: 50], cause: .noAgreement, raised: 55, held: 0),
    Row(tiers: [2: 5, 3: 51], cause: .noAgreement, raised: 5, held: 51),
  ]

  @Test("more than fifty below high, not of tier 1, are one finding", arguments: rows)
  func surge(_ row: Row) throws {
    var office = MemoryOffice()
    var partners: [RecordID] = []
    for (tier, count) in row.tiers.sorted(by: { $0.key < $1.key }) {
      for number in 0..<count {
        let partner = try office.make(
          "partner", "name=Institute \(tier) \(number)", "kind=state",
          tier > 0 ? "tier=\(tier)" : "tags=none")
        partners.append(partner)
        try give(partner, row.cause, "Imagery of place \(tier) \(number)", &office)
      }
    }
    try office.run(Invocation("partner.stage", on: partners, ["stage": "active"]))
    let rule = row.cause == .onlySource ? "capability.single-source" : "agreement.missing"
    let workspace = office.workspace
    let flags = workspace.rows(.flag).map { Flag(workspace, $0) }.filter { $0.rule == rule }
    let findings = workspace.rows(.finding).map { Finding(workspace, $0) }
      .filter { $0.rule == rule }
    #expect(flags.count == row.raised)
    #expect(findings.map(\.partners.count) == (row.held > 0 ? [row.held] : []))
  }

  private func give(
    _ partner: RecordID, _ cause: Cause, _ name: String, _ office: inout MemoryOffice
  ) throws {
    switch cause {
    case .onlySource:
      _ = try office.make("capability", "partner=\(partner.text)", "name=\(name)", "needed=yes")
    case .noAgreement:
      _ = try office.make(
        "exchange", "partner=\(partner.text)", "date=2026-11-20", "direction=received",
        "kind=data", "quantity=1")
    }
  }
}
