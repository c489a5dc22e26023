import ConcordModel

/// Reads rows into what they say of partners, each value checked by its field.
struct PartnerRowReader {
  private let plan: ColumnPlan
  private let workspace: Workspace
  private let today: Day
  private let schema = Schema.partner
  private var places: PlaceReading
  /// What texts were read as before: registers say the same few words in every row.
  private var known: [String: FieldValue] = [:]
  private var kinds: [String: ImportPreset.KindColumn.Kind] = [:]
  private let presetFields: Set<String>

  init(_ plan: ColumnPlan, _ workspace: Workspace, today: Day) {
    self.plan = plan
    self.workspace = workspace
    self.today = today
    places = PlaceReading(workspace.catalogues)
    presetFields = Set(plan.settings.filter(\.isOfPreset).map(\.field.name))
  }

  /// What a row says.
  mutating func facts(_ row: SourceRow) throws(RowProblem) -> PartnerFacts {
    var facts = PartnerFacts(line: row.line, name: "", kind: "", classKey: "")
    var suborganization: String?
    var headquarters: (text: String, column: String)?
    for setting in plan.settings {
      try fill(&facts, setting.field, .text(setting.value), column: nil)
    }
    facts.presetFields = presetFields
    for step in plan.steps {
      let cell = step.template.cell(in: row)
      guard let text = cell.text else { continue }
      for value in cell.texts {
        if let mark = Banner.found(in: value) {
          throw RowProblem(step.column, .notAccepted(message: Banner.sentence(mark)))
        }
      }
      switch step.target {
      case .field(let field): try fill(&facts, field, cell, column: step.column)
      case .identifier(let scheme):
        for value in cell.texts { facts.add("\(scheme):\(OneLine.text(value))", to: "identifiers") }
      case .suborganization: suborganization = OneLine.text(text)
      case .headquarters: headquarters = (OneLine.text(text), step.column)
      case .id(let isAsked):
        let id = try IDReading(.partner, workspace).id(text, isAsked: isAsked, column: step.column)
        switch id {
        case .record(let known): facts.id = known
        case .new(let new): facts.newID = new
        case .own: facts.own.append((FieldTarget.ownID, OneLine.lines(text)))
        }
      case .own(let name):
        facts.own.append((name, OneLine.lines(cell.texts.joined(separator: "; "))))
      }
    }
    if let headquarters { fill(&facts, headquarters: headquarters) }
    normaliseState(&facts)
    if let id = facts.newID, facts.name.isEmpty {
      // A row without a name was meant for a record that is there.
      throw RowProblem(nil, .unknownRecord(id.text))
    }
    try resolveKind(&facts, row)
    if facts.id == nil || !facts.name.isEmpty {
      if facts.name.isEmpty { throw RowProblem(nil, .missing(field: "name")) }
      if NameFold.isEmpty(facts.name) {
        throw RowProblem(
          nil, .invalid(field: "name", value: facts.name, expected: "a name has letters or digits"))
      }
    }
    if let suborganization { split(&facts, suborganization) }
    return facts
  }

  // MARK: Fields

  private mutating func fill(
    _ facts: inout PartnerFacts, _ field: Field, _ cell: SourceCell, column: String?
  ) throws(RowProblem) {
    switch (field.name, field.type) {
    case ("name", _):
      facts.name = OneLine.text(cell.text ?? "")
    case ("kind", _):
      facts.kind = try read(cell.text ?? "", field, column: column).text ?? ""
    case ("class", _):
      break
    case ("domains", _):
      for text in ListCell.parts(cell, of: field) {
        guard let address = WebAddress(text) else {
          throw RowProblem(
            column, .invalid(field: "domains", value: text, expected: "a host such as example.gov"))
        }
        facts.add(address.text, to: "domains")
        if address.isPage { facts.pages.insert(address.text) }
      }
    case (_, .texts):
      for text in ListCell.parts(cell, of: field) {
        facts.add(OneLine.text(text), to: field.name)
      }
    case (_, .choices):
      for text in ListCell.parts(cell, of: field) {
        if case .texts(let keys) = try read(text, field, column: column) {
          for key in keys { facts.add(key, to: field.name) }
        }
      }
    case (_, .note):
      facts.setIfAbsent(field.name, .text(OneLine.lines(cell.texts.joined(separator: "\n"))))
    case (_, .text):
      facts.setIfAbsent(field.name, .text(OneLine.text(cell.texts.joined(separator: "; "))))
    default:
      facts.setIfAbsent(field.name, try read(cell.text ?? "", field, column: column))
    }
  }

