import ConcordModel

/// The partners that a row may be about: those of the workspace and those that the import makes.
struct PartnerIndex {
  /// A partner by its place in the index.
  typealias Handle = Int

  private(set) var identities: [PartnerIdentity] = []
  /// The record of each partner.
  private(set) var records: [RecordID] = []
  private var byKey: [String: Handle] = [:]
  private var byMark: [String: Handle] = [:]
  private var byBareKey: [String: [Handle]] = [:]
  private var byLooseKey: [String: [Handle]] = [:]
  private var byAlias: [String: [Handle]] = [:]
  /// The words of each state's name, which names carry along.
  private(set) var stateWords: [String: [Substring]] = [:]
  private var byRecord: [RecordID: Handle] = [:]

  /// More possible twins than this tell nothing.
  private static let mostTwins = 5

  /// Indexes the partners of a workspace.
  init(_ workspace: Workspace) {
    for entry in workspace.catalogues["states"]?.entries ?? [] {
      stateWords[entry.key] = NameFold.fold(entry.words).split(separator: " ")
    }
    let stateWords = stateWords
    let parents = Self.parents(in: workspace)
    for row in workspace.rows(.partner) {
      let id = workspace[.partner].id(row)
      let partner = Partner(workspace, row)
      func text(_ field: String) -> String? { workspace.value(id, field)?.text }
      func texts(_ field: String) -> [String] {
        if case .texts(let elements) = workspace.value(id, field) { elements } else { [] }
      }
      let isFederal = partner.classKey == PartnerClass.federal.rawValue
      let state = text("state")
      func identity(parent: String?) -> PartnerIdentity {
        PartnerIdentity(
          name: partner.name, isFederal: isFederal, parent: parent, country: text("country"),
          state: state, city: text("city"), domains: texts("domains"),
          identifiers: texts("identifiers"), stateWords: stateWords[state ?? ""] ?? [])
      }
      let ofParents = isFederal ? parents[id] ?? [] : []
      let handle = add(identity(parent: ofParents.first), record: id)
      for parent in ofParents.dropFirst() { register(identity(parent: parent).key, handle) }
      for alias in texts("aliases") { add(alias: alias, of: handle) }
    }
  }

  /// The names of the partners that each partner is a member of.
  private static func parents(in workspace: Workspace) -> [RecordID: [String]] {
    var parents: [RecordID: [String]] = [:]
    for row in workspace.rows(.link) {
      let link = workspace[.link].id(row)
      guard workspace.value(link, "type")?.text == "member-of",
        let from = workspace.value(link, "from")?.text.flatMap({ RecordID($0) }),
        let to = workspace.value(link, "to")?.text.flatMap({ RecordID($0) }),
        let name = workspace.value(to, "name")?.text
      else { continue }
      parents[from, default: []].append(name)
    }
    return parents
  }

  /// Adds a partner.
  mutating func add(_ identity: PartnerIdentity, record: RecordID) -> Handle {
    let handle = identities.count
    identities.append(identity)
    records.append(record)
    register(identity.key, handle)
    for mark in identity.marks { register(mark: mark, handle) }
    byBareKey[identity.bareKey, default: []].append(handle)
    if let looseKey = identity.looseKey { byLooseKey[looseKey, default: []].append(handle) }
    byRecord[record] = handle
    return handle
  }

  private mutating func register(_ key: String, _ handle: Handle) {
    if byKey[key] == nil { byKey[key] = handle }
  }

  /// Gives a partner a domain or an identifier; the first to have it keeps it.
  mutating func register(mark: String, _ handle: Handle) {
    if byMark[mark] == nil { byMark[mark] = handle }
  }

  /// Gives a partner another name: a partner of that name is a doubt.
  mutating func add(alias: String, of handle: Handle) {
    byAlias[aliasKey(NameFold.fold(alias), identities[handle]), default: []].append(handle)
  }

  private func aliasKey(_ fold: String, _ identity: PartnerIdentity) -> String {
    fold + "\u{0}" + identity.place.state + "\u{0}" + identity.place.parent
  }

  /// The partner of a key.
  func partner(key: String) -> Handle? { byKey[key] }

  /// The partner of a record.
  func partner(record: RecordID) -> Handle? { byRecord[record] }

  /// The partners that have one of these domains or identifiers, each once.
  func partners(marks: [String]) -> [Handle] {
    var found: [Handle] = []
    for mark in marks {
      if let handle = byMark[mark], !found.contains(handle) { found.append(handle) }
    }
    return found
  }

  /// The partners that a new one may be the same as, with what speaks for it.
  func twins(of handle: Handle) -> [(handle: Handle, reason: String)] {
    let identity = identities[handle]
    var twins: [(handle: Handle, reason: String)] = []
    func add(_ candidates: [Handle]?, _ reason: String, where holds: (PartnerIdentity) -> Bool) {
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
    if let looseKey = identity.looseKey {
      add(byLooseKey[looseKey], "the same words in their names") { $0.fold != identity.fold }
    }
    add(byAlias[aliasKey(identity.fold, identity)], "the name of one is an alias of the other") {
      _ in true
    }
    return twins.count > Self.mostTwins ? [] : twins
  }
}
