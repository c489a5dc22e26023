import ConcordModel
import OfficeInMemory
import Testing

/// The state is commutative: lines may arrive in any order and any grouping.
@Suite struct FoldTests {
  private struct Arrival {
    let operation: Operation
    let line: LineID
    let time: Int64
  }

  private static let ids = (1...3).map { RecordID(.partner, bits: UInt64($0) &* 0x1234_5678_9AB) }
  private static let names = ["name", "notes", "city", "x.own", "tier", "gone"]

  private func script(_ seed: Int) -> [Arrival] {
    var source = IDSource.seeded(UInt64(seed), position: 3)
    func pick(_ count: Int) -> Int { Int(source.next64() % UInt64(count)) }
    var arrivals: [Arrival] = []
    for (place, id) in Self.ids.enumerated() {
      let values = [
        NamedValue("name", .text("N\(place)")), NamedValue("tags", .texts(["a", "b"])),
        NamedValue("tier", .integer(2)),
      ]
      arrivals.append(
        Arrival(
          operation: .new(id, values, derived: place == 0), line: LineID("A", Int64(place + 1)),
          time: Int64(place + 1)))
    }
    // A second office finds the same derived record with other values.
    arrivals.append(
      Arrival(
        operation: .new(
          Self.ids[0], [NamedValue("city", .text("Kest")), NamedValue("name", .text("M0"))],
          derived: true), line: LineID("B", 1), time: 2))
    for step in 0..<20 {
      let writer = ["A", "B", "C"][pick(3)]
      let line = LineID(writer, Int64(100 + step))
      let id = Self.ids[pick(3)]
      let time = Int64(10 + pick(12))
      let operation: Operation
      switch pick(5) {
      case 0: operation = .add(id, ElementChange("tags", "t\(pick(3))"))
      case 1: operation = .take(id, ElementChange("tags", ["a", "t0", "t1"][pick(3)]))
      case 2: operation = .delete(id)
      default:
        let name = Self.names[pick(Self.names.count)]
        let value: FieldValue? =
          name == "gone"
          ? nil
          : name == "tier" ? .integer(Int64(1 + pick(3))) : pick(4) == 0 ? nil : .text("v\(step)")
        operation = .set(id, FieldChange(name, value))
      }
      arrivals.append(Arrival(operation: operation, line: line, time: time))
    }
    return arrivals
  }

  private func fold(_ arrivals: [Arrival], finishEach: Bool) -> [String] {
    var workspace = MemoryOffice().workspace
    for arrival in arrivals {
      workspace.fold(arrival.operation, line: arrival.line, time: arrival.time)
      if finishEach { workspace.finishChange() }
    }
    workspace.finishChange()
    return Self.ids.map { id in
      guard let row = workspace.row(id) else { return "\(id) gone" }
      return "\(id) \(workspace.values(.partner, row: row))"
    }
  }

  @Test("any order and any grouping fold to the same state", arguments: 0..<400)
  func anyOrder(_ seed: Int) {
    let arrivals = script(seed)
    let expected = fold(arrivals, finishEach: true)
    var source = IDSource.seeded(UInt64(seed), position: 9)
    for round in 0..<4 {
      var shuffled = arrivals
      for place in stride(from: shuffled.count - 1, through: 1, by: -1) {
        shuffled.swapAt(place, Int(source.next64() % UInt64(place + 1)))
      }
      #expect(fold(shuffled, finishEach: round % 2 == 0) == expected, "seed \(seed)")
    }
  }

  @Test("a person's value wins over a derived record's, however late that came")
  func rankBeatsTime() {
    let id = Self.ids[0]
    let arrivals = [
      Arrival(
        operation: .set(id, FieldChange("name", .text("typed"))), line: LineID("A", 1), time: 5),
      Arrival(
        operation: .new(id, [NamedValue("name", .text("derived"))], derived: true),
        line: LineID("B", 1), time: 99),
    ]
    for order in [arrivals, arrivals.reversed()] {
      #expect(fold(Array(order), finishEach: true)[0].contains("typed"))
    }
  }

  @Test("figures after each change equal those made anew from all rows", arguments: 0..<40)
  func figuresKeptUp(_ seed: Int) throws {
    var office = try SampleOffice.make()
    var source = IDSource.seeded(UInt64(seed), position: 1)
    let verbs: [(String, [String: String])] = [
      ("mitigate", ["treatment": "1", "state": "in-force"]), ("dismiss", ["reason": "x"]),
      ("reopen", ["reason": "y"]), ("reassess", ["likelihood": "5", "impact": "2", "reason": "z"]),
      ("snooze", [:]), ("close", ["evidence": "e"]), ("avoid", ["how": "end", "reason": "r"]),
    ]
    for _ in 0..<25 {
      let flags = office.workspace.rows(.flag).map { office.workspace[.flag].id($0) }
      let flag = flags[Int(source.next64() % UInt64(flags.count))]
      let verb = verbs[Int(source.next64() % UInt64(verbs.count))]
      _ = try? office.run(Invocation("flag.\(verb.0)", on: [flag], verb.1))
      var anew = office.workspace
      anew.touched.everything = true
      anew.finishChange()
      for row in office.workspace.rows(.partner) {
        #expect(office.workspace.partnerFigure(row: row) == anew.partnerFigure(row: row))
      }
      for view in RiskView.allCases {
        #expect(office.workspace.heatmap(view) == anew.heatmap(view))
      }
    }
  }
}
