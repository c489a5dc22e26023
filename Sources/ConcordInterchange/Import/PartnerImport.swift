import ConcordModel

/// Brings the rows of a table together with the partners of a workspace.
struct PartnerImport {
  private let workspace: Workspace
  private let options: ImportOptions
  private let file: String
  private var index: PartnerIndex
  private var pairs: ReviewPairs
  private var draft: Draft
  private var rows = PartnerRows()
  private var entries: [PartnerEntry] = []
  /// The place in `entries` of each partner of the index, where some row is about it.
  private var places: [Int?] = []

  /// Partners that a thread works out at a time.
  private static let entriesPerPart = 512

  init(
    _ workspace: Workspace, _ context: CommandContext, _ options: ImportOptions, file: String
  ) {
    self.workspace = workspace
    self.options = options
    self.file = file
    index = PartnerIndex(workspace)
    pairs = ReviewPairs(workspace)
    draft = Draft(workspace, context)
  }

  /// Takes in a row.
  mutating func take(_ row: PartnerRow) { rows.add(row) }

  // MARK: Entries

  /// Finds or makes the partner of every row.
  private mutating func resolve(_ work: some ParallelWork) {
    var matching = PartnerMatching(rows, file: file)
    var known = matching.homes(in: index)
    let bodies = matching.bodies(homes: known, in: index)
    if !bodies.isEmpty {
      rows.rename(bodies: bodies.mapValues(\.name))
      matching = PartnerMatching(rows, file: file)
      known = matching.homes(in: index)
    }
    let homes = makePartners(matching.groups, known, work)
    for place in homes.indices {
      let (home, isNew) = (homes[place], known[place] == nil)
      for row in matching.groups[place].rows {
        if !isNew { take(row, into: home) }
        register(row, of: home)
      }
    }
    joinToBodies(matching.groups, bodies, homes: homes, known)
    // Doubts of what is new come last, when all that is new is known.
    for doubt in matching.doubts(homes: homes, in: index, work) {
      pair(doubt.one, doubt.two, doubt.reason)
    }
    let new = entries.indices.filter { entries[$0].isNew }.map { entries[$0].handle }
    for found in index.twins(of: new, work) {
      pair(found.handle, found.twin, found.reason)
    }
  }

  private mutating func pair(
    _ one: PartnerIndex.Handle, _ two: PartnerIndex.Handle, _ reason: String
  ) {
    pairs.add(index.records[one], index.records[two], because: reason)
  }

  /// The partners of all groups: those on record, and new ones, each by the first row of its group
  /// and with all that its rows say. No group shares a new partner with another.
  private mutating func makePartners(
    _ groups: [PartnerRows.Group], _ known: [PartnerIndex.Handle?], _ work: some ParallelWork
  ) -> [PartnerIndex.Handle] {
    let new = groups.indices.filter { known[$0] == nil }
    index.reserve(index.records.count + new.count)
    let firstHandle = index.records.count
    for place in new {
      let id = rows.newID(of: groups[place]) ?? draft.newID(.partner)
      _ = index.add(rows[groups[place].rows[0]].identity, record: id)
    }
    places = Array(repeating: nil, count: firstHandle)
    places.append(contentsOf: new.indices.map(Optional.some))
    let (rows, records, options, workspace) = (rows, index.records, options, workspace)
    entries = work.mapParts(of: new.count, by: Self.entriesPerPart) { parts in
      parts.map { part in
        Self.entry(
          of: groups[new[part]], rows, handle: firstHandle + part,
          record: records[firstHandle + part], updates: options.updates, in: workspace)
      }
    }
    var homes: [PartnerIndex.Handle] = []
    homes.reserveCapacity(groups.count)
    var next = firstHandle
    for home in known {
      homes.append(home ?? next)
      if home == nil { next += 1 }
    }
    return homes
  }

  /// What the rows of a group say of the partner that they make.
  private static func entry(
    of group: PartnerRows.Group, _ rows: PartnerRows, handle: PartnerIndex.Handle,
    record: RecordID, updates: Bool, in workspace: Workspace
  ) -> PartnerEntry {
    let first = group.rows[0]
    var entry = PartnerEntry(rows[first].facts, handle: handle, record: record)
    entry.isMadeByRow = true
    for row in group.rows {
      entry.take(
        rows[row].facts, isNameKnown: rows[row].identity.fold == rows[first].identity.fold,
        isSameKey: rows[row].facts.id != nil
          || rows[row].identity.key == rows[first].identity.key,
        updates: updates, in: workspace)
    }
    return entry
  }

  /// A body that has no row of its own.
  private mutating func open(_ facts: PartnerFacts, _ identity: PartnerIdentity) -> Int {
    let record = draft.newID(.partner)
    let handle = index.add(identity, record: record)
    places.append(entries.count)
    entries.append(PartnerEntry(facts, handle: handle, record: record))
    return entries.count - 1
  }

