import ConcordModel

/// Puts the fields of one record after another into byte order. Most records of a file have the fields
/// of the one before, and so its order.
struct FieldOrder {
  private var names: [String] = []
  /// The places of `names` in byte order.
  private var places: [Int] = []

  /// The values of a record, in the byte order of their names.
  mutating func ordered(_ list: FieldList<FieldValue>) -> [NamedValue] {
    let items = list.items
    let isKnown =
      names.count == items.count && items.indices.allSatisfy { items[$0].name == names[$0] }
    if !isKnown {
      let names = items.map(\.name)
      places = names.indices.sorted { ByteOrder.precedes(names[$0], names[$1]) }
      self.names = names
    }
    return places.map { NamedValue(items[$0].name, items[$0].value) }
  }
}
