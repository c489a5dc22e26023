/// The choices that a field can have, in the order in which people see them.
public struct Catalogue: Sendable {
  /// How fields and files call it.
  public let name: CatalogueName
  /// What it lists.
  public let words: String
  /// Its rows in their order.
  public let entries: [CatalogueEntry]

  /// At most so many entries: a place fits in a byte, and the byte can say "none".
  package static let limit = 254

  private let places: [String: Int]
  private let names = CatalogueNames()

  /// A catalogue of rows that were checked; `places` are theirs by key.
  init(
    name: CatalogueName, words: String, entries: [CatalogueEntry], places: [String: Int]
  ) {
    self.name = name
    self.words = words
    self.entries = entries
    self.places = places
  }

  /// The same with more entries at the end, as many as there may be.
  func adding(_ more: [CatalogueEntry]) -> Catalogue {
    guard !more.isEmpty else { return self }
    let all = entries + more.prefix(Self.limit - entries.count)
    return Catalogue(
      name: name, words: words, entries: all,
      places: Dictionary(all.enumerated().map { ($1.key, $0) }) { first, _ in first })
  }

  /// The keys in their order.
  public var keys: [String] { entries.map(\.key) }

  /// The entry with this key.
  public subscript(key: String) -> CatalogueEntry? { places[key].map { entries[$0] } }

  /// The place of a key among the entries, from 0.
  public func place(of key: String) -> Int? { places[key] }

  /// The entry that people call so: by key, words, another name, short words or code, in any case.
  public func named(_ text: String) -> CatalogueEntry? {
    self[text] ?? names.place(of: text, in: entries).map { entries[$0] }
  }

  /// The keys that someone may have meant who wrote something else, three at most.
  func near(_ text: String) -> [String] {
    let wanted = text.lowercased()
    let begun = matching(wanted)
    if !begun.isEmpty { return begun.count <= 3 ? begun : [] }
    var keys: [String: String] = [:]
    for entry in entries.reversed() {
      for name in [entry.key, entry.words] + entry.names where name.utf8.count >= 4 {
        keys[name.lowercased()] = entry.key
      }
    }
    guard let nearest = NearestName.of(wanted, among: keys.keys.sorted()) else { return [] }
    return keys[nearest].map { [$0] } ?? []
  }

  /// The keys that a person may mean: the one that is called so, or else those in whose key or
  /// words some word begins so.
  public func matching(_ text: String) -> [String] {
    if let entry = named(text) { return [entry.key] }
    let wanted = text.lowercased()
    if wanted.isEmpty { return [] }
    return entries.filter { entry in
      entry.key.lowercased().hasPrefix(wanted)
        || (entry.key + " " + entry.words).lowercased()
          .split(whereSeparator: { !$0.isLetter && !$0.isNumber })
          .contains { $0.hasPrefix(wanted) }
    }.map(\.key)
  }
}
