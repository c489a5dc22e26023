/// Which records hold keys of a catalogue.
struct CatalogueUse {
  /// How many records hold a key, and the first of them.
  struct Found {
    private(set) var count = 0
    private(set) var first: [RecordID] = []

    /// Records that are named at the most.
    static let named = 5

    mutating func add(_ id: RecordID) {
      count += 1
      if first.count < Self.named { first.append(id) }
    }
  }

  private let workspace: Workspace

  init(_ workspace: Workspace) { self.workspace = workspace }

  /// The records that hold some keys, by key; a record counts once for each.
  func records(of keys: Set<String>, in catalogue: CatalogueName) -> [String: Found] {
    var found: [String: Found] = [:]
    guard !keys.isEmpty else { return found }
    for schema in workspace.fields.schemas {
      let fields = schema.stored.filter { $0.type.catalogue == catalogue.rawValue }
      guard !fields.isEmpty else { continue }
      let table = workspace[schema.kind]
      for row in workspace.rows(schema.kind) {
        var held: Set<String> = []
        for field in fields {
          guard let slot = schema.slot(field.name) else { continue }
          let cell = table[row, slot]
          guard cell != Table.absent else { continue }
          if field.type.isSet {
            held.formUnion(workspace.texts.elements(cell))
          } else {
            held.insert(workspace.texts.word(cell))
          }
        }
        for key in held where keys.contains(key) { found[key, default: Found()].add(table.id(row)) }
      }
    }
    return found
  }

  /// The partners of some kinds, by kind.
  func partners(of kinds: Set<String>) -> [String: Found] {
    var found: [String: Found] = [:]
    guard !kinds.isEmpty else { return found }
    for row in workspace.rows(.partner) {
      let partner = Partner(workspace, row)
      if kinds.contains(partner.kindKey) {
        found[partner.kindKey, default: Found()].add(partner.id)
      }
    }
    return found
  }

  /// The records that are named, by what people call them.
  func names(_ found: Found) -> [String] {
    found.first.map { "\(Text.oneLine(workspace.title($0))) (\(workspace.shortID($0)))" }
  }
}
