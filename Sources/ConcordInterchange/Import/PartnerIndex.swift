import ConcordModel

/// The partners that a row may be about: those of the workspace and those that the import makes.
struct PartnerIndex {
  /// A partner by its place in the index.
  typealias Handle = Int

  private(set) var identities: [PartnerIdentity] = []
  /// The record of each partner.
  private(set) var records: [RecordID] = []
  private var byKey: [String: Handle] = [:]
  private var byMark: [String: Holders] = [:]
  /// Those of the workspace alone: no row names what the import is about to make.
  private var byRecord: [RecordID: Handle] = [:]
  /// Other names, with their partners.
  private var aliases: [(fold: String, handle: Handle)] = []
  private let stateWords: [String: [Substring]]

  /// The partners of a mark: nearly always one.
  private struct Holders: Sendable {
    let first: Handle
    var others: [Handle] = []

    mutating func add(_ handle: Handle) {
      if handle != first, !others.contains(handle) { others.append(handle) }
    }
  }

  /// Indexes the partners of a workspace.
  init(_ workspace: Workspace) {
    var stateWords: [String: [Substring]] = [:]
    for entry in workspace.catalogues["states"]?.entries ?? [] {
      stateWords[NameFold.fold(entry.key)] = NameFold.fold(entry.words).split(separator: " ")
    }
    self.stateWords = stateWords
    let table = workspace[.partner]
    reserve(table.count)
    byRecord.reserveCapacity(table.count)
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
      byRecord[id] = handle
      for parent in ofParents.dropFirst() { register(identity(parent: parent).key, handle) }
      let marks = PartnerIdentity.marks(
        domains: elements(Partner.Slot.domains), identifiers: elements(Partner.Slot.identifiers))
      for mark in marks { register(mark: mark, handle) }
      for alias in elements(Partner.Slot.aliases) { add(alias: alias, of: handle) }
    }
  }

  /// Makes room for so many partners in all.
  mutating func reserve(_ count: Int) {
    identities.reserveCapacity(count)
    records.reserveCapacity(count)
    byKey.reserveCapacity(count)
    byMark.reserveCapacity(count)
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
    return handle
  }

  private mutating func register(_ key: String, _ handle: Handle) {
    if byKey[key] == nil { byKey[key] = handle }
  }

  /// Gives a partner a domain, an identifier or a page.
  mutating func register(mark: String, _ handle: Handle) {
    byMark[mark, default: Holders(first: handle)].add(handle)
  }

  /// Gives a partner another name: a partner of that name is a doubt.
  mutating func add(alias: String, of handle: Handle) {
    aliases.append((NameFold.fold(alias), handle))
  }

  /// The partner of a key.
  func partner(key: String) -> Handle? { byKey[key] }

  /// The partner of a record of the workspace.
  func partner(record: RecordID) -> Handle? { byRecord[record] }

  /// The partners that have one of these domains, identifiers or pages, each once.
  func partners(marks: [String]) -> [Handle] {
    var found: [Handle] = []
    for mark in marks {
      guard let holders = byMark[mark] else { continue }
      if !found.contains(holders.first) { found.append(holders.first) }
      for handle in holders.others where !found.contains(handle) { found.append(handle) }
    }
    return found
  }

  // MARK: Doubts

  /// Partners whose numbers for twins are made at a time.
  private static let twinsPerPart = 1_024

  /// The twins of new partners, those of each in their order: what the index holds then is compared.
  func twins(
    of handles: [Handle], _ work: some ParallelWork
  ) -> [(handle: Handle, twin: Handle, reason: String)] {
    guard !handles.isEmpty else { return [] }
    let index = makeTwinIndex(work)
    let identities = identities
    return work.mapParts(of: handles.count, by: Self.twinsPerPart) { places in
      var found: [(handle: Handle, twin: Handle, reason: String)] = []
      for place in places {
        for twin in index.twins(of: handles[place], among: identities) {
          found.append((handles[place], twin.handle, twin.reason))
        }
      }
      return found
    }
  }

  private func makeTwinIndex(_ work: some ParallelWork) -> TwinIndex {
    var index = TwinIndex(stateWords: stateWords)
    let (empty, identities) = (index, identities)
    let marks = work.mapParts(of: identities.count, by: Self.twinsPerPart) { places in
      places.map { empty.marks(of: identities[$0]) }
    }
    for mark in marks { index.add(mark) }
    for alias in aliases { index.add(alias: alias.fold, alias.handle) }
    return index
  }
}
