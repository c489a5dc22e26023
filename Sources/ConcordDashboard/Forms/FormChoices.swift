import ConcordModel

/// What may stand in a field, narrowed by what is typed there.
struct FormChoices {
  private let scene: Scene
  /// The most that are offered.
  static let most = 8

  init(_ scene: Scene) { self.scene = scene }

  /// Answers with their words, the best first.
  func choices(_ field: Field, _ typed: String) -> [PromptChoice] {
    let workspace = scene.workspace
    let last = field.type.isSet ? typed.split(separator: ",").last.map(String.init) ?? "" : typed
    let wanted = NameFold.fold(Text.trimmed(last))
    let isListEnd = typed.hasSuffix(",") || typed.hasSuffix(", ")
    switch field.type {
    case .choice(let name), .choices(let name):
      return fitting(
        workspace.catalogues.keys(name).map {
          PromptChoice(workspace.catalogues.words($0, in: name), $0)
        }, isListEnd ? "" : wanted)
    case .truth: return fitting([PromptChoice("yes", "yes"), PromptChoice("no", "no")], wanted)
    case .reference([.person]):
      return fitting(
        workspace.handles.map { handle in
          PromptChoice(workspace.personName(workspace.person(handle: handle)) ?? handle, handle)
        }, wanted)
    case .reference(let kinds) where kinds.contains(.partner),
      .references(let kinds) where kinds.contains(.partner):
      return wanted.isEmpty ? [] : partners(wanted)
    default: return []
    }
  }

  private func fitting(_ all: [PromptChoice], _ wanted: String) -> [PromptChoice] {
    guard !wanted.isEmpty else { return Array(all.prefix(Self.most)) }
    // What is typed out whole needs no more offers.
    if all.contains(where: { NameFold.fold($0.answer) == wanted }) { return [] }
    let begin = all.filter {
      NameFold.fold($0.answer).hasPrefix(wanted) || NameFold.fold($0.words).hasPrefix(wanted)
    }
    let hold = all.filter { choice in
      NameFold.fold(choice.words).contains(wanted)
        && !begin.contains { $0.answer == choice.answer }
    }
    return Array((begin + hold).prefix(Self.most))
  }

  private func partners(_ wanted: String) -> [PromptChoice] {
    let plan = FilterPlan(
      Filter(wanted), kind: .partner, in: scene.workspace, me: scene.actor.person)
    var found: [(rank: Int, row: Int)] = []
    for row in scene.workspace.rows(.partner) {
      if let rank = plan.rank(scene.workspace, .partner, row) { found.append((rank, row)) }
      if found.count >= 200 { break }
    }
    return found.sorted { $0.rank < $1.rank }.prefix(Self.most).map { match in
      let partner = Partner(scene.workspace, match.row)
      return PromptChoice(partner.name, partner.name, detail: partner.shortKind)
    }
  }
}
