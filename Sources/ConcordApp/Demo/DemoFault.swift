/// What is not as it should be between the demo's office and a partner, for a rule to find.
enum DemoFault: CaseIterable {
  case expired, withoutCounsel, withoutOversight, withoutAgreement, staleScreening, incident
  case expiring, unbalanced, outOfContact, unmonitored, singleSource

  /// Whether its flag may be high: it is told of those of whom worse is known anyway.
  var isGrave: Bool {
    switch self {
    case .expired, .withoutCounsel, .withoutOversight, .withoutAgreement, .staleScreening,
      .incident:
      true
    case .expiring, .unbalanced, .outOfContact, .unmonitored, .singleSource: false
    }
  }
}
