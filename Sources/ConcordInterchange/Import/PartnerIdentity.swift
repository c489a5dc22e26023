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
  let isFederal: Bool
  let country: String
  /// What tells bodies of one name apart.
  let place: Place
  /// The key of the body itself.
  let key: String

  struct Place: Equatable, Sendable {
    /// The folded name of the body that a federal part belongs to.
    var parent = ""
    /// The folded state.
    var state = ""
    /// The folded city of a town.
    var city = ""

    /// Whether nothing that both say differs, and one says what the other leaves out.
    func isDoubtful(_ other: Place) -> Bool {
      func agrees(_ one: String, _ two: String) -> Bool { one.isEmpty || two.isEmpty || one == two }
      return self != other && agrees(parent, other.parent) && agrees(state, other.state)
        && agrees(city, other.city)
    }
  }

  init(
    name: String, isFederal: Bool, parent: String?, country: String?, state: String?, city: String?
  ) {
    fold = NameFold.fold(name)
    self.isFederal = isFederal
    self.country = country ?? ""
    if isFederal {
      let body = parent.map(NameFold.fold) ?? ""
      // A body that goes by the name of its part is no other body.
      place = Place(parent: body == fold ? "" : body)
      key = "F\u{0}\(fold)\u{0}\(place.parent)"
      return
    }
    let city = Self.isTown(fold) ? city.map(NameFold.fold) ?? "" : ""
    place = Place(state: state.map(NameFold.fold) ?? "", city: city)
    let separator = "\u{0}"
    var key = "O\u{0}"
    // One piece of memory: each row makes a key.
    key.reserveCapacity(
      fold.utf8.count + self.country.utf8.count + place.state.utf8.count + place.city.utf8.count + 5
    )
    key += fold
    key += separator
    key += self.country
    key += separator
    key += place.state
    key += separator
    key += place.city
    self.key = key
  }

  /// The identity that a row gives its partner.
  ///
  /// - Parameter bodies: the names that bodies go by, where a row calls them otherwise, both folded.
  init(_ facts: PartnerFacts, bodies: [String: String] = [:]) {
    let parent = facts.parentName.map { name in bodies[NameFold.fold(name)] ?? name }
    self.init(
      name: facts.name, isFederal: facts.classKey == PartnerClass.federal.rawValue, parent: parent,
      country: facts.text("country"), state: facts.text("state"), city: facts.text("city"))
  }

  /// The key of a federal body that goes by a folded name.
  static func bodyKey(_ fold: String) -> String { "F\u{0}\(fold)\u{0}" }

  /// Whether the word town or township is in a folded name.
  private static func isTown(_ fold: String) -> Bool {
    // Looked at byte by byte: every partner of the workspace is asked.
    let text = fold.utf8.span
    var start = 0
    for offset in 0...text.count where offset == text.count || text[offset] == 0x20 {
      let length = offset - start
      if length == 4 || length == 8, text[start] == UInt8(ascii: "t") {
        let word = String(decoding: (start..<offset).map { text[$0] }, as: UTF8.self)
        if word == "town" || word == "township" { return true }
      }
      start = offset + 1
    }
    return false
  }

  /// The keys of domains and identifiers.
  static func marks(domains: [String], identifiers: [String]) -> [String] {
    domains.map { "D\u{0}" + $0.lowercased() } + identifiers.map { "I\u{0}" + $0.lowercased() }
  }

  // MARK: Doubts

  /// Whether the other has the same key without state and city, or without the parent: a doubt,
  /// where either lacks what is left out.
  func isBareTwin(_ other: PartnerIdentity) -> Bool {
    isFederal == other.isFederal && fold == other.fold && (isFederal || country == other.country)
  }

  /// Whether the other has the same words in its name in any order, without the state's name and
  /// words such as *of*, and the same place: a doubt.
  func isLooseTwin(_ other: PartnerIdentity, stateWords: [Substring]) -> Bool {
    guard !isFederal, !other.isFederal, country == other.country, place.state == other.place.state,
      place.city == other.place.city, let words = tellingWords(without: stateWords)
    else { return false }
    return words == other.tellingWords(without: stateWords)
  }

  /// The name's words in order; `nil` where they say too little.
  private func tellingWords(without stateWords: [Substring]) -> [Substring]? {
    var words = fold.split(separator: " ")
    if let first = stateWords.first, let start = words.firstIndex(of: first),
      words[start...].starts(with: stateWords)
    {
      words.removeSubrange(start..<start + stateWords.count)
    }
    words.removeAll { Self.emptyWords.contains($0) }
    return words.count > 1 ? words.sorted() : nil
  }

  /// A number that twins of `isBareTwin` share.
  var bareMark: UInt64 { WordMark.of(fold) }

  /// A number that twins of `isLooseTwin` share, made without a piece of memory for each word: every
  /// partner is asked. `nil` where there can be none.
  func looseMark(stateWords: [UInt64]) -> UInt64? {
    guard !isFederal, !place.state.isEmpty else { return nil }
    let text = fold.utf8.span
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: text.count / 2 + 1) { words in
      let count = WordMark.ofWords(in: text, into: words)
      var range = 0..<0
      if let first = stateWords.first, let start = words[..<count].firstIndex(of: first),
        words[start..<count].starts(with: stateWords)
      {
        range = start..<start + stateWords.count
      }
      var (sum, kept) = (UInt64(0), 0)
      for place in 0..<count where !range.contains(place) {
        if Self.emptyMarks.contains(words[place]) { continue }
        sum &+= words[place]
        kept += 1
      }
      return kept > 1 ? sum ^ WordMark.of(place.state) &* 31 ^ WordMark.of(place.city) : nil
    }
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
  private static let emptyMarks = emptyWords.map { WordMark.of(String($0)) }
}
