import ConcordModel

/// Imports records of any other kind: each row is a record, found again by its id or by holding
/// exactly what the row says.
struct RecordImport {
  private let workspace: Workspace
  private let options: ImportOptions
  private let plan: ColumnPlan
  private let schema: Schema
  private var draft: Draft
  private var known: [[String]: RecordID] = [:]
  private var made: Set<[String]> = []
  private var counts = ImportReport()
  private var newRecords: [RecordID] = []

  init(
    _ workspace: Workspace, _ context: CommandContext, _ options: ImportOptions, _ plan: ColumnPlan
  ) {
    self.workspace = workspace
    self.options = options
    self.plan = plan
    schema = workspace.fields[options.record]
    draft = Draft(workspace, context)
    let fields = filledFields
    for row in workspace.rows(options.record) {
      let id = workspace[options.record].id(row)
      known[fields.map { Self.text(workspace.value(id, $0)) }] = id
    }
  }

  /// The fields that the plan fills, in a fixed order.
  private var filledFields: [String] {
    let steps = plan.steps.compactMap { step -> String? in
      switch step.target {
      case .field(let field): field.name
      case .own(let name): name
      case .id(isAsked: false): FieldTarget.ownID
      default: nil
      }
    }
    return Set(steps + plan.settings.map(\.field.name)).sorted()
  }

  private static func text(_ value: FieldValue?) -> String {
    switch value {
    case nil: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .truth(let truth): truth ? "yes" : "no"
    case .texts(let elements): elements.joined(separator: "\u{1F}")
    case .raw(let json): json
    }
  }

  /// Takes in a row.
  mutating func take(_ row: SourceRow) throws(RowProblem) {
    var values: [String: FieldValue?] = [:]
    var id: IDReading.Meaning?
    for setting in plan.settings {
      values[setting.field.name] = try read(.text(setting.value), setting.field, column: nil)
    }
    for step in plan.steps {
      let cell = step.template.cell(in: row)
      guard let text = cell.text else { continue }
      if let mark = cell.texts.lazy.compactMap(Banner.found).first {
        throw RowProblem(step.column, .notAccepted(message: Banner.sentence(mark)))
      }
      switch step.target {
      case .field(let field): values[field.name] = try read(cell, field, column: step.column)
      case .own(let name): values[name] = .text(OneLine.lines(cell.texts.joined(separator: "; ")))
      case .id(let isAsked):
        id = try IDReading(options.record, workspace).id(
          text, isAsked: isAsked, column: step.column)
        if id == .own { values[FieldTarget.ownID] = .text(OneLine.lines(text)) }
      case .identifier, .suborganization, .headquarters: break
      }
    }
    switch id {
    case .record(let record): change(record, values)
    case .new(let new): try make(values, id: new)
    case .own, nil: try make(values, id: nil)
    }
  }

  private func read(
    _ cell: SourceCell, _ field: Field, column: String?
  ) throws(RowProblem) -> FieldValue? {
    let texts = cell.texts
    switch field.type {
    case .texts: return .set(ListCell.parts(cell, of: field))
    case .references(let kinds):
      return .set(
        try IDReading.references(ListCell.parts(cell, of: field), kinds, field, workspace, column))
    case .text: return .text(OneLine.text(texts.joined(separator: "; ")))
    case .note: return .text(OneLine.lines(texts.joined(separator: "\n")))
    default:
      var text = texts.joined(separator: ", ")
      if case .choices = field.type {
        text = ListCell.parts(cell, of: field).joined(separator: ",")
      }
      if let reference = IDReading.reference(text, field) { return reference }
      do {
        return try FieldAssignment.read(text, field, workspace, draft.context.today)
      } catch {
        throw RowProblem(column, error)
      }
    }
  }

  private mutating func change(_ id: RecordID, _ values: [String: FieldValue?]) {
    let before = draft.count
    if options.updates {
      for (field, value) in values.sorted(by: { $0.key < $1.key }) {
        if case .texts(let elements)? = value {
          for element in elements { draft.add(id, field, element) }
        } else {
          draft.set(id, field, value)
        }
      }
    }
    if draft.count > before { counts.updated += 1 } else { counts.unchanged += 1 }
  }

  private mutating func make(
    _ values: [String: FieldValue?], id: RecordID?
  ) throws(RowProblem) {
    let key = filledFields.map { Self.text(values[$0] ?? nil) }
    if known[key] != nil {
      counts.unchanged += 1
      return
    }
    var complete = values
    do {
      try RecordDefaults.complete(&complete, schema: schema, workspace, draft.context)
    } catch {
      throw RowProblem(nil, error)
    }
    // Two records of the same content have ids that tell them apart.
    guard made.insert(key + (id.map { [$0.text] } ?? [])).inserted else {
      counts.merged += 1
      return
    }
    let record = id ?? draft.newID(options.record)
    draft.make(record, complete)
    newRecords.append(record)
    counts.created += 1
  }

  /// The operations, and the rows counted into the result.
  mutating func finish(_ result: inout ImportResult) {
    result.report.created = counts.created
    result.report.updated = counts.updated
    result.report.merged = counts.merged
    result.report.unchanged = counts.unchanged
    result.newRecords = newRecords
    result.operations = draft.operations
  }
}
