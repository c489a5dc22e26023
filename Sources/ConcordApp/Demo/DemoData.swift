import ConcordJSON
import ConcordModel

/// The word lists of data/demo/.
struct DemoData: Sendable {
  /// Someone of the office.
  struct Person: Sendable {
    let handle: String
    let name: String
    let roles: [String]
    let tiers: [String]
    let duty: String
  }

  /// A state of the region.
  struct Territory: Sendable {
    let code: String
    let name: String
    let region: String
    let county: String
    let weight: Int
  }

  /// How partners of a kind are called and what they are like.
  struct Kind: Sendable {
    let key: String
    let weight: Int
    let names: [String]
    let contacts: [String]
    let missions: [String]
    let tiers: [Int]
    let office: String
    let isStatewide: Bool
    let isAbroad: Bool
  }

  /// What a partner can do.
  struct Capability: Sendable {
    let name: String
    let mission: String
    let comparison: String
    let isNeeded: Bool
  }

  /// What is agreed with partners.
  struct Agreement: Sendable {
    let type: String
    let title: String
    let purpose: String
    /// Keys of data categories, divided by commas.
    let data: String
    let purposes: String
    let coversOperations: Bool
  }

  /// Something that may go wrong.
  struct Scenario: Sendable {
    let category: String
    /// Never rated high: nobody would believe it.
    let isMild: Bool
    let classes: [String]
    let titles: [String]
    let explanations: [String]
    let evidence: [String]
    let treatments: [String]
  }

  let office: String
  let zone: String
  let host: String
  let people: [Person]
  let states: [Territory]
  let kinds: [Kind]
  let scenarios: [Scenario]
  let agreements: [Agreement]
  let agreementsAbroad: [Agreement]
  let intelligenceAgreement: Agreement?
  private let lists: [String: [String]]
  private let capabilities: [String: [Capability]]
  private let linkNotes: [String: String]

  /// Reads the embedded files.
  init() throws(CommandLineFailure) {
    var documents: [String: JSONValue] = [:]
    for file in ["office", "names", "capabilities", "vetting", "flags", "decisions", "ties"] {
      let path = "demo/\(file).json"
      guard let found = DataFile.embedded(path) else {
        throw CommandLineFailure(.failed, "data/\(path) is missing from this program")
      }
      do {
        documents[file] = try JSONValue.parse(found.bytes)
      } catch {
        throw CommandLineFailure(.failed, "data/\(path): \(error)")
      }
    }
    var lists: [String: [String]] = [:]
    for (file, document) in documents { Self.gather(document, file, into: &lists) }
    self.lists = lists
    capabilities = Self.capabilities(documents["capabilities"])
    linkNotes = Dictionary(
      Self.rows(documents["capabilities"], "links").map {
        (Self.text($0, "type"), Self.text($0, "note"))
      }, uniquingKeysWith: { first, _ in first })
    agreements = Self.rows(documents["ties"], "agreements").map { Self.agreement($0) }
    agreementsAbroad = Self.rows(documents["ties"], "abroad").map { Self.agreement($0) }
    intelligenceAgreement = documents["ties"]?["intelligence"].map { Self.agreement($0) }
    let names = documents["names"]
    office = documents["office"]?["office"]?.string ?? ""
    zone = documents["office"]?["zone"]?.string ?? "UTC"
    host = documents["office"]?["host"]?.string ?? "office"
    people = Self.rows(documents["office"], "people").map {
      Person(
        handle: Self.text($0, "handle"), name: Self.text($0, "name"),
        roles: Self.texts($0["roles"]), tiers: Self.texts($0["tiers"]), duty: Self.text($0, "duty"))
    }
    states = Self.rows(names, "states").map {
      Territory(
        code: Self.text($0, "code"), name: Self.text($0, "name"), region: Self.text($0, "region"),
        county: Self.text($0, "county"), weight: Self.number($0["weight"]))
    }
    kinds = Self.rows(names, "kinds").map { row in
      Kind(
        key: Self.text(row, "key"), weight: Self.number(row["weight"]),
        names: Self.texts(row["names"]), contacts: Self.texts(row["contacts"]),
        missions: Self.texts(row["missions"]),
        tiers: (row["tiers"]?.array ?? []).map { Self.number($0) },
        office: Self.text(row, "office"), isStatewide: row["statewide"]?.bool ?? false,
        isAbroad: row["abroad"]?.bool ?? false)
    }
    scenarios = Self.rows(documents["flags"], "flags").map {
      Scenario(
        category: Self.text($0, "category"), isMild: $0["mild"]?.bool ?? false,
        classes: Self.texts($0["classes"]), titles: Self.texts($0["titles"]),
        explanations: Self.texts($0["explanations"]), evidence: Self.texts($0["evidence"]),
        treatments: Self.texts($0["treatments"]))
    }
  }

  /// A list of texts, by file and the keys that lead to it, joined by slashes.
  func texts(_ path: String) -> [String] { lists[path] ?? [] }

  /// What partners of a class can do.
  func capabilities(ofClass key: String) -> [Capability] { capabilities[key] ?? [] }

  /// What a link says, by its type.
  func linkNote(_ type: String) -> String { linkNotes[type] ?? "" }

  // MARK: Reading

  /// Every list of texts of a document by its path, found once: the demo asks a million times.
  private static func gather(
    _ value: JSONValue, _ path: String, into lists: inout [String: [String]]
  ) {
    switch value {
    case .array(let elements):
      let texts = elements.compactMap(\.string)
      if texts.count == elements.count { lists[path] = texts }
    case .object(let members):
      for member in members { gather(member.value, path + "/" + member.key, into: &lists) }
    default: break
    }
  }

  private static func capabilities(_ document: JSONValue?) -> [String: [Capability]] {
    var result: [String: [Capability]] = [:]
    for key in PartnerClass.allCases.map(\.rawValue) {
      result[key] = rows(document, key).map {
        Capability(
          name: text($0, "name"), mission: text($0, "mission"),
          comparison: text($0, "comparison"), isNeeded: $0["needed"]?.bool ?? false)
      }
    }
    return result
  }

  private static func agreement(_ row: JSONValue) -> Agreement {
    Agreement(
      type: text(row, "type"), title: text(row, "title"), purpose: text(row, "purpose"),
      data: text(row, "data"), purposes: text(row, "purposes"),
      coversOperations: row["operations"]?.bool ?? false)
  }

  private static func rows(_ value: JSONValue?, _ key: String) -> [JSONValue] {
    value?[key]?.array ?? []
  }

  private static func text(_ value: JSONValue, _ key: String) -> String {
    value[key]?.string ?? ""
  }

  private static func texts(_ value: JSONValue?) -> [String] {
    (value?.array ?? []).compactMap(\.string)
  }

  private static func number(_ value: JSONValue?) -> Int { Int(value?.integer ?? 0) }
}
