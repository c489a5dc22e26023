import ConcordModel

/// The numbered answers that a prompt offers for a parameter.
struct PromptChoices {
  private let scene: Scene
  private let subjects: [RecordID]
  private let reasons: [String]

  init(_ scene: Scene, subjects: [RecordID], reasons: [String]) {
    self.scene = scene
    self.subjects = subjects
    self.reasons = reasons
  }

  func choices(_ parameter: Parameter) -> [PromptChoice] {
    let catalogues = scene.workspace.catalogues
    switch parameter.type {
    case .choice("treatments"):
      guard let category = commonCategory else { return [] }
      return catalogues.treatments(category: category).map {
        PromptChoice(
          $0.words, $0.key,
          detail: TreatmentEffect.text($0.likelihoodEffect, $0.impactEffect, isShort: true))
      }
    case .choice(let name):
      return catalogues.keys(name).map { PromptChoice(catalogues.words($0, in: name), $0) }
    case .reference([.person]):
      var people = scene.workspace.handles.map { handle in
        PromptChoice(
          scene.workspace.personName(scene.workspace.person(handle: handle)) ?? handle, handle,
          detail: handle)
      }
      people.removeAll { $0.answer == scene.actor.author }
      return [PromptChoice("me", "me")] + people
    case .note where parameter.name == "reason" || parameter.name == "evidence":
      return reasons.prefix(5).map { PromptChoice($0, $0) }
    default: return []
    }
  }

  /// The category of all subjects; nil where they differ.
  private var commonCategory: String? {
    let categories = Set(
      subjects.compactMap { scene.workspace.row($0) }
        .map { Flag(scene.workspace, $0).category })
    return categories.count == 1 ? categories.first : nil
  }
}
