import ConcordModel

/// Which column fills which field: the person's map, then the preset's, then columns that are called
/// like a field; what is left becomes a field of the office's own.
struct ColumnPlan: Sendable {
  struct Step: Sendable {
    let template: NameTemplate
    let target: FieldTarget
    /// The column's name, for refusals.
    let column: String
  }

  /// A value for every row.
  struct Setting: Sendable {
    let field: Field
    let value: String
    /// Whether the preset gave it, not a person.
    let isOfPreset: Bool
  }

  private(set) var steps: [Step] = []
  /// Values for every row, by field.
  private(set) var settings: [Setting] = []
  private(set) var kindPlace: Int?
  let kindColumn: ImportPreset.KindColumn?

  /// Columns of our own rejects files say where a row was refused; they are no data.
  static let rejectColumns = ["rejected-line", "rejected-reason"]

  init(
    _ table: SourceTable, schema: Schema, preset: ImportPreset?, options: ImportOptions
  ) throws(ImportFailure) {
    kindColumn = preset?.kindColumn
    var taken = Set(
      table.columns.indices.filter { Self.rejectColumns.contains(table.columns[$0]) })
    try set(options.set, isOfPreset: false, schema: schema, table: table)
    try set(preset?.set ?? [], isOfPreset: true, schema: schema, table: table)
    if let kindColumn, !isSet("kind") {
      kindPlace = table.columns.firstIndex {
        $0.lowercased() == kindColumn.column.lowercased()
      }
      if let kindPlace { taken.insert(kindPlace) }
    }
    for assignment in options.map {
      try add(assignment, schema: schema, table: table, taken: &taken)
    }
    for assignment in preset?.map ?? [] {
      guard let template = try? NameTemplate(assignment.source, columns: table.columns),
        template.columns.allSatisfy({ !taken.contains($0) }), !fills(assignment.field)
      else { continue }
      try add(assignment, schema: schema, table: table, taken: &taken)
    }
    addNamedLikeFields(schema: schema, table: table, taken: &taken)
    addOwn(table: table, taken: taken)
  }

  /// Whether the plan gives rows a value of a field.
  func fills(_ name: String) -> Bool {
    isSet(name) || (name == "kind" && kindPlace != nil)
      || steps.contains { step in
        if case .field(let field) = step.target { field.name == name } else { false }
      }
  }

  /// Whether rows name the record that they are about: as asked, or as some row of the table shows.
  func namesRecords(in table: SourceTable) -> Bool {
    for step in steps {
      guard case .id(let isAsked) = step.target else { continue }
      let shows =
        isAsked
        || table.contains { item in
          guard case .row(let row) = item else { return false }
          return step.template.cell(in: row).text.flatMap { RecordID($0) } != nil
        }
      if shows { return true }
    }
    return false
  }

  private func isSet(_ name: String) -> Bool { settings.contains { $0.field.name == name } }

  private mutating func set(
    _ wanted: [FieldSetting], isOfPreset: Bool, schema: Schema, table: SourceTable
  ) throws(ImportFailure) {
    for setting in wanted where !isSet(setting.field) {
      // The class follows from the kind.
      if schema.kind == .partner, setting.field == "class" { continue }
      guard let field = schema.field(setting.field), field.writer == .person else {
        throw ImportFailure(
          file: table.file,
          reason: .unknownField(name: setting.field, known: FieldTarget.knownNames(schema)))
      }
      settings.append(Setting(field: field, value: setting.value, isOfPreset: isOfPreset))
    }
  }

  private mutating func add(
    _ assignment: ColumnAssignment, schema: Schema, table: SourceTable, taken: inout Set<Int>
  ) throws(ImportFailure) {
    let template: NameTemplate
    do {
      template = try NameTemplate(assignment.source, columns: table.columns)
    } catch {
      throw ImportFailure(
        file: table.file, reason: error.reason(assignment, columns: table.columns))
    }
    taken.formUnion(template.columns)
    if kindPlace.map(template.columns.contains) == true { kindPlace = nil }
    if assignment.field.isEmpty { return }
    guard let target = FieldTarget(assignment.field, schema: schema) else {
      throw ImportFailure(
        file: table.file,
        reason: .unknownField(name: assignment.field, known: FieldTarget.knownNames(schema)))
    }
    if case .field(let field) = target, isSet(field.name) { return }
    steps.append(Step(template: template, target: target, column: assignment.source))
  }

  private mutating func addNamedLikeFields(
    schema: Schema, table: SourceTable, taken: inout Set<Int>
  ) {
    for (place, column) in table.columns.enumerated() where !taken.contains(place) {
      let name = column.lowercased()
      let field = schema.fields.first { $0.name == name || $0.label.lowercased() == name }
      if let field, field.writer != .person {
        // What commands and other records say of a partner comes with our own exports.
        taken.insert(place)
        continue
      }
      guard name == "id" || name.hasPrefix("x.") || field != nil,
        let target = name == "id"
          ? .id(isAsked: false) : FieldTarget(field?.name ?? name, schema: schema),
        field.map({ !fills($0.name) }) ?? true,
        let template = try? NameTemplate(column, columns: table.columns)
      else { continue }
      taken.insert(place)
      steps.append(Step(template: template, target: target, column: column))
    }
  }

  private mutating func addOwn(table: SourceTable, taken: Set<Int>) {
    var used: Set<String> = []
    for (place, column) in table.columns.enumerated() where !taken.contains(place) {
      guard let template = try? NameTemplate(column, columns: table.columns) else { continue }
      let name = Field.ownName(for: column)
      var unique = name
      var number = 2
      while !used.insert(unique).inserted {
        unique = "\(name)-\(number)"
        number += 1
      }
      steps.append(Step(template: template, target: .own(unique), column: column))
    }
  }
}
