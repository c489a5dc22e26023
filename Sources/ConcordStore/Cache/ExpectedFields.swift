import ConcordJSON
import ConcordModel

/// The fields of one kind in the order that a cache has them, laid out so that knowing one by its
/// key takes a comparison of eight bytes or two.
struct ExpectedFields: Sendable {
  /// What a value looks like.
  enum Form: UInt8 {
    case text, choice, integer, truth, day, reference, set

    /// Nil for types that are never stored.
    init?(_ type: FieldType) {
      switch type {
      case .text, .note: self = .text
      case .choice: self = .choice
      case .integer, .instant: self = .integer
      case .truth: self = .truth
      case .day: self = .day
      case .reference: self = .reference
      case .texts, .choices, .references: self = .set
      case .level: return nil
      }
    }
  }

  /// One field.
  struct Field {
    let place: RowLayout.Place
    let form: Form
    /// The key with its quotation marks and colon: where it stands in `keys`, and how long it is.
    let keyStart: Int32
    let keyCount: Int32
    /// Its first eight bytes, and which of them count.
    let prefix: UInt64
    let mask: UInt64
    /// The letters of the kinds that it may refer to, the first in the lowest byte.
    let kinds: UInt64

    /// The slot form of a reference; nil where the field may not refer to that kind.
    @inline(__always)
    func reference(_ kind: UInt8, _ bits: UInt64) -> Int64? {
      var rest = kinds
      var place: Int64 = 0
      while rest != 0 {
        if UInt8(truncatingIfNeeded: rest) == kind { return place << 60 | Int64(bits) }
        rest >>= 8
        place += 1
      }
      return nil
    }
  }

  let kind: RecordKind
  let layout: RowLayout
  let fields: [Field]
  /// All keys, one after another, and eight bytes more.
  let keys: [UInt8]

  init(_ table: Table) {
    let schema = table.schema
    kind = schema.kind
    layout = table.layout
    var fields: [Field] = []
    var keys: [UInt8] = []
    for slot in schema.canonicalOrder {
      let field = schema.field(slot: slot)
      guard let form = Form(field.type) else { continue }
      var kinds: UInt64 = 0
      if case .reference(let targets) = field.type {
        for (place, kind) in targets.prefix(8).enumerated() {
          kinds |= UInt64(kind.rawValue) << (8 * UInt64(place))
        }
      }
      let key = Array("\"\(field.name)\":".utf8)
      var prefix: UInt64 = 0
      for (place, byte) in key.prefix(8).enumerated() {
        prefix |= UInt64(byte) << UInt64(8 * place)
      }
      fields.append(
        Field(
          place: layout.places[slot], form: form, keyStart: Int32(keys.count),
          keyCount: Int32(key.count), prefix: prefix,
          mask: key.count >= 8 ? .max : (1 << UInt64(8 * key.count)) - 1, kinds: kinds))
      keys.append(contentsOf: key)
    }
    self.fields = fields
    self.keys = keys + Array(repeating: 0, count: 8)
  }

  /// A type with all that it holds. Written out: asking the language for it would take longer than
  /// reading a small cache.
  private static func words(_ type: FieldType) -> String {
    switch type {
    case .text: "text"
    case .note: "note"
    case .day: "day"
    case .instant: "instant"
    case .integer(let range, let unit):
      "integer " + String(range.lowerBound) + " " + String(range.upperBound) + " " + unit
    case .truth: "truth"
    case .choice(let catalogue): "choice " + catalogue
    case .reference(let kinds): "reference " + kinds.map(\.letter).joined()
    case .references(let kinds): "references " + kinds.map(\.letter).joined()
    case .texts: "texts"
    case .choices(let catalogue): "choices " + catalogue
    case .level: "level"
    }
  }

  /// What a cache's rows were written by: names, forms and order of all fields. Another version's
  /// cache may look alike and mean something else.
  static func digest(_ tables: [Table]) -> String {
    var text = ""
    for table in tables {
      text += table.schema.kind.letter
      for slot in table.schema.canonicalOrder {
        let field = table.schema.field(slot: slot)
        text += " \(field.name) \(words(field.type))"
      }
      text += "\n"
    }
    var checksum = CacheChecksum()
    var utf8 = Array(text.utf8)
    utf8.withUnsafeMutableBytes { checksum.add(UnsafeRawBufferPointer($0)) }
    return checksum.text
  }
}
