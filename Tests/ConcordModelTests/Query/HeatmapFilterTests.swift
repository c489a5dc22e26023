import ConcordModel
import OfficeInMemory
import Testing

/// A cell of the heatmap and the filter that says the same: what one counts the other lets through.
@Suite struct HeatmapFilterTests {
  /// An office after random changes: flags treated, closed, moved and taken away, partners of other
  /// kinds, of kinds that nobody knows, and gone.
  private static func office(_ seed: Int) throws -> MemoryOffice {
    var office = try SampleOffice.make()
    var source = IDSource.seeded(UInt64(seed), position: 5)
    func below(_ count: Int) -> Int { Int(source.next64() % UInt64(count)) }
    func any(_ kind: RecordKind) -> RecordID? {
      let ids = office.workspace.rows(kind).map { office.workspace[kind].id($0) }
      return ids.isEmpty ? nil : ids[below(ids.count)]
    }
    let categories = RiskCategory.allCases.map(\.rawValue)
    for step in 0..<60 {
      guard let partner = any(.partner), let flag = any(.flag) else { continue }
      switch below(9) {
      case 0, 1, 2:
        _ = try office.flag(
          partner, categories[below(5)], "Flag \(step)", 1 + below(5), 1 + below(5),
          below(2) == 0
            ? [:]
            : ["target-likelihood": "\(1 + below(3))", "target-impact": "\(1 + below(3))"])
      case 3:
        _ = try? office.run(
          Invocation("flag.mitigate", on: [flag], ["treatment": "1", "state": "in-force"]))
      case 4: _ = try? office.run(Invocation("flag.dismiss", on: [flag], ["reason": "no"]))
      case 5: _ = try? office.run(Invocation("flag.reopen", on: [flag], ["reason": "yes"]))
      case 6:
        let kind = ["police", "vendor", "city", "fusion"][below(4)]
        _ = try? office.run(Invocation("record.edit", on: [partner], ["field": "kind=\(kind)"]))
      case 7 where below(4) == 0:
        _ = try? office.run(Invocation("record.end", on: [partner], ["reason": "gone"]))
      default:
        let line = LineID("OTHER", Int64(step + 1))
        let operation: Operation =
          below(2) == 0
          ? .set(partner, FieldChange("kind", .text("newer-kind")))
          : .set(flag, FieldChange("target-impact", .integer(Int64(below(7)))))
        office.fold(operation, line: line, time: office.now.milliseconds + 1000 + Int64(step))
      }
    }
    return office
  }

  private static func cells(_ workspace: Workspace) -> [HeatmapCell] {
    let kinds = workspace.catalogues.kinds.map(\.key)
    let partners = workspace.rows(.partner).map { workspace[.partner].id($0) }
    return Rating.all.map { .rating($0) }
      + RiskCategory.allCases.flatMap { category in
        kinds.map { .kind(category: category.rawValue, kind: $0) }
          + partners.map { .partner($0, category: category.rawValue) }
      }
  }

  private static func rows(
    _ text: String, _ kind: RecordKind, _ workspace: Workspace
  ) -> [Int] {
    let plan = FilterPlan(Filter(text), kind: kind, in: workspace, me: nil)
    #expect(plan.problems.isEmpty, "\(text): \(plan.problems)")
    return workspace.rows(kind).filter { plan.rank(workspace, kind, $0) != nil }
  }

