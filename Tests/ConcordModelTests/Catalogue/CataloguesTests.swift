import ConcordJSON
import Testing

@testable import ConcordModel

@Suite("Catalogues")
struct CataloguesTests {
  private let catalogues = Catalogues.standard

  @Test(
    "Every catalogue is there and has entries whose short words fit",
    arguments: CatalogueName.allCases)
  func everyCatalogue(_ name: CatalogueName) {
    let catalogue = catalogues[name]
    #expect(!catalogue.entries.isEmpty && catalogue.entries.count <= Catalogue.limit)
    for (place, entry) in catalogue.entries.enumerated() {
      #expect(catalogue.place(of: entry.key) == place)
      #expect(catalogue.named(entry.key)?.key == entry.key)
      #expect(catalogue.named(entry.words.uppercased())?.key == entry.key, "\(entry.words)")
      if name.hasShortWords { #expect(entry.short.count <= 9) }
    }
  }

  @Test("Kinds: five classes, codes and short words that tell them apart")
  func kinds() {
    let kinds = catalogues.kinds
    #expect(kinds.count == 31)
    #expect(Set(kinds.map(\.partnerClass)) == Set(PartnerClass.allCases))
    #expect(Set(kinds.map(\.code)).count == kinds.count)
    #expect(Set(kinds.map(\.short)).count == kinds.count)
    #expect(catalogues.classKey(ofKind: "police") == "sltt")
    #expect(catalogues.shortKind("university") == "academic")
    #expect(catalogues.shortKind("of-our-own") == "of-our-own")
  }

  // Nobody vets a governor like a vendor.
  @Test(
    "Whom vetting is asked of",
    arguments: [
      ("elected", 1, false), ("state", 1, false), ("vendor", 3, true),
      ("foreign-government", 3, true),
      ("police", 2, true), ("police", 3, false), ("association", 1, true),
      ("association", 2, false),
      ("unknown-kind", 3, true),
    ])
  func vetting(_ kind: String, _ tier: Int, _ isNeeded: Bool) {
    #expect(catalogues.needsVetting(kind: kind, tier: tier) == isNeeded)
  }

  @Test("No tier counts as 3")
  func noTier() throws {
    let police = try #require(catalogues.kind("police"))
    #expect(police.needsVetting(tier: nil) == police.needsVetting(tier: 3))
  }

  @Test("Six treatments or more in every category, with effects and days")
  func treatments() {
    for category in RiskCategory.allCases {
      let treatments = catalogues.treatments(category)
      #expect(treatments.count >= 6)
      for (index, treatment) in treatments.enumerated() {
        let key = category.rawValue
        #expect(treatment.likelihoodEffect + treatment.impactEffect > 0)
        #expect(catalogues.treatment("\(index + 1)", category: key) == treatment)
        #expect(catalogues.treatment(treatment.key, category: key) == treatment)
        #expect(catalogues.treatment(treatment.words.uppercased(), category: key) == treatment)
      }
      #expect(catalogues.treatment("0", category: category.rawValue) == nil)
      #expect(catalogues.treatment("99", category: category.rawValue) == nil)
    }
    #expect(catalogues.treatments(category: "weather").isEmpty)
    #expect(catalogues.treatment("oversight-body", category: "legal") == nil)
  }

  @Test("Every kind and tier has 6 to 14 tasks, some of them mandatory, in several criteria")
  func checklists() {
    for kind in catalogues.kinds {
      for tier in 1...3 {
        let items = catalogues.checklist(kind: kind.key, tier: tier)
        #expect((6...14).contains(items.count), "\(kind.key), tier \(tier): \(items.count)")
        #expect(items.contains { $0.isMandatory } && Set(items.map(\.criterion)).count >= 3)
        #expect(Set(items.map(\.key)).count == items.count)
      }
      let (most, least) = (
        catalogues.checklist(kind: kind.key, tier: 1), catalogues.checklist(kind: kind.key, tier: 3)
      )
      #expect(most.count >= least.count)
    }
    func keys(_ kind: String) -> [String] { catalogues.checklist(kind: kind, tier: 1).map(\.key) }
    #expect(keys("police").contains("cjis-audit") && !keys("vendor").contains("cjis-audit"))
    #expect(keys("vendor").contains("foci") && keys("university").contains("nspm-33"))
    #expect(keys("foreign-police").contains("leahy") && !keys("international").contains("leahy"))
    #expect(catalogues.checklist(kind: "unknown-kind", tier: 3).map(\.key).contains("screening"))
  }

  // ISO 3166-1 has 249 codes, and Kosovo has the user-assigned XK; 50 states, the District of Columbia and five territories.
  @Test("Countries and states, by code and by name")
  func places() {
    let countries = catalogues[.countries]
    #expect(countries.entries.count == 250)
    #expect(catalogues.key("Namibia", in: "countries") == "NA")
    #expect(catalogues.key("na", in: "countries") == "NA")
    #expect(catalogues.key("türkiye", in: "countries") == "TR")
    #expect(catalogues.key("United States of America", in: "countries") == "US")
    #expect(catalogues.key("Atlantis", in: "countries") == nil)
    let states = catalogues[.states]
    #expect(states.entries.count == 56)
    #expect(
      states.entries.filter { $0.holds("territory") }.map(\.key) == ["AS", "GU", "MP", "PR", "VI"])
    #expect(catalogues.key("new mexico", in: "states") == "NM")
    #expect(catalogues.key("Washington, D.C.", in: "states") == "DC")
    #expect(catalogues.key("Virgin Islands", in: "states") == "VI")
  }

