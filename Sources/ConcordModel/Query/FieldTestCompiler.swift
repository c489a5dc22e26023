/// Makes a test of rows from `field`, comparison and value.
struct FieldTestCompiler {
  let kind: RecordKind
  let workspace: Workspace
  let me: RecordID?

  /// What can be asked of a kind besides its fields.
  static func extraNames(_ kind: RecordKind) -> [String] {
    kind == .partner ? [id, flag, finding] : [id]
  }

  private static let id = "id"
  /// A filter of flags in quotes, one of which must fit.
  private static let flag = "flag"
  /// The beginning of a finding's id, or its rule.
  static let finding = "finding"

  func test(
    _ name: String, _ comparison: Filter.Comparison, _ value: String
  ) throws(FilterProblem) -> FilterPlan.Test {
    let schema = workspace.fields[kind]
    if let field = schema.field(name) {
      return try test(kind, field, comparison, value)
    }
    if name == Self.id { return try idTest(comparison, value) }
    if kind == .partner, name == Self.flag { return try flagTest(comparison, value) }
    if kind == .partner, name == Self.finding { return try findingTest(comparison, value) }
    if name.hasPrefix("x.") {
      if value.isEmpty { throw .incomplete(name + comparison.rawValue, needs: "a value") }
      return ownTest(name, comparison, value)
    }
    let partners = workspace.fields[.partner]
    if kind != .partner, schema.slot("partner") != nil, let field = partners.field(name) {
      let inner = try test(.partner, field, comparison, value)
      let kind = kind
      return { workspace, row in
        guard let partner = workspace.partnerRow(of: kind, row: row) else { return false }
        return inner(workspace, partner)
      }
    }
    if schema.slot("partners") != nil, let field = partners.field(name) {
      let inner = try test(.partner, field, comparison, value)
      let kind = kind
      return { workspace, row in
        workspace.partnerRows(of: kind, row: row).contains { inner(workspace, $0) }
      }
    }
    let names =
      schema.fields.map(\.name) + (kind == .partner ? [] : partners.fields.map(\.name))
      + Self.extraNames(kind)
    throw .unknownField(name, nearest: NearestName.of(name, among: names))
  }

