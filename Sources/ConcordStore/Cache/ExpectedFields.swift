import ConcordJSON
import ConcordModel

/// The fields of every kind in the order that a cache has them, laid out so that looking one up
/// touches no reference count.
struct ExpectedFields {
  /// What a value looks like.
  enum Form: UInt8 {
    case text, choice, integer, truth, day, reference, set, other
  }

  /// One field.
  struct Field {
    let slot: Int
    let form: Form
    fileprivate let nameStart: Int
    fileprivate let nameCount: Int
    /// The letters of the kinds that it may refer to, the first in the lowest byte.
    fileprivate let kinds: UInt64

    /// The slot form of a reference; nil where the field may not refer to that kind.
    func reference(_ id: RecordID) -> Int64? {
      for place in 0..<8 where UInt8(truncatingIfNeeded: kinds >> (8 * place)) == id.kind.rawValue {
        return Int64(place) << 60 | Int64(id.bits)
      }
      return nil
    }
  }

  private(set) var fields: [Field] = []
  private var names: [UInt8] = []
  private var ranges: [Range<Int>] = []
  private let schemas: [Schema]

  init(_ workspace: Workspace) {
    schemas = workspace.tables.map(\.schema)
    for schema in schemas {
      let start = fields.count
      for slot in schema.canonicalOrder {
        let field = schema.field(slot: slot)
        var kinds: UInt64 = 0
        if case .reference(let targets) = field.type {
          for (place, kind) in targets.prefix(8).enumerated() {
            kinds |= UInt64(kind.rawValue) << (8 * UInt64(place))
          }
        }
        fields.append(
          Field(
            slot: slot, form: Self.form(field.type), nameStart: names.count,
            nameCount: field.name.utf8.count, kinds: kinds))
        names.append(contentsOf: field.name.utf8)
      }
      ranges.append(start..<fields.count)
    }
  }

  private static func form(_ type: FieldType) -> Form {
    switch type {
    case .text, .note: .text
    case .choice: .choice
    case .integer, .instant: .integer
    case .truth: .truth
    case .day: .day
    case .reference: .reference
    case .texts, .choices: .set
    case .level: .other
    }
  }

  /// The places of a kind's fields.
  func range(_ kind: RecordKind) -> Range<Int> { ranges[kind.index] }

  /// The slots of a row.
  func width(_ kind: RecordKind) -> Int { Schema.headerSlots + ranges[kind.index].count }

  /// What is known of a kind.
  func schema(_ kind: RecordKind) -> Schema { schemas[kind.index] }

  /// The place of the field with this name, from `start` on.
  func find(_ key: JSONText, _ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    guard !key.hasEscapes else { return nil }
    for place in start..<max(start, end) {
      let field = fields[place]
      guard field.nameCount == key.range.count else { continue }
      var isEqual = true
      for index in 0..<field.nameCount
      where bytes[key.range.lowerBound + index] != names[field.nameStart + index] {
        isEqual = false
        break
      }
      if isEqual { return place }
    }
    return nil
  }
}
