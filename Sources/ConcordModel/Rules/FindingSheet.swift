/// What one rule would raise in one run, divided: what is raised, what a finding holds already, and what
/// becomes a finding because it is too much at once.
struct FindingSheet {
  /// A flag that a rule would raise, and on whom.
  struct Line {
    let flag: RuleFlag
    let partner: RecordID
  }

  /// Those to be raised as flags.
  private(set) var raised: [Line] = []
  private var held: [Line] = []
  private let rule: String
  private let workspace: Workspace
  private let today: Day

  /// - Parameter released: partners whose flags a person asks for just now.
  init(
    _ rule: String, _ lines: [Line], in workspace: Workspace, released: Set<RecordID>, today: Day
  ) {
    self.rule = rule
    self.workspace = workspace
    self.today = today
    var candidates: [Line] = []
    for line in lines {
      if released.contains(line.partner) || !line.flag.mayBeHeldBack {
        raised.append(line)
      } else if let finding = workspace.finding(of: rule, about: line.partner) {
        if finding.letsThrough(line.partner, on: today) { raised.append(line) }
      } else {
        candidates.append(line)
      }
    }
    if candidates.count > workspace.policy.surge.flags {
      held = candidates
    } else {
      raised += candidates
    }
  }

  /// Puts what is held back into a finding.
  func write(to draft: inout Draft) {
    guard !held.isEmpty else { return }
    let partners = Set(held.map(\.partner))
    let id = freeID()
    draft.bringAbout(
      id,
      [
        "rule": .text(rule), "day": .text(today.text),
        "state": .text(Finding.State.open.rawValue), "partners": .set(partners.map(\.text)),
        "tiers": .text(FindingTiers.words(partners, in: workspace)),
      ])
  }

  /// The id of the day's finding; of the next one where a person has decided on that already.
  private func freeID() -> RecordID {
    var number = 1
    while true {
      let id = RecordID.derived(.finding, from: [rule, today.text, String(number)])
      if !workspace.contains(id) { return id }
      number += 1
    }
  }
}