  @Test(
    "in all forms and views the filter of a cell lets through what it counts", arguments: 0..<6)
  func filtersSayWhatCellsCount(_ seed: Int) throws {
    let workspace = try Self.office(seed).workspace
    var filled = 0
    for view in RiskView.allCases {
      for cell in Self.cells(workspace) {
        let flags = workspace.flagRows(in: cell, view)
        let value = workspace.heatmapCell(cell, view)
        #expect(value.flags == flags.count, "seed \(seed): \(cell), \(view)")
        #expect(
          Self.rows(cell.flagFilter(view), .flag, workspace) == flags,
          "seed \(seed): \(cell.flagFilter(view))")
        let partners = Set(flags.compactMap { workspace.partnerRow(of: .flag, row: $0) })
        #expect(
          Set(Self.rows(cell.partnerFilter(view), .partner, workspace)) == partners,
          "seed \(seed): \(cell.partnerFilter(view))")
        if value.flags > 0 { filled += 1 }
      }
    }
    #expect(filled > 60)
  }

  @Test("the table of the command line counts the same", arguments: 0..<6)
  func tableCountsTheSame(_ seed: Int) throws {
    let workspace = try Self.office(seed).workspace
    let all = FilterPlan(.all, kind: .flag, in: workspace, me: nil)
    for view in RiskView.allCases {
      for form in HeatmapTable.Form.allCases {
        let table = HeatmapTable(form, risk: view, filter: all, in: workspace)
        for (row, cells) in zip(table.rows, table.cells) {
          for (column, cell) in zip(table.columns, cells) {
            let place: HeatmapCell?
            switch form {
            case .matrix:
              let rating = Rating(likelihood: Int(row.key) ?? 0, impact: Int(column.key) ?? 0)
              place = rating.map { .rating($0) }
            case .categoryByKind: place = .kind(category: row.key, kind: column.key)
            case .partnerByCategory:
              place = RecordID(row.key).map { .partner($0, category: column.key) }
            }
            let found = try #require(place)
            #expect(workspace.heatmapCell(found, view) == cell, "seed \(seed): \(found), \(view)")
          }
        }
      }
    }
  }

  @Test("what a day showed is counted once, and stays")
  func snapshot() throws {
    let workspace = try Self.office(3).workspace
    let snapshot = HeatmapSnapshot(workspace, day: MemoryOffice.today)
    for view in RiskView.allCases {
      #expect(snapshot.total(view) == workspace.heatmap(view).total)
      for cell in Self.cells(workspace) {
        var expected = workspace.heatmapCell(cell, view)
        // A rating's own level is the policy's, whatever stands there.
        if case .rating = cell { expected = HeatmapTable.Cell(flags: expected.flags, level: nil) }
        #expect(snapshot.cell(cell, view) == expected)
      }
    }
    let never = RecordID(.partner, bits: 17)
    #expect(snapshot.cell(.partner(never, category: "legal"), .residual).flags == 0)
    #expect(snapshot.cell(.kind(category: "legal", kind: "newer-kind"), .residual).flags == 0)
  }

  @Test("flags by what is left of them, records by the beginning of their ids")
  func newFields() throws {
    var office = try SampleOffice.make()
    let flag = try #require(Self.rows("category:legal", .flag, office.workspace).first)
    let id = office.workspace[.flag].id(flag)
    try office.run(
      Invocation("flag.mitigate", on: [id], ["treatment": "1", "state": "in-force"]))
    let workspace = office.workspace
    let figure = try #require(workspace.flagFigure(row: flag))
    #expect(figure.residual != figure.inherent)
    #expect(
      Self.rows(
        "category:legal residual-likelihood:\(figure.residual.likelihood) "
          + "residual-impact:\(figure.residual.impact)", .flag, workspace) == [flag])
    #expect(Self.rows("target:any", .flag, workspace) == [])
    #expect(Self.rows("id:\(id.text)", .flag, workspace) == [flag])
    #expect(
      Self.rows("id:\(id.text.dropFirst(2).prefix(8).lowercased())", .flag, workspace) == [flag])
    #expect(Self.rows("-id:f-\(id.text.dropFirst(2).prefix(8))", .flag, workspace).count == 8)
    // A partner with such a flag, however many others it has.
    let ministry = Self.rows("flag:\"likelihood:5\"", .partner, workspace)
    #expect(ministry.map { Partner(workspace, $0).name } == ["Ministry of Interior, Ardania"])
    #expect(Self.rows("flag:\"likelihood:5 category:control\"", .partner, workspace) == [])
    #expect(
      Self.rows("flag:\"likelihood:5\" flag:\"category:control\"", .partner, workspace) == ministry)
    #expect(Self.rows("-flag:\"live:yes\"", .partner, workspace).count == 6)
  }

  @Test(
    "what cannot be asked so says why",
    arguments: [
      ("id:", "id: needs a value"), ("id:P-U", "id: “P-U” is not the beginning of an id"),
      ("flag:", "flag: needs a filter of flags in quotes"),
      ("flag:\"riks:high\"", "no field “riks”"),
      ("flag:\"flag:x\"", "no field “flag”"),
      ("flg:\"live:yes\"", "no field “flg”: do you mean flag"),
    ])
  func problems(_ text: String, _ words: String) throws {
    let workspace = try SampleOffice.make().workspace
    let plan = FilterPlan(Filter(text), kind: .partner, in: workspace, me: nil)
    let sentence = plan.problems.first?.sentence ?? ""
    #expect(sentence.hasPrefix(words), "\(sentence)")
  }
}
