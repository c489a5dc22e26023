import ConcordModel

/// What the rows of a file say together of one partner.
///
/// Of several rows the first that gives a field a value counts; domains, names and other sets grow;
/// the kind is the first in the preset's order.
struct PartnerEntry {
  let handle: PartnerIndex.Handle
  let record: RecordID
  let isNew: Bool
  private(set) var name: String
  private(set) var kind: String
  private(set) var kindRank: Int
  private(set) var classKey: String
  private(set) var values = FieldList<FieldValue>()
  /// The fields that a row has said something of: too few for a set.
  private var said: [String] = []
  private(set) var sets = FieldList<[String]>()
  private(set) var own = FieldList<[String]>()
  /// The bodies that the partner is a part of.
  var parents: [PartnerIndex.Handle] = []
  /// Whether a row is about the partner that made it; else it was named as the body of a part.
  var isMadeByRow = false
  /// Whether the kind is the preset's word for all rows.
  private(set) var isKindOfPreset: Bool
  /// Whether a row named the record by its id, so that its name may change.
  private(set) var isNamedByID = false
  /// Rows about this partner.
  private(set) var rows = 0
  /// Rows that brought something that the record does not have.
  private(set) var bringingRows = 0

  /// The entry of a partner on record.
  init(_ handle: PartnerIndex.Handle, record: RecordID, in workspace: Workspace) {
    self.handle = handle
    self.record = record
    isNew = false
    name = ""
    kind = ""
    kindRank = Int.max
    classKey = workspace.value(record, "class")?.text ?? ""
    isKindOfPreset = false
  }

  /// The entry of a partner that a row makes.
  init(_ facts: PartnerFacts, handle: PartnerIndex.Handle, record: RecordID) {
    self.handle = handle
    self.record = record
    isNew = true
    name = facts.name
    kind = facts.kind
    kindRank = facts.kindRank
    classKey = facts.classKey
    isKindOfPreset = facts.presetFields.contains("kind")
  }

  /// Takes in what a part's row says of its body: no row of its own.
  mutating func fill(_ facts: PartnerFacts) {
    for (field, value) in facts.values { values.set(field, value) }
  }

  /// Takes in what a row says.
  ///
  /// - Parameters:
  ///   - isNameKnown: whether the partner goes by the row's name, which is else an alias.
  ///   - isSameKey: whether the row has the partner's name and place, and was not found by a domain.
  ///   - updates: whether what differs changes.
  mutating func take(
    _ facts: PartnerFacts, isNameKnown: Bool, isSameKey: Bool, updates: Bool,
    in workspace: Workspace
  ) {
    rows += 1
    if rows == 1 { values.reserve(facts.values.count) }
    var brings = false
    if facts.id != nil {
      isNamedByID = true
      if name.isEmpty { name = facts.name }
    }
    let federal = PartnerClass.federal.rawValue
    if !facts.kind.isEmpty, (classKey == federal) == (facts.classKey == federal),
      kind.isEmpty || facts.kindRank < kindRank
    {
      (kind, kindRank, classKey) = (facts.kind, facts.kindRank, facts.classKey)
      isKindOfPreset = facts.presetFields.contains("kind")
    }
    if !facts.name.isEmpty, !isNameKnown, facts.id == nil {
      brings = add([facts.name], to: "aliases", in: workspace) || brings
    }
    for (field, value) in facts.values where values[field] == nil {
      // What identity stands on comes from the rows of that identity.
      if !isSameKey, field == "country" || field == "state" || field == "city" { continue }
      guard !said.contains(field) else { continue }
      said.append(field)
      let current = isNew ? nil : workspace.value(record, field)
      let changes = updates && current != value && !facts.presetFields.contains(field)
      guard isNew || current == nil || changes else { continue }
      values.set(field, value)
      brings = true
    }
    for (field, elements) in facts.sets {
      brings = add(elements, to: field, in: workspace) || brings
    }
    for (name, text) in facts.own where own.add(text, to: name) {
      brings = brings || (!isNew && workspace.value(record, name) == nil)
    }
    if brings { bringingRows += 1 }
  }

  private mutating func add(_ elements: [String], to field: String, in workspace: Workspace) -> Bool
  {
    var brings = false
    var current: [String] = []
    if !isNew, case .texts(let elements) = workspace.value(record, field) { current = elements }
    for element in elements where sets.add(element, to: field) {
      brings = brings || !current.contains(element)
    }
    return brings
  }

  /// The text of an own field: what the rows say of it, each once.
  func ownText(_ name: String) -> String { (own[name] ?? []).joined(separator: "; ") }
}
