import ConcordModel

/// A row of a file of partners: what it says, and what its partner is found by.
struct PartnerRow: Sendable {
  let facts: PartnerFacts
  let identity: PartnerIdentity
  /// Domains and identifiers.
  let marks: [String]
  /// Web pages.
  let pages: [String]

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
