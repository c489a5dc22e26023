import ConcordModel

/// What makes a partner the same partner, as keys to look up.
///
/// A federal body is its folded name, with the folded name of the body that it belongs to where one
/// is named. Others are folded name, country and state; towns and townships (the word is in the
/// name) also city. A web domain or an identifier in common is the same partner; the address of a
/// page in common (`http://`, `www.`) is it where one name holds the words of the other, and else a
/// doubt, as associations show pages of their members.
struct PartnerIdentity: Sendable {
  /// The folded name.
  let fold: String
  /// The key of the body itself.
  let key: String
  /// Keys of domains and identifiers.
  let marks: [String]
  /// The key without state and city, or without the parent: an equal one, where either lacks what is
  /// left out, is a doubt.
  let bareKey: String
  /// The key of the name's words in any order, without the state's name and words such as *of*: an
  /// equal one is a doubt.
  let looseKey: String?
  /// What the bare key leaves out.
  let place: Place

  struct Place: Equatable, Sendable {
    var parent = ""
    var state = ""
    var city = ""

    /// Whether nothing that both say differs, and one says what the other leaves out.
    func isDoubtful(_ other: Place) -> Bool {
      func agrees(_ one: String, _ two: String) -> Bool { one.isEmpty || two.isEmpty || one == two }
      return self != other && agrees(parent, other.parent) && agrees(state, other.state)
        && agrees(city, other.city)
    }
  }

  init(
    name: String, isFederal: Bool, parent: String?, country: String?, state: String?, city: String?,
    domains: [String], identifiers: [String], stateWords: [Substring]
  ) {
    fold = NameFold.fold(name)
    let words = fold.split(separator: " ")
    marks = Self.marks(domains: domains, identifiers: identifiers)
    if isFederal {
      place = Place(parent: parent.map(NameFold.fold) ?? "")
      key = Self.join(["F", fold, place.parent])
      bareKey = Self.join(["F", fold])
      looseKey = nil
      return
    }
    let isTown = words.contains { $0 == "town" || $0 == "township" }
    place = Place(
      state: state.map(NameFold.fold) ?? "",
      city: isTown ? city.map(NameFold.fold) ?? "" : "")
    let country = country ?? ""
    key = Self.join(["O", fold, country, place.state, place.city])
    bareKey = Self.join(["O", fold, country])
    looseKey = Self.looseKey(words, country: country, place: place, stateWords: stateWords)
  }

  /// The keys of domains and identifiers.
  static func marks(domains: [String], identifiers: [String]) -> [String] {
    domains.map { "D\u{0}" + $0.lowercased() } + identifiers.map { "I\u{0}" + $0.lowercased() }
  }

  /// Whether one of two folded names holds all words of the other that tell bodies apart.
  static func agree(_ one: String, _ two: String) -> Bool {
    func words(_ fold: String) -> Set<Substring> {
      Set(fold.split(separator: " ")).subtracting(emptyWords)
    }
    let (first, second) = (words(one), words(two))
    return !first.isEmpty && !second.isEmpty
      && (first.isSubset(of: second) || second.isSubset(of: first))
  }

  /// Words that tell no two bodies apart.
  private static let emptyWords: Set<Substring> = ["of", "the", "government", "and"]

  private static func looseKey(
    _ words: [Substring], country: String, place: Place, stateWords: [Substring]
  ) -> String? {
    guard !place.state.isEmpty else { return nil }
    var rest = words
    if let first = stateWords.first, let start = rest.firstIndex(of: first),
      rest[start...].starts(with: stateWords)
    {
      rest.removeSubrange(start..<start + stateWords.count)
    }
    rest.removeAll { emptyWords.contains($0) }
    // A name of nothing but such words says nothing in any order.
    guard rest.count > 1 else { return nil }
    rest.sort()
    return join(["L", rest.joined(separator: " "), country, place.state, place.city])
  }

  private static func join(_ parts: [String]) -> String { parts.joined(separator: "\u{0}") }
}
