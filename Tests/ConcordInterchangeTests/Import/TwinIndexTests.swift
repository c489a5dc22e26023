import Testing

@testable import ConcordInterchange
@testable import ConcordModel

@Suite("Twins of new partners")
struct TwinIndexTests {
  static let states = ["tx": "texas", "nc": "north carolina", "": ""]

  static let names = [
    "Austin County", "County of Austin", "County of Austin, Texas", "Austin County Texas",
    "The County & City of Austin", "City and County of Austin", "North Carolina Austin County",
    "Carolina North Austin County", "North Austin County", "Austin", "Texas", "Texas Texas County",
    "Texas County Texas", "Town of Austin", "Austin Town", "Government of the", "Ébène County",
    "County Ebene",
  ]

  /// What two partners of a state are twins by, said the long way round: the words of their names.
  static func words(_ name: String, _ state: String) -> [String]? {
    var words = NameFold.fold(name).split(separator: " ").map(String.init)
    let ofState = (states[state] ?? "").split(separator: " ").map(String.init)
    if let first = ofState.first, let start = words.firstIndex(of: first),
      Array(words[start...].prefix(ofState.count)) == ofState
    {
      words.removeSubrange(start..<start + ofState.count)
    }
    words.removeAll { ["of", "the", "government", "and"].contains($0) }
    return words.count > 1 && !state.isEmpty ? words.sorted() : nil
  }

  @Test("All that have the same words are found, and nobody else", arguments: ["TX", "NC", ""])
  func sameWords(state: String) {
    let key = state.lowercased()
    var index = TwinIndex(
      stateWords: Self.states.mapValues { $0.split(separator: " ") })
    let identities = Self.names.map {
      PartnerIdentity(
        name: $0, isFederal: false, parent: nil, country: "US", state: state, city: "Ash")
    }
    for identity in identities { index.add(identity) }
    for (place, name) in Self.names.enumerated() {
      let found = index.twins(of: place, among: identities).map(\.handle)
      let expected = Self.names.indices.filter { other in
        other != place && identities[other].fold != identities[place].fold
          && identities[other].place == identities[place].place
          && Self.words(name, key) != nil
          && Self.words(name, key) == Self.words(Self.names[other], key)
      }
      #expect(found == expected, "\(name) in \(state)")
    }
  }

  @Test("A state or a parent that one of two leaves out is a doubt, another one is not")
  func bareTwins() {
    let identities = [(false, "TX"), (false, nil), (false, "MT"), (true, nil)].map {
      PartnerIdentity(
        name: "Austin County", isFederal: $0.0, parent: nil, country: "US", state: $0.1, city: nil)
    }
    var index = TwinIndex(stateWords: [:])
    for identity in identities { index.add(identity) }
    let found = identities.indices.map { index.twins(of: $0, among: identities).map(\.handle) }
    #expect(found == [[1], [0, 2], [1], []])
  }
}
