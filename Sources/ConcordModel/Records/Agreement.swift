/// An agreement as the domain sees it.
public struct Agreement: Sendable {
  package let record: RecordRow

  package init(_ workspace: Workspace, _ row: Int) {
    record = RecordRow(workspace, .agreement, row)
  }

  package var row: Int { record.row }
  /// Its id.
  public var id: RecordID { record.id }
  /// With whom, in the order of their ids.
  public var partners: [RecordID] { record.references(Slot.partners, .partner) }
  /// Key of its type.
  public var type: String { record.word(Slot.type) ?? "" }
  /// What people call it.
  public var title: String { record.text(Slot.title) ?? id.text }
  /// Key of its state; a draft where nobody said.
  public var state: String { record.word(Slot.state) ?? Self.draft }
  /// When the last party signed.
  public var signed: Day? { record.day(Slot.signed) }
  /// When it begins to bind.
  public var effective: Day? { record.day(Slot.effective) }
  /// When it begins to bind, or else when it was signed.
  public var begins: Day? { effective ?? signed }
  /// The last day of its term; nil where it has none.
  public var ends: Day? { record.day(Slot.ends) }
  /// Whether it goes on after its end by itself.
  public var renewsItself: Bool { record.truth(Slot.autoRenewal) }
  /// When counsel reviewed it.
  public var counselReviewed: Day? { record.day(Slot.counselReviewed) }
  /// Who reviewed it for the law.
  public var counsel: RecordID? { record.reference(Slot.counsel, .person) }
  /// Keys of the categories of data it covers.
  public var dataCategories: [String] { record.elements(Slot.dataCategories) }
  /// Keys of the markings it covers.
  public var markings: [String] { record.elements(Slot.markings) }
  /// Keys of the directions it covers, from our side.
  public var directions: [String] { record.elements(Slot.directions) }
  /// Keys of the purposes it permits.
  public var purposes: [String] { record.elements(Slot.purposes) }
  /// Key of what it says of onward sharing.
  public var onwardSharing: String? { record.word(Slot.onwardSharing) }
  /// Hours in which a breach is to be notified.
  public var breachHours: Int? { record.integer(Slot.breachHours) }
  /// Whether it covers joint operations.
  public var coversOperations: Bool { record.truth(Slot.coversOperations) }
  /// Who does what.
  public var roles: String? { record.text(Slot.roles) }
  /// Who watches over it.
  public var oversight: String? { record.text(Slot.oversight) }
  /// Months between joint exercises, where that is agreed.
  public var exerciseMonths: Int? { record.integer(Slot.exerciseMonths) }

  /// Whether its type needs counsel's review.
  public var needsCounsel: Bool { entry?.holds("counsel") ?? false }
  /// Whether it is there for data to move: it names categories, or its type says so.
  public var coversData: Bool {
    !dataCategories.isEmpty || entry?.holds("covers-data") ?? false
  }
  /// Whether its state says that it binds, whatever its dates say.
  public var isStateInForce: Bool {
    record.workspace.catalogues[.agreementStates][state]?.holds("in-force") ?? false
  }

  /// Whether its term is over on a day and it does not renew itself.
  public func isPastEnd(on day: Day) -> Bool {
    !renewsItself && (ends.map { $0 < day } ?? false)
  }

  /// Whether it binds on a day: its state says so, it has begun, and its term is not over.
  public func isInForce(on day: Day) -> Bool {
    isStateInForce && !isPastEnd(on: day) && (effective.map { $0 <= day } ?? true)
  }

  /// Whether it takes the place of an older one with the same partner from a day on: it binds then, is
  /// of the same type, began later, and covers every category of data, and the joint operations, that
  /// the older one named. One of which nobody said when it began is not known to be newer.
  public func replaces(_ older: Agreement, from day: Day) -> Bool {
    guard id != older.id, type == older.type, isInForce(on: day),
      let begins, let before = older.begins, begins > before
    else { return false }
    return (coversOperations || !older.coversOperations)
      && Set(dataCategories).isSuperset(of: older.dataCategories)
  }

  private var entry: CatalogueEntry? { record.workspace.catalogues[.agreementTypes][type] }

  /// The state of a new one.
  package static let draft = "draft"
  /// The state of one of which somebody said that its term is over.
  package static let expired = "expired"
  /// Key of the category of data that 28 CFR 23 is about.
  package static let criminalIntelligence = "criminal-intelligence"

  package enum Slot {
    package static let partners = Schema.agreement.required("partners")
    package static let type = Schema.agreement.required("type")
    package static let title = Schema.agreement.required("title")
    package static let state = Schema.agreement.required("state")
    package static let signed = Schema.agreement.required("signed")
    package static let effective = Schema.agreement.required("effective")
    package static let ends = Schema.agreement.required("ends")
    package static let autoRenewal = Schema.agreement.required("auto-renewal")
    package static let counselReviewed = Schema.agreement.required("counsel-reviewed")
    package static let counsel = Schema.agreement.required("counsel")
    package static let dataCategories = Schema.agreement.required("data-categories")
    package static let markings = Schema.agreement.required("markings")
    package static let directions = Schema.agreement.required("directions")
    package static let purposes = Schema.agreement.required("purposes")
    package static let onwardSharing = Schema.agreement.required("onward-sharing")
    package static let breachHours = Schema.agreement.required("breach-hours")
    package static let coversOperations = Schema.agreement.required("covers-operations")
    package static let roles = Schema.agreement.required("roles")
    package static let oversight = Schema.agreement.required("oversight")
    package static let exerciseMonths = Schema.agreement.required("exercise-months")
  }
}
