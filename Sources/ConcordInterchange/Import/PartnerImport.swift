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
  private var rows = PartnerRows()
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
    rows.add(try reader.facts(row))
  }

  // MARK: Entries

  /// Finds or makes the partner of every row.
  private mutating func resolve() {
    var matching = PartnerMatching(rows, file: file)
    var known = matching.homes(in: index)
    let bodies = matching.bodies(homes: known, in: index)
    if !bodies.isEmpty {
      rows.rename(bodies: bodies.mapValues(\.name))
      matching = PartnerMatching(rows, file: file)
      known = matching.homes(in: index)
    }
    var homes: [PartnerIndex.Handle] = []
    for (group, home) in zip(matching.groups, known) { homes.append(home ?? make(group)) }
    var bodyHomes: [String: PartnerIndex.Handle] = [:]
    var homeByRow: [Int: PartnerIndex.Handle] = [:]
    for (group, home) in zip(matching.groups, homes) {
      bodyHomes[group.leadingKey] = home
      for row in group.rows { homeByRow[row] = home }
    }
    for (called, body) in bodies {
      bodyHomes[PartnerIdentity.bodyKey(called)] = homeByRow[body.row]
    }
    for (group, home) in zip(matching.groups, homes) {
      for row in group.rows { take(row, into: home) }
    }
    for (place, group) in matching.groups.enumerated() where known[place] == nil {
      joinToBody(group, home: homes[place], bodyHomes)
    }
    // Doubts of what is new come last, when all that is new is known.
    for doubt in matching.doubts(homes: homes, in: index) {
      pair(doubt.one, doubt.two, doubt.reason)
    }
    for entry in entries where entry.isNew {
      for twin in index.twins(of: entry.handle) { pair(entry.handle, twin.handle, twin.reason) }
    }
  }

  private mutating func pair(
    _ one: PartnerIndex.Handle, _ two: PartnerIndex.Handle, _ reason: String
  ) {
    pairs.add(index.records[one], index.records[two], because: reason)
  }

  /// A new partner, by the first row of its group.
  private mutating func make(_ group: PartnerRows.Group) -> PartnerIndex.Handle {
    let first = group.rows[0]
    let place = open(rows.facts[first], rows.identities[first], id: rows.newID(of: group))
    entries[place].isMadeByRow = true
    return entries[place].handle
  }

  private mutating func open(
    _ facts: PartnerFacts, _ identity: PartnerIdentity, id: RecordID? = nil
  ) -> Int {
    let record = id ?? draft.newID(.partner)
    let handle = index.add(identity, record: record)
    places[handle] = entries.count
    entries.append(PartnerEntry(facts, handle: handle, record: record))
    return entries.count - 1
  }

  /// Joins a part of a federal body to it; a body without a row of its own is made now.
  private mutating func joinToBody(
    _ group: PartnerRows.Group, home: PartnerIndex.Handle,
    _ bodyHomes: [String: PartnerIndex.Handle]
  ) {
    let part = rows.facts[group.rows[0]]
    guard let name = part.parentName, let place = places[home] else { return }
    var facts = PartnerFacts(line: part.line, name: name, kind: part.kind, classKey: part.classKey)
    facts.kindRank = part.kindRank
    if let country = part.text("country") { facts.values = [("country", .text(country))] }
    let identity = PartnerIdentity(facts)
    let body: PartnerIndex.Handle
    if let known = bodyHomes[identity.key] ?? index.partner(key: identity.key) {
      body = known
    } else {
      let new = open(facts, identity)
      entries[new].fill(facts)
      body = entries[new].handle
    }
    if body != home { entries[place].parents.append(body) }
  }

  private mutating func take(_ row: Int, into handle: PartnerIndex.Handle) {
    let facts = rows.facts[row]
    let place: Int
    if let known = places[handle] {
      place = known
    } else {
      place = entries.count
      places[handle] = place
      entries.append(PartnerEntry(handle, record: index.records[handle], in: workspace))
    }
    let home = index.identities[handle]
    let isNameKnown = rows.identities[row].fold == home.fold
    entries[place].take(
      facts, isNameKnown: isNameKnown,
      isSameKey: facts.id != nil || rows.identities[row].key == home.key,
      updates: options.updates, in: workspace)
    if !isNameKnown, facts.id == nil { index.add(alias: facts.name, of: handle) }
    for mark in rows.marks[row] + rows.pages[row] { index.register(mark: mark, handle) }
  }

  // MARK: The transaction

  /// The operations, and the rows counted into the result.
  mutating func finish(_ result: inout ImportResult) {
    resolve()
    var adoption = options.adoption.map {
      AdoptionPlan($0, workspace, today: draft.context.today, tier: options.tier)
    }
    for entry in entries where entry.isNew { adoption?.count(entry) }
    for entry in entries {
      if entry.isNew {
        draft.make(entry.record, values(of: entry, &adoption))
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
    var values = [String: FieldValue?](minimumCapacity: 16)
    for (field, value) in entry.values { values[field] = value }
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
