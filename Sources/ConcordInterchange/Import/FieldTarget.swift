import ConcordModel

/// What the value of a column becomes.
enum FieldTarget: Sendable {
  case field(Field)
  /// An identifier of this scheme.
  case identifier(scheme: String)
  /// The part of an organisation that the row is about.
  case suborganization
  /// A place written `City, State` or `City, Country`.
  case headquarters
  /// The id of the record that the row is about. Where nobody asked for it, the column is only
  /// called so: what is no record's id there is the office's own.
  case id(isAsked: Bool)
  /// A field of the office's own.
  case own(String)

  /// The target of a name, as maps write it.
  ///
  /// Besides the fields that people write: `id`, `suborganization`, `headquarters`,
  /// `identifiers:SCHEME`, and `x.NAME` for the office's own.
  init?(_ name: String, schema: Schema) {
    let name = name.lowercased()
    if name == "id" {
      self = .id(isAsked: true)
    } else if name.hasPrefix("x."), name.utf8.count > 2 {
      self = .own(Field.ownName(for: String(name.dropFirst(2))))
    } else if let field = schema.field(name), field.writer == .person {
      self = .field(field)
    } else if schema.kind != .partner {
      return nil
    } else if name == "suborganization" {
      self = .suborganization
    } else if name == "headquarters" {
      self = .headquarters
    } else if name.hasPrefix("identifiers:"), name.utf8.count > 12 {
      self = .identifier(scheme: String(name.dropFirst(12)))
    } else {
      return nil
    }
  }

  /// The office's own field that keeps what a column called `id` holds besides records' ids.
  static let ownID = "x.id"

  /// The names that a map may use, for a sentence.
  static func knownNames(_ schema: Schema) -> [String] {
    let fields = schema.stored.filter { $0.writer == .person }.map(\.name)
    let others =
      schema.kind == .partner ? ["suborganization", "headquarters", "identifiers:SCHEME"] : []
    return fields + others + ["id", "x.NAME"]
  }
}
