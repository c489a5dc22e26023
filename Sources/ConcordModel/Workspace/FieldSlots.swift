/// Slots and types of a kind's stored fields: one object, so that looking one up copies nothing.
package final class FieldSlots: Sendable {
  private let slots: [String: Int]
  private let types: [FieldType]

  init(_ schema: Schema) {
    slots = Dictionary(
      schema.stored.enumerated().map { ($1.name, $0 + Schema.headerSlots) }
    ) { first, _ in first }
    types = schema.stored.map(\.type)
  }

  /// The slot of a field; nil when there is none of that name.
  package func slot(_ name: String) -> Int? { slots[name] }

  /// The type of the field in a slot.
  package func type(_ slot: Int) -> FieldType { types[slot - Schema.headerSlots] }
}
