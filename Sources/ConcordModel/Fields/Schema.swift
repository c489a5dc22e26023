/// The fields of one kind of record, in the order of forms and pages.
public struct Schema: Sendable {
  /// The kind.
  public let kind: RecordKind
  /// What one is called, in small letters.
  public let word: String
  /// What several are called, and the name on the command line.
  public let plural: String
  /// Stored fields first in their order, then derived ones.
  public let fields: [Field]
  /// The stored fields: field i has slot `Schema.headerSlots + i`.
  public let stored: [Field]
  /// Columns that a list shows unless told otherwise.
  public let columns: [String]
  /// The field that names a record to people.
  public let titleField: String
  /// Stored slots in the byte order of their names, for canonical lines.
  package let canonicalOrder: [Int]
  private let places: [String: Int]

  package init(
    _ kind: RecordKind, word: String, plural: String, title: String, columns: [String],
    _ fields: [Field]
  ) {
    self.kind = kind
    self.word = word
    self.plural = plural
    self.columns = columns
    titleField = title
    stored = fields.filter(\.isStored)
    self.fields = stored + fields.filter { !$0.isStored }
    places = Dictionary(
      uniqueKeysWithValues: self.fields.enumerated().map { ($1.name, $0) })
    let names = stored.map { Array($0.name.utf8) }
    canonicalOrder = names.indices.sorted { names[$0].lexicographicallyPrecedes(names[$1]) }
      .map { $0 + Schema.headerSlots }
  }

  /// The field called `name`.
  public func field(_ name: String) -> Field? {
    places[name].map { fields[$0] }
  }

  /// The slot of the stored field called `name`; nil when there is none.
  package func slot(_ name: String) -> Int? {
    guard let place = places[name], place < stored.count else { return nil }
    return place + Schema.headerSlots
  }

  /// The slot of a field that this very source declares; a wrong name is a mistake of the programmer.
  package func required(_ name: String) -> Int {
    guard let slot = slot(name) else { preconditionFailure("no field \(kind.letter).\(name)") }
    return slot
  }

  /// The stored field of `slot`.
  package func field(slot: Int) -> Field { stored[slot - Schema.headerSlots] }

  /// Slots of a row before its fields: id, stamp, line, own fields, gone.
  package static let headerSlots = 5

  /// A schema for a kind that this version does not know: all fields are its own.
  package static func unknown(_ kind: RecordKind) -> Schema {
    Schema(kind, word: "record", plural: "records", title: "name", columns: [], [])
  }
}
