/// The office's own policy and catalogues, which stand among its records: a past day is judged by its
/// own.
extension Workspace {
  /// What of the office's own cannot be used, and why; what ships holds in its place.
  package var policyProblems: [CatalogueError] { basis.inForce.problems }

  /// The policy and the catalogues that hold where the office has none of its own.
  package var shippedPolicy: OfficePolicy { basis.shipped }

  /// The texts of the office's own policy and catalogues, in the order of their names.
  package var ownPolicies: [OwnPolicy] {
    rows(.policy).map { OwnPolicy(self, $0) }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }

  /// Takes up what the records of policies say now. Levels and scores may all be others then.
  mutating func takeUpPolicy() {
    let own = ownPolicies
    guard !own.isEmpty || policyVersion > 0 else { return }
    let before = basis.inForce.policy.scale
    basis = basis.with(basis.shipped.replaced(by: own.map { ($0.name, $0.text) }))
    policyVersion += 1
    if basis.inForce.policy.scale != before { touched.everything = true }
  }

  /// As it would stand after some operations that nobody has written yet.
  package func foreseen(_ operations: [Operation]) -> Workspace {
    var after = self
    // Later than all that stands, by a writer that there is not.
    for operation in operations {
      after.fold(operation, line: LineID("0000", 1), time: Self.foreseenTime)
    }
    after.finishChange()
    return after
  }

  private static let foreseenTime: Int64 = 1 << 60
}
