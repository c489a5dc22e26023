/// Operations in the making: it fills in what each one replaces, leaves out what changes nothing,
/// and keeps to one operation per record and field.
public struct Draft: Sendable {
  /// The state before the command.
  public let workspace: Workspace
  /// Time, person, ids.
  public private(set) var context: CommandContext
  private var order: [Operation] = []
  private var places: [Key: Int] = [:]
  private var removed: Set<Int> = []
  private var madePerson: RecordID?

  private struct Key: Hashable {
    let record: RecordID
    let field: String
    let element: String
  }

  package init(_ workspace: Workspace, _ context: CommandContext) {
    self.workspace = workspace
    self.context = context
  }

  /// A draft that goes on from operations that were made against the same state.
  package init(
    _ workspace: Workspace, _ context: CommandContext, continuing operations: [Operation]
  ) {
    self.init(workspace, context)
    order = operations
    for (place, operation) in operations.enumerated() {
      switch operation {
      case .set(let id, let change):
        places[Key(record: id, field: change.field, element: "")] = place
      case .add(let id, let change), .take(let id, let change):
        places[Key(record: id, field: change.field, element: change.element)] = place
      case .new, .delete, .why, .redact: break
      }
    }
  }

  /// The operations so far.
  public var operations: [Operation] {
    if removed.isEmpty { return order }
    return order.enumerated().filter { !removed.contains($0.offset) }.map(\.element)
  }

  /// How many operations there are so far.
  package var count: Int { order.count - removed.count }

  /// Whether anything would change.
  public var isEmpty: Bool { order.count == removed.count }

  /// A new id.
  public mutating func newID(_ kind: RecordKind) -> RecordID { context.ids.id(kind) }

  /// Makes a record; values that are nil are left out.
  @discardableResult
  public mutating func new(_ kind: RecordKind, _ values: [String: FieldValue?]) -> RecordID {
    let id = newID(kind)
    new(id, values, derived: false)
    return id
  }

  /// Makes a record of a given id.
  public mutating func new(_ id: RecordID, _ values: [String: FieldValue?], derived: Bool) {
    var named: [NamedValue] = []
    named.reserveCapacity(values.count)
    for (name, value) in values {
      guard let value else { continue }
      // A record has a dozen fields at most times: each finds its place from the end.
      var place = named.count
      while place > 0, ByteOrder.precedes(name, named[place - 1].name) { place -= 1 }
      named.insert(NamedValue(name, value), at: place)
    }
    order.append(.new(id, named, derived: derived))
  }

  /// Makes a record that follows from others, or brings it back with these values where it was taken
  /// away.
  package mutating func bringAbout(_ id: RecordID, _ values: [String: FieldValue?]) {
    guard workspace[id.kind].row(id.bits) != nil, !workspace.contains(id) else {
      return new(id, values, derived: true)
    }
    set(id, "gone", nil)
    let before = workspace.value
    for field in workspace.fields[id.kind].stored where values[field.name] == nil {
      if before(id, field.name) != nil { set(id, field.name, nil) }
    }
    for (name, value) in values.sorted(by: { ByteOrder.precedes($0.key, $1.key) }) {
      set(id, name, value)
    }
  }

  /// Makes a record of a given id by its values, which stand in the byte order of their fields' names,
  /// each once.
  package mutating func new(_ id: RecordID, ordered values: [NamedValue]) {
    order.append(.new(id, values, derived: false))
  }

  /// Gives a field a value (nil clears it), where it has another. A set is changed element by
  /// element: two people's additions both stay.
  public mutating func set(_ id: RecordID, _ field: String, _ value: FieldValue?) {
    if let wanted = elementsToReach(id, field, value) {
      let current = elements(id, field)
      for element in current where !wanted.contains(element) { take(id, field, element) }
      for element in wanted where !current.contains(element) { add(id, field, element) }
      return
    }
    let key = Key(record: id, field: field, element: "")
    if let place = places.removeValue(forKey: key) { removed.insert(place) }
    let was = workspace.value(id, field)
    // The value that stands is written again where others were written beside it: that settles them.
    guard was != value || workspace.isInConflict(id, field) else { return }
    places[key] = order.count
    order.append(
      .set(id, FieldChange(field, value, was: was, of: workspace.origin(id, field))))
  }

  /// Puts an element into a set, where it is not yet.
  public mutating func add(_ id: RecordID, _ field: String, _ element: String) {
    guard !elements(id, field).contains(element) else { return }
    let key = Key(record: id, field: field, element: element)
    guard places[key] == nil else { return }
    places[key] = order.count
    let of = workspace.origin(id, field, element: element)
    order.append(.add(id, ElementChange(field, element, of: of)))
  }

  /// Takes an element out of a set, where it is in it.
  public mutating func take(_ id: RecordID, _ field: String, _ element: String) {
    guard elements(id, field).contains(element) else { return }
    let key = Key(record: id, field: field, element: element)
    guard places[key] == nil else { return }
    places[key] = order.count
    let of = workspace.origin(id, field, element: element)
    order.append(.take(id, ElementChange(field, element, of: of)))
  }

  /// Gives a field that holds several values, or an element of a set, the one that stays.
  mutating func settle(_ conflict: Conflict, _ value: FieldValue?) {
    let id = conflict.record
    guard let element = conflict.element else { return set(id, conflict.field, value) }
    let of = workspace.origin(id, conflict.field, element: element)
    let change = ElementChange(conflict.field, element, of: of)
    order.append(value == .truth(true) ? .add(id, change) : .take(id, change))
  }

  /// Marks a record as gone.
  public mutating func delete(_ id: RecordID) {
    guard workspace.contains(id) else { return }
    order.append(.delete(id))
  }

  /// The person's reason, for commands that leave no decision record.
  public mutating func why(_ reason: String) { order.append(.why(reason)) }

  /// The elements that a set is to have; nil where the field is none.
  private func elementsToReach(
    _ id: RecordID, _ field: String, _ value: FieldValue?
  ) -> [String]? {
    if case .texts(let wanted)? = value { return wanted }
    if value == nil, case .texts? = workspace.value(id, field) { return [] }
    return nil
  }

  private func elements(_ id: RecordID, _ field: String) -> [String] {
    if case .texts(let elements) = workspace.value(id, field) { elements } else { [] }
  }

  /// The acting person's record; made now where there is none.
  public mutating func me() -> RecordID {
    if let madePerson { return madePerson }
    if let known = workspace.person(handle: context.author) { return known }
    let id = new(
      .person,
      [
        "handle": .text(context.author), "name": .text(context.author),
        "accounts": .texts([context.account]),
      ])
    madePerson = id
    return id
  }
}
