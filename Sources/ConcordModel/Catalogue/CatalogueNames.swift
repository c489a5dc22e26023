import Synchronization

/// Where the entries of a catalogue stand by all that people call them, in any case.
///
/// Most runs never ask, so it is made when first asked for: it would be half of the time that it
/// takes to read the catalogues.
final class CatalogueNames: Sendable {
  private let places = Mutex<[String: Int]?>(nil)

  /// The place of the entry that is called so: by key, words or another name; else by short words
  /// or code. Of two that are called alike, the earlier.
  func place(of text: String, in entries: [CatalogueEntry]) -> Int? {
    let name = text.lowercased()
    return places.withLock { known in
      if let places = known { return places[name] }
      let places = Self.places(entries)
      known = places
      return places[name]
    }
  }

  private static func places(_ entries: [CatalogueEntry]) -> [String: Int] {
    var places: [String: Int] = [:]
    places.reserveCapacity(4 * entries.count)
    func add(_ text: String, _ place: Int) {
      let name = text.lowercased()
      if places[name] == nil { places[name] = place }
    }
    for (place, entry) in entries.enumerated() {
      add(entry.key, place)
      add(entry.words, place)
      for name in entry.names { add(name, place) }
    }
    for (place, entry) in entries.enumerated() {
      add(entry.short, place)
      if let code = entry.code { add(code, place) }
    }
    return places
  }
}
