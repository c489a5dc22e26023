/// Which kinds and tiers need a vetting decision, by their cells: each is looked up once.
struct VettingNeeds {
  private let workspace: Workspace
  private var known: [Key: Bool] = [:]

  private struct Key: Hashable {
    let kind: Int64
    let tier: Int64
  }

  init(_ workspace: Workspace) { self.workspace = workspace }

  mutating func holds(kind: Int64, tier: Int64) -> Bool {
    let key = Key(kind: kind, tier: tier)
    if let known = known[key] { return known }
    let needs = workspace.catalogues.needsVetting(
      kind: kind == Table.absent ? "" : workspace.texts.word(kind),
      tier: Partner.effectiveTier(tier == Table.absent ? nil : Int(tier)))
    known[key] = needs
    return needs
  }
}
