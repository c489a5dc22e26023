/// The rules there are, in the order of the policy.
public enum RuleCatalogue {
  /// All of them.
  public static let rules: [any Rule.Type] = [
    AgreementExpiring.self, AgreementExpired.self, AgreementMissing.self,
    AgreementLegalReviewMissing.self, AgreementOversightMissing.self,
    PersonnelScreeningStale.self, MonitoringAbsent.self, ExchangeImbalance.self,
    CapabilitySingleSource.self, DependencyConcentrated.self, ContactStale.self,
    ExerciseStale.self, IncidentOpen.self,
  ]

  /// The rule called `name`.
  public static func rule(_ name: String) -> (any Rule.Type)? { rules.first { $0.name == name } }

  /// The kinds of record that any of them reads, besides partners and flags.
  package static let reads: Set<RecordKind> = rules.reduce(into: []) { $0.formUnion($1.reads) }
}