  /// The value that a text means for a field.
  private mutating func read(
    _ text: String, _ field: Field, column: String?
  ) throws(RowProblem) -> FieldValue {
    let key = field.name + "\u{0}" + text
    if let value = known[key] { return value }
    if let reference = IDReading.reference(text, field) { return reference }
    let value: FieldValue?
    do {
      value = try FieldAssignment.read(text, field, workspace, today)
    } catch {
      throw RowProblem(column, error)
    }
    guard let value else { throw RowProblem(column, .missing(field: field.name)) }
    known[key] = value
    return value
  }

  // MARK: Places, kinds, parts

  private mutating func fill(
    _ facts: inout PartnerFacts, headquarters: (text: String, column: String)
  ) {
    guard let place = places.place(headquarters.text) else {
      let isNothing = ["none", "n/a", "-"].contains(headquarters.text.lowercased())
      if !isNothing {
        facts.own.append((Field.ownName(for: headquarters.column), headquarters.text))
      }
      return
    }
    facts.setIfAbsent("country", .text(place.country))
    if let state = place.state { facts.setIfAbsent("state", .text(state)) }
    facts.setIfAbsent("city", .text(place.city))
  }

  /// `Alaska` and `AK` are one state.
  private mutating func normaliseState(_ facts: inout PartnerFacts) {
    guard let at = facts.values.firstIndex(where: { $0.field == "state" }),
      (facts.text("country") ?? "US") == "US", let text = facts.values[at].value.text,
      let key = places.stateKey(text)
    else { return }
    facts.values[at].value = .text(key)
    // A state of the United States says the country, where nothing else does.
    facts.setIfAbsent("country", .text("US"))
  }

  private mutating func resolveKind(
    _ facts: inout PartnerFacts, _ row: SourceRow
  ) throws(RowProblem) {
    if let column = plan.kindColumn, let place = plan.kindPlace {
      guard let type = row.cells[place].text else {
        throw RowProblem(column.column, .missing(field: "kind"))
      }
      guard let kind = kinds[type] ?? column.kind(type) else {
        throw RowProblem(
          column.column,
          .invalid(
            field: "kind", value: type,
            expected: "one of " + column.values.keys.sorted().joined(separator: ", ")))
      }
      if kinds[type] == nil { kinds[type] = kind }
      let isTerritory = facts.text("state").map { places.isTerritory($0) } ?? false
      facts.kind = isTerritory ? kind.territoryKey ?? kind.key : kind.key
      facts.kindRank = column.order.firstIndex(of: facts.kind) ?? column.order.count
    }
    if facts.kind.isEmpty {
      if facts.id != nil { return }
      throw RowProblem(nil, .missing(field: "kind"))
    }
    facts.classKey = workspace.catalogues.classKey(ofKind: facts.kind) ?? ""
  }

  /// A part of a federal body is a partner of its own, member of the body; of another body it is a
  /// field of the office's own.
  private func split(_ facts: inout PartnerFacts, _ suborganization: String) {
    guard !NameFold.isEmpty(suborganization) else { return }
    if facts.classKey == PartnerClass.federal.rawValue {
      if NameFold.fold(suborganization) == NameFold.fold(facts.name) { return }
      facts.parentName = facts.name
      facts.name = suborganization
    } else {
      facts.own.append(("x.suborganization", suborganization))
    }
  }
}
