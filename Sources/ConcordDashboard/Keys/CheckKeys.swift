import ConcordModel

/// The key that mends what a check has found, and where it does.
package enum CheckKeys {
  /// Such as `a in Triage`; nil where no key does it.
  /// - Parameter isHere: whether it is said among the checks themselves.
  package static func words(
    _ remedy: CheckRemedy, _ keymap: Keymap, isHere: Bool = false
  ) -> String? {
    let action: Action
    let contexts: [KeyContext]
    let place: String
    switch remedy.command {
    case RecordEdit.specification.name:
      (action, contexts, place) = (.edit, [.always], isHere ? "here" : "among the checks")
    case RecordEnd.specification.name:
      (action, contexts, place) = (.end, [.always], self.place(of: remedy.subject?.kind))
    case RecordCreate.specification.name:
      (action, contexts, place) = (.createAny, [.always], "on any screen")
    default:
      let kind = CommandCatalogue.command(remedy.command)?.specification.subject
      action = .command(remedy.command)
      contexts = self.contexts(of: kind)
      place = self.place(of: kind)
    }
    guard !place.isEmpty, let key = keymap.keyName(action, in: contexts + [.always]) else {
      return nil
    }
    return "\(key) \(place)"
  }

  private static func contexts(of kind: RecordKind?) -> [KeyContext] {
    switch kind {
    case .flag: [.triage]
    case .task: [.tasks]
    case .vettingCase: [.cases]
    case .partner: [.partners]
    default: []
    }
  }

  private static func place(of kind: RecordKind?) -> String {
    switch kind {
    case .flag: "in Triage"
    case .task, .vettingCase: "in Vetting"
    case .partner: "on its page"
    default: ""
    }
  }
}