  private func test(
    _ kind: RecordKind, _ field: Field, _ comparison: Filter.Comparison, _ value: String
  ) throws(FilterProblem) -> FilterPlan.Test {
    if value.isEmpty { throw .incomplete(field.name + comparison.rawValue, needs: "a value") }
    let wanted = value.lowercased()
    let isKey = field.type.catalogue.map { workspace.catalogues.keys($0).contains(wanted) } ?? false
    if wanted == "none" || wanted == "any", !isKey {
      let isWanted = wanted == "any"
      return { ($0.anyValue(kind, row: $1, field) != nil) == isWanted }
    }
    switch field.type {
    case .text, .note:
      let folded = NameFold.fold(value)
      let isExact = comparison == .equals
      return textTest(kind, field) { isExact ? $0 == folded : $0.contains(folded) }
    case .texts:
      let folded = NameFold.fold(value)
      return setTest(kind, field) { NameFold.fold($0).contains(folded) }
    case .choice(let catalogue):
      let keys = Set(try self.keys(value, catalogue, field))
      if let slot = storedSlot(kind, field) {
        // Words are interned: their numbers stand for them.
        let numbers = Set(keys.compactMap { workspace.texts.number(of: $0) })
        let place = kind.index
        return { workspace, row in numbers.contains(workspace.tables[place][row, slot]) }
      }
      return { workspace, row in
        guard case .text(let key) = workspace.anyValue(kind, row: row, field) else { return false }
        return keys.contains(key)
      }
    case .choices(let catalogue):
      let keys = Set(try self.keys(value, catalogue, field))
      return setTest(kind, field) { keys.contains($0) }
    case .level:
      guard let level = LevelName.level(value) else {
        throw .value(field: field.name, value: value, expected: "a level (very-low … very-high)")
      }
      return numberTest(kind, field, comparison, Int64(level.rawValue))
    case .integer:
      guard let number = Int64(value) else {
        throw .value(field: field.name, value: value, expected: "a whole number")
      }
      return numberTest(kind, field, comparison, number)
    case .truth:
      let isWanted = ["yes", "true", "1", "y"].contains(wanted)
      return { ($0.anyValue(kind, row: $1, field) == .truth(true)) == isWanted }
    case .day:
      guard let day = day(value) else {
        throw .value(
          field: field.name, value: value, expected: DayExpression.expected(insteadOf: value))
      }
      if let slot = storedSlot(kind, field) {
        let (place, wanted) = (kind.index, Int64(day.number))
        return { workspace, row in
          let found = workspace.tables[place][row, slot]
          return found != Table.absent && Self.holds(comparison, found, wanted)
        }
      }
      return { workspace, row in
        guard case .text(let text) = workspace.anyValue(kind, row: row, field),
          let found = Day(text)
        else { return false }
        return Self.holds(comparison, Int64(found.number), Int64(day.number))
      }
    case .instant:
      guard let day = day(value) else {
        throw .value(
          field: field.name, value: value, expected: DayExpression.expected(insteadOf: value))
      }
      return { workspace, row in
        guard case .integer(let found) = workspace.anyValue(kind, row: row, field) else {
          return false
        }
        let foundDay = Instant(milliseconds: found).day()
        return Self.holds(comparison, Int64(foundDay.number), Int64(day.number))
      }
    case .reference:
      let isWanted = recordTest(value)
      return { workspace, row in
        guard let id = workspace.anyValue(kind, row: row, field)?.text else { return false }
        return isWanted(workspace, id)
      }
    case .references:
      let isWanted = recordTest(value)
      return { workspace, row in
        guard case .texts(let ids) = workspace.anyValue(kind, row: row, field) else { return false }
        return ids.contains { isWanted(workspace, $0) }
      }
    }
  }

  /// `30d` is in thirty days; the other forms are those of forms.
  private func day(_ value: String) -> Day? {
    DayExpression.day(value, today: workspace.today)
      ?? DayExpression.day("+" + value, today: workspace.today)
  }

  /// The slot that a field's values are read from without making anything of them; nil for what is
  /// derived. A value that does not fit its slot (a newer version's) counts as none here.
  private func storedSlot(_ kind: RecordKind, _ field: Field) -> Int? {
    field.isStored ? workspace[kind].slots.slot(field.name) : nil
  }

  private func keys(
    _ value: String, _ catalogue: String, _ field: Field
  ) throws(FilterProblem) -> [String] {
    let keys = workspace.catalogues.matching(value, in: catalogue)
    if keys.isEmpty {
      let known = workspace.catalogues.keys(catalogue)
      let nearest = NearestName.of(value.lowercased(), among: known)
      throw .value(
        field: field.name, value: value,
        expected: nearest.map { "known: do you mean \($0)?" } ?? "in the catalogue \(catalogue)")
    }
    return keys
  }

  private func textTest(
    _ kind: RecordKind, _ field: Field, _ matches: @escaping @Sendable (String) -> Bool
  ) -> FilterPlan.Test {
    { workspace, row in
      guard case .text(let text) = workspace.anyValue(kind, row: row, field) else { return false }
      return matches(NameFold.fold(text))
    }
  }

  private func setTest(
    _ kind: RecordKind, _ field: Field, _ matches: @escaping @Sendable (String) -> Bool
  ) -> FilterPlan.Test {
    { workspace, row in
      guard case .texts(let elements) = workspace.anyValue(kind, row: row, field) else {
        return false
      }
      return elements.contains(where: matches)
    }
  }

