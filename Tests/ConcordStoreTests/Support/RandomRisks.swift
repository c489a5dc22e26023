import ConcordModel
import ConcordStore

/// Changes of all that the heatmap counts, from a seed: flags rated, treated, closed, moved and taken
/// away, partners of known and unknown kinds that change, go and come back.
struct RandomRisks {
  private var source: IDSource

  init(seed: UInt64) { source = .seeded(seed, position: 0) }

  mutating func below(_ limit: Int) -> Int { Int(source.next64() % UInt64(limit)) }

  mutating func commit(to store: Store, minute: Int) throws {
    let occasion = TestOffice.occasion(minute, seed: source.next64())
    do {
      _ = try store.commit("test.change", occasion) { workspace, context throws(CommandError) in
        var draft = Draft(workspace, context)
        for _ in 0...below(3) { step(&draft) }
        return draft.operations
      }
    } catch CommitFailure.refused(.nothingToDo) {
      // Nothing came of the dice.
    }
  }

  private static let kinds = ["police", "vendor", "city", "fusion", "newer-kind"]
  private static let categories = [
    "security", "insider", "inequity", "control", "legal", "newer-category",
  ]
  private static let statuses = [
    "open", "treating", "accepted", "dismissed", "closed", "newer-status",
  ]
  private static let states = ["planned", "in-force", "withdrawn", "newer-state"]

  private mutating func step(_ draft: inout Draft) {
    let partners = records(.partner, draft)
    let flags = records(.flag, draft)
    let treatments = records(.treatment, draft)
    guard let partner = pick(partners), below(10) > 0 else {
      draft.new(
        .partner,
        ["name": .text("P\(below(99))"), "kind": word(Self.kinds), "stage": .text("active")])
      return
    }
    guard let flag = pick(flags), below(4) > 0 else { return addFlag(&draft, partner) }
    switch below(14) {
    case 0: draft.set(partner, "kind", below(6) == 0 ? nil : word(Self.kinds))
    case 1 where below(3) == 0: draft.delete(partner)
    case 2: draft.set(flag, "partner", .text(partner.text))
    case 3 where below(2) == 0: draft.delete(flag)
    case 4: draft.set(flag, "likelihood", rating())
    case 5: draft.set(flag, "impact", rating())
    case 6: draft.set(flag, "target-impact", below(3) == 0 ? nil : rating())
    case 7, 8: draft.set(flag, "status", word(Self.statuses))
    case 9: draft.set(flag, "category", word(Self.categories))
    case 10, 11:
      draft.new(
        .treatment,
        [
          "flag": .text(flag.text), "name": .text("T"), "state": word(Self.states),
          "likelihood-effect": .integer(Int64(below(3))),
          "impact-effect": below(3) == 0 ? nil : .integer(Int64(below(3))),
        ])
    default:
      guard let treatment = pick(treatments) else { return addFlag(&draft, partner) }
      switch below(4) {
      case 0: draft.set(treatment, "flag", .text(flag.text))
      case 1: draft.delete(treatment)
      default: draft.set(treatment, "state", word(Self.states))
      }
    }
  }

  private mutating func addFlag(_ draft: inout Draft, _ partner: RecordID) {
    let hasTarget = below(2) == 0
    draft.new(
      .flag,
      [
        "partner": .text(partner.text), "title": .text("F\(below(99))"),
        "category": word(Self.categories), "likelihood": rating(), "impact": rating(),
        "status": .text("open"), "target-likelihood": hasTarget ? rating() : nil,
        "target-impact": hasTarget && below(5) > 0 ? rating() : nil,
      ])
  }

  private mutating func rating() -> FieldValue { .integer(Int64(1 + below(5))) }

  private mutating func word(_ words: [String]) -> FieldValue { .text(words[below(words.count)]) }

  private func records(_ kind: RecordKind, _ draft: Draft) -> [RecordID] {
    let table = draft.workspace[kind]
    return draft.workspace.rows(kind).map { table.id($0) }
  }

  private mutating func pick(_ ids: [RecordID]) -> RecordID? {
    ids.isEmpty ? nil : ids[below(ids.count)]
  }
}