  @Test("Filters match a name exactly, or else the beginnings of words")
  func matching() {
    #expect(catalogues.matching("police", in: "kinds") == ["police"])
    #expect(catalogues.matching("foreign", in: "kinds") == ["foreign-government"])
    #expect(
      catalogues.matching("fore", in: "kinds")
        == ["foreign-government", "foreign-police", "foreign-military"])
    #expect(catalogues.matching("high", in: "kinds").isEmpty)
    #expect(catalogues.matching("", in: "kinds").isEmpty)
    #expect(catalogues.matching("x", in: "no-such-catalogue").isEmpty)
  }

  @Test("Words for keys; what is unknown shows as itself")
  func words() {
    #expect(catalogues.words("for-cause", in: "case-types") == "for cause")
    #expect(catalogues.words("of-our-own", in: "case-types") == "of-our-own")
    #expect(catalogues.short("information-sharing", in: "missions") == "info.")
    #expect(catalogues.keys("avoidances") == ["limit", "suspend", "end"])
  }

  @Test(
    "What may be written names the keys that are near, else all or examples",
    arguments: [
      ("cuonty", "kinds", "one of 31 kinds: do you mean county?"),
      ("untied states", "countries", "do you mean US?"),
      ("suspend", "stages", ": do you mean suspended?"), ("zzzzzzz", "stages", "suspended, ended"),
    ])
  func near(_ text: String, _ catalogue: String, _ end: String) {
    let choices = catalogues.choices(catalogue, near: text)
    #expect(choices.hasSuffix(end), "\(choices)")
  }

  @Test("Every preset is JSON whose constants are in the catalogues")
  func presets() throws {
    let files = DataFile.embedded(under: "presets/")
    #expect(files.count == 8)
    for file in files {
      let preset = try JSONValue.parse(file.bytes)
      var pairs: [(String?, String?)] = [
        (preset["set"]?["class"]?.string, preset["set"]?["kind"]?.string)
      ]
      for row in preset["kind-column"]?["values"]?.array ?? [] {
        pairs.append((row["class"]?.string, row["kind"]?.string))
        if let kind = row["territory-kind"]?.string { pairs.append((row["class"]?.string, kind)) }
      }
      for (partnerClass, kind) in pairs where kind != nil {
        #expect(catalogues.classKey(ofKind: kind ?? "") == partnerClass, "\(file.name)")
      }
      for kind in preset["kind-column"]?["first"]?.array ?? [] {
        #expect(catalogues.kind(kind.string ?? "") != nil, "\(file.name)")
      }
    }
  }

  @Test("What rules ask of types of agreement and kinds of exchange")
  func agreementsAndExchange() {
    let types = catalogues[.agreementTypes].entries
    #expect(types.contains { $0.holds("counsel") } && types.contains { !$0.holds("counsel") })
    #expect(catalogues[.agreementTypes]["dsa"]?.holds("counsel") == true)
    let kinds = catalogues[.exchangeKinds].entries
    #expect(
      kinds.filter { $0.holds("mutual") }.map(\.key) == ["intelligence", "data", "hours"])
    #expect(
      kinds.filter { $0.holds("agreement") }.map(\.key)
        == ["intelligence", "data", "money", "technology"])
    #expect(kinds.filter { $0.holds("data") }.map(\.key) == ["intelligence", "data"])
    let inForce = catalogues[.agreementStates].entries.filter { $0.holds("in-force") }.map(\.key)
    #expect(inForce == ["in-force", "in-review"])
  }

  @Test("What rules ask of access facts: what lets people in, and what guards")
  func access() {
    let facts = catalogues[.accessFacts].entries
    #expect(
      facts.filter { $0.holds("people") }.map(\.key)
        == ["channel", "clearance", "recipient-training"])
    #expect(
      facts.filter { $0.holds("safeguard") }.map(\.key)
        == ["screening", "insider-program", "monitoring"])
    #expect(!facts.contains { $0.holds("people") && $0.holds("safeguard") })
  }

  @Test("How often an exercise is due, by kind and tier; with most kinds none is")
  func exercises() {
    let months = catalogues.kinds.map { kind in
      (kind.key, [1, 2, 3, nil].map { kind.exerciseMonths(tier: $0) })
    }.filter { $0.1.contains { $0 != nil } }
    let all: [Int?] = [12, 24, 36, 36]
    #expect(months.map(\.0) == ["police", "emergency", "fusion", "task-force"])
    #expect(months.map(\.1) == [[12, nil, nil, nil], all, all, all])
  }

  @Test("States that the code knows are those of the catalogues")
  func statesOfFindings() {
    #expect(catalogues[.findingStates].keys == Finding.State.allCases.map(\.rawValue))
    #expect(
      catalogues[.exerciseRatings].keys == Exercise.Performance.allCases.map(\.rawValue))
    #expect(catalogues[.directions].keys.contains(Exchange.received))
    #expect(catalogues[.agreementStates].keys.contains(Agreement.draft))
    #expect(catalogues[.agreementStates].keys.contains(Agreement.expired))
    #expect(catalogues[.dataCategories].keys.contains(Agreement.criminalIntelligence))
    #expect(catalogues[.accessFacts][AccessFact.screening]?.holds("safeguard") == true)
    #expect(catalogues[.accessFacts][AccessFact.monitoring]?.holds("safeguard") == true)
  }

  @Test("A marking's rank rises in its scheme, and tells it from the others")
  func markings() {
    let schemes = Dictionary(grouping: catalogues[.markings].entries) { $0.text("scheme") ?? "" }
    #expect(Set(schemes.keys) == ["tlp", "national"])
    for entries in schemes.values {
      #expect(entries.map { $0.number("rank") } == Array(0..<entries.count))
    }
  }
}
