import ConcordModel

/// A row of a file of partners: what it says, and what its partner is found by.
///
/// It never changes, and it is an object because it is big: thousands of them go from the thread that
/// read them into lists, and copying the values would take longer than reading them.
final class PartnerRow: Sendable {
  let facts: PartnerFacts
  let identity: PartnerIdentity
  /// Domains and identifiers.
  let marks: [String]
  /// Web pages.
  let pages: [String]

  /// The row under the names that bodies go by, where it calls them otherwise, both folded.
  init(_ row: PartnerRow, bodies: [String: String]) {
    facts = row.facts
    identity = PartnerIdentity(row.facts, bodies: bodies)
    (marks, pages) = (row.marks, row.pages)
  }

  init(_ facts: PartnerFacts) {
    self.facts = facts
    identity = PartnerIdentity(facts)
    guard facts.id == nil else {
      (marks, pages) = ([], [])
      return
    }
    let domains = facts.elements("domains")
    let identifiers = facts.elements("identifiers")
    guard !facts.pages.isEmpty else {
      marks = PartnerIdentity.marks(domains: domains, identifiers: identifiers)
      pages = []
      return
    }
    marks = PartnerIdentity.marks(
      domains: domains.filter { !facts.pages.contains($0) }, identifiers: identifiers)
    pages = PartnerIdentity.marks(
      domains: domains.filter { facts.pages.contains($0) }, identifiers: [])
  }
}
