import ConcordModel

/// Brings the rows of a table together with the partners of a workspace.
struct PartnerImport {
  private let workspace: Workspace
  private let options: ImportOptions
  private let file: String
  private var reader: PartnerRowReader
  private var index: PartnerIndex
  private var pairs: ReviewPairs
  private var draft: Draft
  private var entries: [PartnerEntry] = []
  /// The place in `entries` of a partner that some row is about.
  private var places: [PartnerIndex.Handle: Int] = [:]

  init(
    _ workspace: Workspace, _ context: CommandContext, _ options: ImportOptions, _ plan: ColumnPlan,
    file: String
  ) {
    self.workspace = workspace
    self.options = options
    self.file = file
    reader = PartnerRowReader(plan, workspace, today: context.today)
    index = PartnerIndex(workspace)
    pairs = ReviewPairs(workspace)
    draft = Draft(workspace, context)
  }

  /// Takes in a row.
  mutating func take(_ row: SourceRow) throws(RowProblem) {
    let facts = try reader.facts(row)
    if let id = facts.id {
      guard let handle = index.partner(record: id) else {
        throw RowProblem(nil, .notAccepted(message: CommandError.unknownRecord(id.text).sentence))
      }
      take(facts, into: handle, isSameKey: true)
      return
    }
    let identity = identity(of: facts)
    let named = index.partner(key: identity.key)
    let domains = facts.elements("domains")
    let marked = index.partners(
      marks: PartnerIdentity.marks(
        domains: domains.filter { !facts.pages.contains($0) },
        identifiers: facts.elements("identifiers")))
    if let first = marked.first {
      for other in marked.dropFirst() {
        pair(first, other, "line \(facts.line) of \(file) has a domain or identifier of both")
      }
      if let named {
        pair(
          first, named, "line \(facts.line) of \(file) has the name of one, the domain of the other"
        )
      }
      take(facts, into: first, isSameKey: named == first)
    } else if let named {
      take(facts, into: named, isSameKey: true)
    } else {
      let pages = domains.filter { facts.pages.contains($0) }
      let hosts = index.partners(marks: PartnerIdentity.marks(domains: pages, identifiers: []))
      if let host = hosts.first(where: { agrees($0, identity) }) {
        take(facts, into: host, isSameKey: false)
      } else {
        let new = make(facts, identity)
        for host in hosts { pair(new, host, "the same web page, but other names") }
      }
    }
  }

  private func agrees(_ host: PartnerIndex.Handle, _ identity: PartnerIdentity) -> Bool {
    PartnerIdentity.agree(index.identities[host].fold, identity.fold)
  }

  private func identity(of facts: PartnerFacts) -> PartnerIdentity {
    PartnerIdentity(
      name: facts.name, isFederal: facts.classKey == PartnerClass.federal.rawValue,
      parent: facts.parentName, country: facts.text("country"), state: facts.text("state"),
      city: facts.text("city"))
  }

  private mutating func pair(
    _ one: PartnerIndex.Handle, _ two: PartnerIndex.Handle, _ reason: String
  ) {
    pairs.add(index.records[one], index.records[two], because: reason)
  }

  // MARK: Entries

  /// A new partner, with the body that it belongs to.
  @discardableResult
  private mutating func make(
    _ facts: PartnerFacts, _ identity: PartnerIdentity
  ) -> PartnerIndex.Handle {
    var parent: PartnerIndex.Handle?
    if let parentName = facts.parentName { parent = body(named: parentName, of: facts) }
    let place = open(facts, identity)
    entries[place].isMadeByRow = true
    if let parent { entries[place].parents.append(parent) }
    take(facts, into: entries[place].handle, isSameKey: true)
    return entries[place].handle
  }

  /// The federal body of a part: found, or made without a row of its own.
  private mutating func body(named name: String, of part: PartnerFacts) -> PartnerIndex.Handle {
    var facts = PartnerFacts(line: part.line, name: name, kind: part.kind, classKey: part.classKey)
    facts.kindRank = part.kindRank
    if let country = part.text("country") { facts.values = [("country", .text(country))] }
    let identity = identity(of: facts)
    if let known = index.partner(key: identity.key) { return known }
    let place = open(facts, identity)
    entries[place].fill(facts)
    return entries[place].handle
  }

