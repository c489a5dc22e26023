/// The table of fields: every record kind there is, with its fields. Journal, reader and writer,
/// filter, sort, columns, forms, import, export and the manual come from it.
public struct FieldTable: Sendable {
  /// The kinds in the order that the manual lists them.
  public let schemas: [Schema]
  private let byKind: [Schema?]

  package init(_ schemas: [Schema]) {
    self.schemas = schemas
    var byKind: [Schema?] = Array(repeating: nil, count: 26)
    for schema in schemas { byKind[schema.kind.index] = schema }
    self.byKind = byKind
  }

  /// The schema of `kind`; an empty one for a kind that this version does not know.
  public subscript(kind: RecordKind) -> Schema { byKind[kind.index] ?? .unknown(kind) }

  /// The schema whose plural, word or letter is `name`.
  public func schema(named name: String) -> Schema? {
    let wanted = name.lowercased()
    return schemas.first {
      $0.plural == wanted || $0.word == wanted || $0.kind.letter.lowercased() == wanted
    }
  }

  /// The table of this version.
  public static let standard = FieldTable([
    .partner, .capability, .link, .flag, .treatment, .decision, .vettingCase, .task, .person,
    .agreement, .exchange, .exercise, .engagement, .accessFact, .incident, .finding,
    .policy,
  ])
}
