/// Finds partners that may be the same as a new one though their keys differ.
struct TwinIndex {
  private var byBareKey: [String: [PartnerIndex.Handle]] = [:]
  private var byLooseKey: [String: [PartnerIndex.Handle]] = [:]
  private var byAlias: [String: [PartnerIndex.Handle]] = [:]

  /// More possible twins than this tell nothing.
  private static let mostTwins = 5

  /// Adds a partner.
  mutating func add(
    _ identity: PartnerIdentity, _ handle: PartnerIndex.Handle, looseKey: String?
  ) {
    byBareKey[identity.bareKey, default: []].append(handle)
    if let looseKey { byLooseKey[looseKey, default: []].append(handle) }
  }

  /// Adds another name of a partner, folded.
  mutating func add(
    alias fold: String, _ identity: PartnerIdentity, _ handle: PartnerIndex.Handle
  ) {
    byAlias[Self.aliasKey(fold, identity), default: []].append(handle)
  }

  private static func aliasKey(_ fold: String, _ identity: PartnerIdentity) -> String {
    "\(fold)\u{0}\(identity.country)\u{0}\(identity.place.state)\u{0}\(identity.place.parent)"
  }

  /// The partners that a new one may be the same as, with what speaks for it.
  func twins(
    of handle: PartnerIndex.Handle, _ identity: PartnerIdentity, looseKey: String?,
    among identities: [PartnerIdentity]
  ) -> [(handle: PartnerIndex.Handle, reason: String)] {
    var twins: [(handle: PartnerIndex.Handle, reason: String)] = []
    func add(
      _ candidates: [PartnerIndex.Handle]?, _ reason: String,
      where holds: (PartnerIdentity) -> Bool
    ) {
      for candidate in candidates ?? []
      where candidate != handle && holds(identities[candidate])
        && !twins.contains(where: { $0.handle == candidate })
      {
        twins.append((candidate, reason))
      }
    }
    add(byBareKey[identity.bareKey], "the same name; one of them does not say where") {
      $0.place.isDoubtful(identity.place)
    }
    if let looseKey {
      add(byLooseKey[looseKey], "the same words in their names") { $0.fold != identity.fold }
    }
    add(byAlias[Self.aliasKey(identity.fold, identity)], "the name of one is an alias of the other")
    { _ in true }
    return twins.count > Self.mostTwins ? [] : twins
  }
}
