/// What is not as it should be between the demo's office and a partner, for a rule to find.
enum DemoFault: CaseIterable {
  case expiring, expired, withoutCounsel, withoutOversight, withoutAgreement, unbalanced
  case outOfContact, staleScreening, unmonitored, singleSource, incident
}
