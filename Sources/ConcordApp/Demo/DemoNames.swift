import ConcordModel

/// Makes up names of places and partners, each name once in its state.
struct DemoNames {
  private let data: DemoData
  private let roots: [String]
  private let countries: [String]
  private let syllables: (onsets: [String], middles: [String], endings: [String])
  private var taken: Set<String> = []
  private var dice: DemoRandom
  /// In how many of a hundred cases a hand-made name is tried first.
  private let share: Int

  /// - Parameter count: the partners there will be; the hand-made names do for some hundreds.
  init(_ data: DemoData, seed: UInt64, count: Int) {
    share = count <= 500 ? 100 : 50
    self.data = data
    roots = data.texts("names/roots")
    countries = data.texts("names/countries")
    syllables = (
      data.texts("names/onsets"), data.texts("names/middles"), data.texts("names/endings")
    )
    dice = DemoRandom(seed, 1)
  }

  /// What a partner is called.
  mutating func partner(_ kind: DemoData.Kind, _ state: DemoData.Territory) -> (
    name: String, city: String?
  ) {
    var attempt = 0
    while true {
      let isEarly = attempt < 4
      let root = isEarly && dice.chance(share) ? dice.pick(roots) : madeUp()
      let pattern = dice.pick(kind.names)
      let country = isEarly ? dice.pick(countries) : madeUp() + "ia"
      var name = DemoPen.filled(pattern) { blank in
        switch blank {
        case "root": root
        case "state": state.name
        case "county": state.county
        default: country
        }
      }
      // Names without a place in them run out soon.
      if !isEarly, !pattern.contains("{root}"), !pattern.contains("{country}") {
        name = root + " " + name
      }
      attempt += 1
      let key = kind.isStatewide || kind.isAbroad ? name : name + "/" + state.code
      guard taken.insert(key).inserted else { continue }
      return (name, kind.isStatewide || kind.isAbroad ? nil : root)
    }
  }

  private mutating func madeUp() -> String {
    let start = dice.pick(syllables.onsets) + dice.pick(syllables.middles)
    let middle =
      dice.chance(35) ? dice.pick(["l", "r", "n", "s"]) + dice.pick(["a", "e", "o"]) : ""
    return start + middle + dice.pick(syllables.endings)
  }

  /// A name as a web domain of a top level that is reserved for examples (RFC 2606).
  static func domain(_ name: String, _ state: String?) -> String {
    var slug = ""
    for scalar in NameFold.fold(name).unicodeScalars {
      if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        slug.unicodeScalars.append(scalar)
      } else if !slug.isEmpty, slug.last != "-" {
        slug += "-"
      }
    }
    let short = slug.split(separator: "-").prefix(4).joined(separator: "-")
    return short + (state.map { "-" + $0.lowercased() } ?? "") + ".example"
  }
}
