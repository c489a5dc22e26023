/// What an office's records, and its policy and catalogues among themselves, allow to change.
struct PolicyCheck {
  private let before: Workspace
  private let policy: Policy
  private let catalogues: Catalogues
  /// The file that is to blame for what a catalogue or the policy says.
  private let blame:
    (_ name: String, _ reason: CatalogueError.Reason, _ field: String) ->
      CatalogueError

  /// - Parameters:
  ///   - before: the office as it stands.
  ///   - blame: makes the error of a file, by `policy` or its catalogue's name.
  init(
    _ before: Workspace, _ policy: Policy, _ catalogues: Catalogues,
    blame:
      @escaping (_ name: String, _ reason: CatalogueError.Reason, _ field: String) ->
      CatalogueError = {
        CatalogueError(file: $0, position: nil, field: $2, reason: $1)
      }
  ) {
    self.before = before
    self.policy = policy
    self.catalogues = catalogues
    self.blame = blame
  }

  /// Refuses what would leave a record without its words, or the policy without what it names.
  func check() throws(CatalogueError) {
    try Self.checkUse(before, after: { catalogues[$0] }, blame: blame)
    try checkClasses()
    let roles = catalogues[.roles]
    for tier in policy.tiers where roles[tier.approver] == nil {
      throw blame(
        OwnPolicy.policyName, .unknownKey(tier.approver, known: roles.keys), "approver")
    }
    for category in RiskCategory.allCases {
      for treatment in catalogues.treatments(category) {
        let steps = max(treatment.likelihoodEffect, treatment.impactEffect)
        if steps > policy.treatmentMostSteps {
          throw blame(
            CatalogueName.treatments.rawValue,
            .tooManySteps(treatment.key, steps: steps, most: policy.treatmentMostSteps),
            "entries")
        }
      }
    }
  }

  /// Refuses to leave out an entry that records have.
  static func checkUse(
    _ before: Workspace, after: (CatalogueName) -> Catalogue,
    blame: (_ name: String, _ reason: CatalogueError.Reason, _ field: String) -> CatalogueError
  ) throws(CatalogueError) {
    let use = CatalogueUse(before)
    for name in CatalogueName.allCases {
      let catalogue = after(name)
      let missing = before.catalogues[name].keys.filter { catalogue[$0] == nil }
      guard !missing.isEmpty else { continue }
      let found = use.records(of: Set(missing), in: name)
      guard let key = missing.first(where: { found[$0] != nil }), let records = found[key] else {
        continue
      }
      throw blame(
        name.rawValue, .inUse(key, count: records.count, records: use.names(records)), "entries")
    }
  }

  private func checkClasses() throws(CatalogueError) {
    let moved = before.catalogues.kinds.filter { kind in
      catalogues.kind(kind.key).map { $0.partnerClass != kind.partnerClass } ?? false
    }.map(\.key)
    let use = CatalogueUse(before)
    let found = use.partners(of: Set(moved))
    guard let key = moved.first(where: { found[$0] != nil }), let partners = found[key] else {
      return
    }
    throw blame(
      CatalogueName.kinds.rawValue,
      .otherClass(key, count: partners.count, records: use.names(partners)), "class")
  }
}
