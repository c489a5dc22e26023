/// How many partners of each tier a finding is about, in words.
enum FindingTiers {
  /// Such as `tier 2: 14, tier 3: 260, no tier: 9`, the tier first on which most depends.
  static func words(_ partners: some Sequence<RecordID>, in workspace: Workspace) -> String {
    var counts: [Int: Int] = [:]
    for partner in partners {
      let tier = workspace.row(partner).flatMap { Partner(workspace, $0).tier }
      counts[tier ?? none, default: 0] += 1
    }
    return counts.sorted { $0.key < $1.key }
      .map { tier, count in (tier == none ? "no tier" : "tier \(tier)") + ": \(count)" }
      .joined(separator: ", ")
  }

  private static let none = Int.max
}
