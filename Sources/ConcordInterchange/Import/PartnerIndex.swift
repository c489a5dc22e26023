import ConcordModel

/// The partners that a row may be about: those of the workspace and those that the import makes.
struct PartnerIndex {
  /// A partner by its place in the index.
  typealias Handle = Int

  private(set) var identities: [PartnerIdentity] = []
  /// The record of each partner.
  private(set) var records: [RecordID] = []
  private var byKey: [String: Handle] = [:]
  private var byMark: [String: [Handle]] = [:]
  private var byRecord: [RecordID: Handle] = [:]
  /// Other names, with their partners.
  private var aliases: [(fold: String, handle: Handle)] = []
  /// Made when the first new partner asks for its twins: most imports of known files never do.
  private var twinIndex: TwinIndex?
  private let stateWords: [String: [Substring]]

  /// Indexes the partners of a workspace.
  init(_ workspace: Workspace) {
    var stateWords: [String: [Substring]] = [:]
    for entry in workspace.catalogues["states"]?.entries ?? [] {
      stateWords[NameFold.fold(entry.key)] = NameFold.fold(entry.words).split(separator: " ")
    }
    self.stateWords = stateWords
    let table = workspace[.partner]
    reserve(table.count)
    let parents = Self.parents(in: workspace)
    for row in workspace.rows(.partner) {
      func slot(_ slot: Int) -> Int64? {
        let value = table[row, slot]
        return value == Table.absent ? nil : value
      }
      func text(_ place: Int) -> String? { slot(place).map { workspace.texts.text($0) } }
      func word(_ place: Int) -> String? { slot(place).map { workspace.texts.word($0) } }
      func elements(_ place: Int) -> [String] {
        slot(place).map { workspace.texts.elements($0) } ?? []
      }
      let id = table.id(row)
      let isFederal = word(Partner.Slot.classKey) == PartnerClass.federal.rawValue
      func identity(parent: String?) -> PartnerIdentity {
        PartnerIdentity(
          name: text(Partner.Slot.name) ?? "", isFederal: isFederal, parent: parent,
          country: word(Partner.Slot.country), state: text(Partner.Slot.state),
          city: text(Partner.Slot.city))
      }
      let ofParents = isFederal ? parents[id] ?? [] : []
      let handle = add(identity(parent: ofParents.first), record: id)
      for parent in ofParents.dropFirst() { register(identity(parent: parent).key, handle) }
      let marks = PartnerIdentity.marks(
        domains: elements(Partner.Slot.domains), identifiers: elements(Partner.Slot.identifiers))
      for mark in marks { register(mark: mark, handle) }
      for alias in elements(Partner.Slot.aliases) { add(alias: alias, of: handle) }
    }
  }

  private mutating func reserve(_ count: Int) {
    identities.reserveCapacity(count)
    records.reserveCapacity(count)
    byKey.reserveCapacity(count)
    byMark.reserveCapacity(count)
    byRecord.reserveCapacity(count)
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
    byRecord[record] = handle
    register(identity.key, handle)
    twinIndex?.add(identity)
    return handle
  }

  private mutating func register(_ key: String, _ handle: Handle) {
    if byKey[key] == nil { byKey[key] = handle }
  }

  /// Gives a partner a domain, an identifier or a page.
  mutating func register(mark: String, _ handle: Handle) {
    if byMark[mark]?.contains(handle) != true { byMark[mark, default: []].append(handle) }
  }

  /// Gives a partner another name: a partner of that name is a doubt.
  mutating func add(alias: String, of handle: Handle) {
    let fold = NameFold.fold(alias)
    aliases.append((fold, handle))
    twinIndex?.add(alias: fold, handle)
  }

  /// The partner of a key.
  func partner(key: String) -> Handle? { byKey[key] }

  /// The partner of a record.
  func partner(record: RecordID) -> Handle? { byRecord[record] }

  /// The partners that have one of these domains, identifiers or pages, each once.
  func partners(marks: [String]) -> [Handle] {
    var found: [Handle] = []
    for mark in marks {
      for handle in byMark[mark] ?? [] where !found.contains(handle) { found.append(handle) }
    }
    return found
  }

  // MARK: Doubts

  /// The partners that a new one may be the same as, with what speaks for it.
  mutating func twins(of handle: Handle) -> [(handle: Handle, reason: String)] {
    if twinIndex == nil {
      var index = TwinIndex(stateWords: stateWords)
      for identity in identities { index.add(identity) }
      for alias in aliases { index.add(alias: alias.fold, alias.handle) }
      twinIndex = index
    }
    return twinIndex?.twins(of: handle, among: identities) ?? []
  }
}