  /// Joins the new parts of federal bodies to these.
  private mutating func joinToBodies(
    _ groups: [PartnerRows.Group], _ bodies: [String: PartnerMatching.Body],
    homes: [PartnerIndex.Handle], _ known: [PartnerIndex.Handle?]
  ) {
    let parts = groups.indices.filter {
      known[$0] == nil && rows[groups[$0].rows[0]].facts.parentName != nil
    }
    guard !parts.isEmpty else { return }
    var bodyHomes: [String: PartnerIndex.Handle] = [:]
    var homeByRow: [Int: PartnerIndex.Handle] = [:]
    for (group, home) in zip(groups, homes) {
      if rows[group.rows[0]].identity.isFederal { bodyHomes[group.leadingKey] = home }
      if bodies.isEmpty { continue }
      for row in group.rows { homeByRow[row] = home }
    }
    for (called, body) in bodies {
      bodyHomes[PartnerIdentity.bodyKey(called)] = homeByRow[body.row]
    }
    for place in parts { joinToBody(groups[place], home: homes[place], bodyHomes) }
  }

  /// Joins a part of a federal body to it; a body without a row of its own is made now.
  private mutating func joinToBody(
    _ group: PartnerRows.Group, home: PartnerIndex.Handle,
    _ bodyHomes: [String: PartnerIndex.Handle]
  ) {
    let part = rows[group.rows[0]].facts
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

  /// Takes a row into a partner on record.
  private mutating func take(_ row: Int, into handle: PartnerIndex.Handle) {
    let place: Int
    if let known = places[handle] {
      place = known
    } else {
      place = entries.count
      places[handle] = place
      entries.append(PartnerEntry(handle, record: index.records[handle], in: workspace))
    }
    entries[place].take(
      rows[row].facts, isNameKnown: rows[row].identity.fold == index.identities[handle].fold,
      isSameKey: rows[row].facts.id != nil
        || rows[row].identity.key == index.identities[handle].key,
      updates: options.updates, in: workspace)
  }

  /// Lets a partner be found by what a row says of it.
  private mutating func register(_ row: Int, of handle: PartnerIndex.Handle) {
    if rows[row].facts.id == nil, rows[row].identity.fold != index.identities[handle].fold {
      index.add(alias: rows[row].facts.name, of: handle)
    }
    for mark in rows[row].marks { index.register(mark: mark, handle) }
    for page in rows[row].pages { index.register(mark: page, handle) }
  }

  // MARK: The transaction

  /// The operations, and the rows counted into the result.
  mutating func finish(_ result: inout ImportResult, _ work: some ParallelWork) {
    resolve(work)
    let made = newValues(work)
    for place in entries.indices {
      let record = entries[place].record
      if entries[place].isNew {
        draft.make(record, made[place])
        result.newRecords.append(record)
        let created = entries[place].isMadeByRow ? 1 : 0
        result.report.created += created
        result.report.merged += entries[place].rows - created
      } else {
        let changed = change(entries[place])
        let updated = changed ? max(1, entries[place].bringingRows) : 0
        result.report.updated += updated
        result.report.unchanged += entries[place].rows - updated
      }
    }
    for place in entries.indices {
      for parent in entries[place].parents {
        draft.new(
          .link,
          [
            "from": .text(entries[place].record.text), "to": .text(index.records[parent].text),
            "type": .text("member-of"),
          ])
      }
    }
    pairs.write(to: &draft)
    result.report.review = pairs.new.count
    if let adoption = options.adoption, !result.newRecords.isEmpty { draft.why(adoption.reason) }
    result.operations = draft.operations
  }

  /// The fields of each new entry in byte order; none of an entry on record.
  private func newValues(_ work: some ParallelWork) -> [[NamedValue]] {
    let (entries, options) = (entries, options)
    let adopted = adoptedValues()
    let stage = options.adoption?.stage ?? "prospect"
    return work.mapParts(of: entries.count, by: Self.entriesPerPart) { places in
      var order = FieldOrder()
      return places.map { place in
        guard entries[place].isNew else { return [] }
        let values = Self.values(
          of: entries[place], stage: stage, tier: options.tier,
          adopted.isEmpty ? [:] : adopted[place])
        return order.ordered(values)
      }
    }
  }

  /// What adoption gives each new entry: one after another, as they share out the months.
  private func adoptedValues() -> [[String: FieldValue]] {
    guard let adoption = options.adoption else { return [] }
    var plan = AdoptionPlan(adoption, workspace, today: draft.context.today, tier: options.tier)
    for entry in entries where entry.isNew { plan.count(entry) }
    return entries.map { $0.isNew ? plan.next($0) : [:] }
  }

  private static func values(
    of entry: PartnerEntry, stage: String, tier: Int?, _ adopted: [String: FieldValue]
  ) -> FieldList<FieldValue> {
    var values = entry.values
    values.reserve(entry.values.items.count + entry.sets.items.count + 8)
    values.set("name", .text(entry.name))
    values.set("kind", .text(entry.kind))
    values.set("class", .text(entry.classKey))
    values.set("stage", .text(stage))
    if let tier, entry.values["tier"] == nil { values.set("tier", .integer(Int64(tier))) }
    for (field, elements) in entry.sets.items { values.set(field, .set(elements)) }
    for (name, _) in entry.own.items { values.set(name, .text(entry.ownText(name))) }
    for (field, value) in adopted { values.set(field, value) }
    return values
  }

  /// Changes a partner on record; whether anything differs.
  private mutating func change(_ entry: PartnerEntry) -> Bool {
    let record = entry.record
    let before = draft.count
    for (field, value) in entry.values.items.sorted(by: { $0.name < $1.name }) {
      draft.set(record, field, value)
    }
    for (field, elements) in entry.sets.items.sorted(by: { $0.name < $1.name }) {
      for element in elements { draft.add(record, field, element) }
    }
    for name in entry.own.items.map(\.name).sorted()
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
