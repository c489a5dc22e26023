import ConcordModel

/// What a record's fields hold, in the order in which they came.
///
/// Most records have a dozen fields, which are looked through sooner than a name is hashed; more of
/// them have an index.
struct FieldList<Value: Sendable>: Sendable {
  private(set) var items: [(name: String, value: Value)] = []
  /// The place of each name, once there are many.
  private var places: [String: Int]?

  /// So many fields are looked through.
  private static var fewest: Int { 16 }

  /// The value of a field. A field never leaves the list.
  subscript(name: String) -> Value? { place(of: name).map { items[$0].value } }

  /// Gives a field a value.
  mutating func set(_ name: String, _ value: Value) {
    if let place = place(of: name) { items[place].value = value } else { append(name, value) }
  }

  /// Makes room for fields to come.
  mutating func reserve(_ count: Int) { items.reserveCapacity(count) }

  private func place(of name: String) -> Int? {
    if let places { return places[name] }
    for place in items.indices where items[place].name == name { return place }
    return nil
  }

  private mutating func append(_ name: String, _ value: Value) {
    if places != nil {
      places?[name] = items.count
    } else if items.count == Self.fewest {
      var all: [String: Int] = [name: items.count]
      for place in items.indices { all[items[place].name] = place }
      places = all
    }
    items.append((name, value))
  }
}

extension FieldList<[String]> {
  /// Adds an element to those of a field; whether it is not there yet.
  mutating func add(_ element: String, to name: String) -> Bool {
    guard let place = place(of: name) else {
      append(name, [element])
      return true
    }
    guard !items[place].value.contains(element) else { return false }
    items[place].value.append(element)
    return true
  }
}
