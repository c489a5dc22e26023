/// All catalogues together: every choice that a record can hold, and the words for it.
public struct Catalogues: Sendable {
  /// The catalogues that ship with the program, read once, when first asked for.
  ///
  /// They are embedded, and a test reads them all; a program whose own data cannot be read stops
  /// here with the file and the line.
  public static let standard: Catalogues = {
    do throws(CatalogueError) {
      return try read(DataFile.embedded(under: "catalogues/"))
    } catch {
      fatalError("\(error)")
    }
  }()

  private let catalogues: [CatalogueName: Catalogue]
  private let kindsByKey: [String: PartnerKind]
  private let treatmentsByCategory: [RiskCategory: [TreatmentEntry]]
  private let checklistItems: [ChecklistItem]

  /// The kinds of partner, in their order.
  public let kinds: [PartnerKind]

  init(_ catalogues: [CatalogueName: Catalogue]) {
    self.catalogues = catalogues
    func rows(_ name: CatalogueName) -> [CatalogueEntry] { catalogues[name]?.entries ?? [] }
    let kinds = rows(.kinds).compactMap(PartnerKind.init)
    let items = rows(.checklists).compactMap(ChecklistItem.init)
    self.kinds = kinds
    kindsByKey = Dictionary(kinds.map { ($0.key, $0) }, uniquingKeysWith: { $1 })
    treatmentsByCategory = Dictionary(
      grouping: rows(.treatments).compactMap(TreatmentEntry.init), by: \.category)
    checklistItems = items
  }

  /// A catalogue by its name in the code.
  public subscript(name: CatalogueName) -> Catalogue {
    catalogues[name] ?? Catalogue(name: name, words: name.rawValue, entries: [], places: [:])
  }

  /// A catalogue by its name in the table of fields.
  public subscript(name: String) -> Catalogue? {
    CatalogueName(rawValue: name).flatMap { catalogues[$0] }
  }

  // MARK: Any catalogue

  /// The key that people call so, in the catalogue of this name.
  public func key(_ text: String, in name: String) -> String? { self[name]?.named(text)?.key }

  /// The keys of a catalogue in their order.
  public func keys(_ name: String) -> [String] { self[name]?.keys ?? [] }

  /// What may be written where a key of this catalogue is expected: the keys near to what was
  /// written, where there are any; else all of them, or of a long catalogue examples.
  public func choices(_ name: String, near text: String? = nil) -> String {
    guard let catalogue = self[name] else { return "a key of \(name)" }
    let keys = catalogue.keys
    let near = text.map { catalogue.near($0) } ?? []
    let few = 12
    let some = 40
    if !near.isEmpty {
      let all = keys.count <= few ? keys.joined(separator: ", ") : "\(keys.count) \(name)"
      return "one of \(all): do you mean \(near.joined(separator: " or "))?"
    }
    if keys.count <= some { return "one of " + keys.joined(separator: ", ") }
    return "one of \(keys.count) \(name), by key or name, such as "
      + catalogue.entries.prefix(3).map { "\($0.key) or \($0.words)" }.joined(separator: ", ")
  }

  /// The keys that a person may mean, for filters: see `Catalogue.matching`.
  public func matching(_ text: String, in name: String) -> [String] {
    self[name]?.matching(text) ?? []
  }

  /// The words for a key; the key itself where the catalogue does not know it.
  public func words(_ key: String, in name: String) -> String { self[name]?[key]?.words ?? key }

  /// The short words for a key; the key itself where the catalogue does not know it.
  public func short(_ key: String, in name: String) -> String { self[name]?[key]?.short ?? key }

  // MARK: Kinds

  /// The kind with this key.
  public func kind(_ key: String) -> PartnerKind? { kindsByKey[key] }

  /// The class of a kind, by keys.
  public func classKey(ofKind kind: String) -> String? {
    kindsByKey[kind]?.partnerClass.rawValue
  }

  /// The short words of a kind; its key where it is unknown.
  public func shortKind(_ kind: String) -> String { kindsByKey[kind]?.short ?? kind }

  /// Whether a partner of this kind and tier needs a vetting decision; an unknown kind does.
  public func needsVetting(kind: String, tier: Int) -> Bool {
    kindsByKey[kind]?.needsVetting(tier: tier) ?? true
  }

  // MARK: Treatments and checklists

  /// The treatments that fit a category, in their order.
  public func treatments(_ category: RiskCategory) -> [TreatmentEntry] {
    treatmentsByCategory[category] ?? []
  }

  /// The treatments that fit a category, by its key.
  public func treatments(category: String) -> [TreatmentEntry] {
    RiskCategory(rawValue: category).map(treatments) ?? []
  }

  /// The treatment that a person means: its number in the list of the category, from 1, its key or
  /// its words.
  public func treatment(_ text: String, category: String) -> TreatmentEntry? {
    let fitting = treatments(category: category)
    if let number = Int(text) {
      return fitting.indices.contains(number - 1) ? fitting[number - 1] : nil
    }
    let wanted = text.lowercased()
    return fitting.first { $0.key == wanted || $0.words.lowercased() == wanted }
  }

  /// The tasks that vetting asks of a partner of this kind and tier, in their order; of an unknown
  /// kind those that are asked of everyone.
  public func checklist(kind: String, tier: Int) -> [ChecklistItem] {
    if let kind = kindsByKey[kind] {
      return checklistItems.filter { $0.applies(to: kind, tier: tier) }
    }
    return checklistItems.filter {
      $0.tiers.contains(tier) && $0.classes.isEmpty && $0.kinds.isEmpty
    }
  }
}