  private func numberTest(
    _ kind: RecordKind, _ field: Field, _ comparison: Filter.Comparison, _ wanted: Int64
  ) -> FilterPlan.Test {
    { workspace, row in
      guard case .integer(let found) = workspace.anyValue(kind, row: row, field) else {
        return false
      }
      return Self.holds(comparison, found, wanted)
    }
  }

  /// Whether an id is that of a record that people mean: by the beginning of its id, or by words of
  /// its title.
  private func recordTest(_ value: String) -> @Sendable (Workspace, String) -> Bool {
    if value == "me" {
      let mine = me?.text
      return { $1 == mine }
    }
    let folded = NameFold.fold(value)
    let upper = value.uppercased()
    return { workspace, id in
      if id.hasPrefix(upper) { return true }
      guard let record = RecordID(id), let target = workspace.row(record) else { return false }
      return NameFold.fold(workspace.title(record.kind, row: target)).contains(folded)
    }
  }

  /// Whether a record's id begins so, with or without its letter.
  private func idTest(
    _ comparison: Filter.Comparison, _ value: String
  ) throws(FilterProblem) -> FilterPlan.Test {
    if value.isEmpty { throw .incomplete(Self.id + comparison.rawValue, needs: "a value") }
    guard let wanted = IDBeginning(value) else {
      throw .value(
        field: Self.id, value: value,
        expected: "the beginning of an id, such as \(kind.letter)-4KX9")
    }
    let place = kind.index
    return { workspace, row in wanted.fits(workspace.tables[place].id(row)) }
  }

  /// Whether a partner has a flag that a filter of flags fits.
  private func flagTest(
    _ comparison: Filter.Comparison, _ value: String
  ) throws(FilterProblem) -> FilterPlan.Test {
    let needs = "a filter of flags in quotes, such as \"category:legal live:yes\""
    let filter = Filter(value)
    guard !filter.isEmpty else { throw .incomplete(Self.flag + comparison.rawValue, needs: needs) }
    let plan = FilterPlan(filter, kind: .flag, in: workspace, me: me)
    if let problem = plan.problems.first { throw problem }
    return { workspace, row in
      workspace.hasFlag(partnerRow: row) { plan.rank(workspace, .flag, $0) != nil }
    }
  }

  /// Whether a partner is one of those that a finding speaks of.
  private func findingTest(
    _ comparison: Filter.Comparison, _ value: String
  ) throws(FilterProblem) -> FilterPlan.Test {
    let isRule = RuleCatalogue.rule(value) != nil
    let wanted = isRule ? nil : IDBeginning(value)
    guard isRule || wanted != nil else {
      let needs = "the beginning of a finding's id, or a rule, such as contact.stale"
      if value.isEmpty { throw .incomplete(Self.finding + comparison.rawValue, needs: needs) }
      throw .value(field: Self.finding, value: value, expected: needs)
    }
    return { workspace, row in
      workspace.findings(partnerRow: row).contains { finding in
        wanted.map { $0.fits(finding.id) } ?? (finding.rule == value)
      }
    }
  }

  private func ownTest(_ name: String, _ comparison: Filter.Comparison, _ value: String)
    -> FilterPlan.Test
  {
    let kind = kind
    let folded = NameFold.fold(value)
    let wanted = value.lowercased()
    return { workspace, row in
      let found = workspace.storedValue(kind, row: row, name)
      if wanted == "none" { return found == nil }
      if wanted == "any" { return found != nil }
      guard case .text(let text) = found else { return false }
      let foldedText = NameFold.fold(text)
      return comparison == .equals ? foldedText == folded : foldedText.contains(folded)
    }
  }

  static func holds(_ comparison: Filter.Comparison, _ found: Int64, _ wanted: Int64) -> Bool {
    switch comparison {
    case .has, .equals: found == wanted
    case .above: found > wanted
    case .below: found < wanted
    case .atLeast: found >= wanted
    case .atMost: found <= wanted
    }
  }
}