  /// Opens the entry of a new partner and looks for its twins.
  private mutating func open(_ facts: PartnerFacts, _ identity: PartnerIdentity) -> Int {
    let record = draft.newID(.partner)
    let handle = index.add(identity, record: record)
    for twin in index.twins(of: handle) { pair(handle, twin.handle, twin.reason) }
    places[handle] = entries.count
    entries.append(PartnerEntry(facts, handle: handle, record: record, isNew: true))
    return entries.count - 1
  }

  private mutating func take(
    _ facts: PartnerFacts, into handle: PartnerIndex.Handle, isSameKey: Bool
  ) {
    let place: Int
    if let known = places[handle] {
      place = known
    } else {
      place = entries.count
      places[handle] = place
      entries.append(
        PartnerEntry(facts, handle: handle, record: index.records[handle], isNew: false))
    }
    let isNameKnown = NameFold.fold(facts.name) == index.identities[handle].fold
    entries[place].take(
      facts, isNameKnown: isNameKnown, isSameKey: isSameKey, updates: options.updates, in: workspace
    )
    if !isNameKnown, facts.id == nil { index.add(alias: facts.name, of: handle) }
    let marks = PartnerIdentity.marks(
      domains: facts.elements("domains"), identifiers: facts.elements("identifiers"))
    for mark in marks { index.register(mark: mark, handle) }
  }

  // MARK: The transaction

  /// The operations, and the rows counted into the result.
  mutating func finish(_ result: inout ImportResult) {
    var adoption = options.adoption.map {
      AdoptionPlan($0, workspace, today: draft.context.today, tier: options.tier)
    }
    for entry in entries where entry.isNew { adoption?.count(entry) }
    for entry in entries {
      if entry.isNew {
        draft.new(entry.record, values(of: entry, &adoption), derived: false)
        result.newRecords.append(entry.record)
        let created = entry.isMadeByRow ? 1 : 0
        result.report.created += created
        result.report.merged += entry.rows - created
      } else {
        let changed = change(entry)
        let updated = changed ? max(1, entry.bringingRows) : 0
        result.report.updated += updated
        result.report.unchanged += entry.rows - updated
      }
    }
    for entry in entries {
      for parent in entry.parents {
        draft.new(
          .link,
          [
            "from": .text(entry.record.text), "to": .text(index.records[parent].text),
            "type": .text("member-of"),
          ])
      }
    }
    pairs.write(to: &draft)
    result.report.review = pairs.new.count
    if let adoption = options.adoption, !result.newRecords.isEmpty { draft.why(adoption.reason) }
    result.operations = draft.operations
  }

  private func values(
    of entry: PartnerEntry, _ adoption: inout AdoptionPlan?
  ) -> [String: FieldValue?] {
    var values: [String: FieldValue?] = entry.values.mapValues { $0 }
    values["name"] = .text(entry.name)
    values["kind"] = .text(entry.kind)
    values["class"] = .text(entry.classKey)
    values["stage"] = .text(adoption?.stage ?? "prospect")
    if let tier = options.tier, entry.values["tier"] == nil {
      values["tier"] = .integer(Int64(tier))
    }
    for (field, elements) in entry.sets { values[field] = .set(elements) }
    for name in entry.own.keys { values[name] = .text(entry.ownText(name)) }
    for (field, value) in adoption?.next(entry) ?? [:] { values[field] = value }
    return values
  }

  /// Changes a partner on record; whether anything differs.
  private mutating func change(_ entry: PartnerEntry) -> Bool {
    let record = entry.record
    let before = draft.count
    for (field, value) in entry.values.sorted(by: { $0.key < $1.key }) {
      draft.set(record, field, value)
    }
    for (field, elements) in entry.sets.sorted(by: { $0.key < $1.key }) {
      for element in elements { draft.add(record, field, element) }
    }
    for name in entry.own.keys.sorted()
    where options.updates || workspace.value(record, name) == nil {
      draft.set(record, name, .text(entry.ownText(name)))
    }
    if options.updates {
      if entry.isNamedByID, !entry.name.isEmpty { draft.set(record, "name", .text(entry.name)) }
      if !entry.isKindOfPreset, !entry.kind.isEmpty {
        draft.set(record, "kind", .text(entry.kind))
        draft.set(record, "class", .text(entry.classKey))
      }
    }
    return draft.count > before
  }
}
