import ConcordModel

/// Reads places as registers write them: `Saint Paul, Minnesota`, `Dublin, Ireland`, `Alaska`.
struct PlaceReading {
  private let catalogues: Catalogues
  private let territories: Set<String>
  private var states: [String: String?] = [:]

  init(_ catalogues: Catalogues) {
    self.catalogues = catalogues
    let states = catalogues["states"]?.entries ?? []
    territories = Set(states.filter { $0.holds("territory") }.map(\.key))
  }

  struct Place: Equatable, Sendable {
    var city: String
    var state: String?
    var country: String
  }

  /// The key of a US state or territory, from its key or its name.
  mutating func stateKey(_ text: String) -> String? {
    if let known = states[text] { return known }
    let key = catalogues.key(text, in: "states")
    states[text] = .some(key)
    return key
  }

  /// Whether a state's key is that of a territory.
  func isTerritory(_ key: String) -> Bool { territories.contains(key) }

  /// City, state and country of `City, State` or `City, Country`; of several places the first; a
  /// note in brackets says nothing. `nil` where the last part is neither state nor country.
  mutating func place(_ text: String) -> Place? {
    var text = text.split(separator: ";").first.map(String.init) ?? text
    if let note = text.firstIndex(of: "[") { text = String(text[..<note]) }
    let parts = text.split(separator: ",").map { Text.trimmed($0) }
    guard parts.count > 1, let last = parts.last else { return nil }
    if let state = stateKey(last) {
      let city = parts.dropLast().joined(separator: ", ")
      return Place(city: city, state: state, country: "US")
    }
    guard let country = catalogues.key(last, in: "countries") else { return nil }
    return Place(
      city: parts[0], state: parts.count > 2 ? parts[1] : nil, country: country)
  }
}
