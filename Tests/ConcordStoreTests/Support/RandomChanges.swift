import ConcordModel
import ConcordStore

/// Changes as an office makes them, from a seed: new records, fields set and cleared, elements put in
/// and taken out, own and unknown fields, records taken away.
struct RandomChanges {
  private var source: IDSource
  private let hasTies: Bool

  /// - Parameter hasTies: whether there are agreements, exchanges, incidents and findings too, which
  ///   refer to partners and flags by one reference or by sets.
  init(seed: UInt64, hasTies: Bool = false) {
    source = .seeded(seed, position: 0)
    self.hasTies = hasTies
  }

  mutating func below(_ limit: Int) -> Int { Int(source.next64() % UInt64(limit)) }

  mutating func commit(to store: Store, minute: Int, by author: String = "m.ruiz") throws
    -> Transaction?
  {
    let occasion = TestOffice.occasion(minute, by: author, seed: source.next64())
    do {
      return try store.commit("test.change", occasion) {
        workspace, context throws(CommandError) in
        var draft = Draft(workspace, context)
        for _ in 0...below(3) { step(&draft) }
        if below(4) == 0, !draft.isEmpty { draft.why("because “\(below(100))”\n\u{1}end") }
        return draft.operations
      }
    } catch CommitFailure.refused(.nothingToDo) {
      return nil
    }
  }

  private mutating func step(_ draft: inout Draft) {
    let partners = records(.partner, draft)
    let flags = records(.flag, draft)
    let choice = below(hasTies ? 13 : 10)
    guard let partner = pick(partners), choice > 1 else {
      addPartner(&draft)
      return
    }
    switch choice {
    case 2: addFlag(&draft, partner)
    case 3: draft.set(partner, "city", word())
    case 4: draft.set(partner, "tier", below(3) == 0 ? nil : .integer(Int64(1 + below(3))))
    case 5: draft.set(partner, "active-since", .text(Day(number: Int32(below(30_000))).text))
    case 6: draft.add(partner, "tags", "tag\(below(5))")
    case 7: draft.take(partner, "tags", "tag\(below(5))")
    case 8: draft.set(partner, own(), word())
    case 10: addTied(&draft, partners, flags)
    case 11, 12: changeTied(&draft, partners, flags)
    default:
      guard let flag = pick(flags), below(3) > 0 else {
        return draft.set(partner, "x.set", below(4) == 0 ? nil : .set(["e\(below(4))", "z"]))
      }
      switch below(4) {
      case 0: draft.set(flag, "partner", .text(partner.text))
      case 1: draft.delete(flag)
      case 2: draft.set(flag, "impact", .integer(Int64(1 + below(5))))
      default: draft.set(flag, "status", .text(["open", "treating", "newer"][below(3)]))
      }
    }
  }

  private mutating func addPartner(_ draft: inout Draft) {
    draft.new(
      .partner,
      [
        "name": .text("Partner é \(below(1000))"), "stage": .text("prospect"),
        "tags": below(2) == 0 ? .set(["tag\(below(5))", "tag\(below(5))"]) : nil,
        "x.set": below(3) == 0 ? .set(["a\"\\", "e\(below(4))"]) : nil,
        own(): word(), "kind": .text("county"),
      ])
  }

  private mutating func addFlag(_ draft: inout Draft, _ partner: RecordID) {
    let values: [String: FieldValue?] = [
      "partner": .text(partner.text), "title": .text("Flag \(below(100))"),
      "likelihood": .integer(Int64(1 + below(5))), "impact": .integer(Int64(1 + below(5))),
      "status": .text("open"), "category": .text("legal"),
    ]
    if below(3) == 0 {
      let id = RecordID.derived(.flag, from: ["rule", partner.text, "\(below(3))"])
      guard draft.workspace[.flag].row(id.bits) == nil,
        !draft.operations.contains(where: { $0.record == id })
      else { return }
      draft.new(id, values, derived: true)
    } else {
      draft.new(.flag, values)
    }
  }

  /// A record that refers to others, by one reference or by a set of them; some are not there.
  private mutating func addTied(_ draft: inout Draft, _ partners: [RecordID], _ flags: [RecordID]) {
    guard let partner = pick(partners) else { return }
    switch below(4) {
    case 0:
      draft.new(
        .agreement,
        [
          "partners": several(partners), "type": .text("dsa"), "title": .text("A\(below(100))"),
          "state": .text(["draft", "in-force", "newer"][below(3)]),
          "ends": .text(Day(number: Int32(below(30_000))).text),
          "data-categories": below(2) == 0 ? .set(["health", "travel"]) : nil,
        ])
    case 1:
      draft.new(
        .exchange,
        [
          "partner": .text(partner.text), "date": .text("2024-02-29"), "kind": .text("hours"),
          "direction": .text("given"), "quantity": .integer(Int64(below(5)) * 4_000_000_000),
        ])
    case 2:
      draft.new(
        .incident,
        [
          "partner": .text(partner.text), "title": .text("I\(below(100))"),
          "noticed": .integer(1_795_219_351_123), "flags": flags.isEmpty ? nil : several(flags),
        ])
    default:
      draft.new(
        .finding,
        ["rule": .text("contact.stale"), "state": .text("open"), "partners": several(partners)])
    }
  }

  private mutating func changeTied(
    _ draft: inout Draft, _ partners: [RecordID], _ flags: [RecordID]
  ) {
    let incidents = records(.incident, draft)
    if below(3) == 0, let incident = pick(incidents), let flag = pick(flags) {
      if below(2) == 0 {
        draft.add(incident, "flags", flag.text)
      } else {
        draft.take(incident, "flags", flag.text)
      }
      return
    }
    let kind = [RecordKind.agreement, .finding][below(2)]
    guard let record = pick(records(kind, draft)) else {
      return addTied(&draft, partners, flags)
    }
    switch below(6) {
    case 0: draft.set(record, "partners", several(partners))
    case 1: draft.delete(record)
    case 2:
      guard case .texts(let elements)? = draft.workspace.value(record, "partners"),
        !elements.isEmpty
      else { return }
      draft.take(record, "partners", elements[below(elements.count)])
    default:
      guard case .texts(let elements) = several(partners) else { return }
      for element in elements { draft.add(record, "partners", element) }
    }
  }

  /// A few of them; now and then one that never came, or one of a kind of a newer version.
  private mutating func several(_ ids: [RecordID]) -> FieldValue {
    var elements = (0...below(3)).compactMap { _ in pick(ids)?.text }
    if below(8) == 0, let kind = ids.first?.kind {
      elements.append(RecordID(kind, bits: UInt64(1 + below(3))).text)
    }
    if below(12) == 0 { elements.append("B-00000000000\(below(3))") }
    return .set(elements)
  }

  private mutating func own() -> String { "x.own\(below(3))" }

  private mutating func word() -> FieldValue {
    switch below(6) {
    case 0: .text("")
    case 1: .integer(Int64(below(1000)) - 500)
    case 2: .truth(below(2) == 0)
    case 3: .raw("{\"newer\":[1.5,null]}")
    case 4: .raw("[\"b\",1]")
    default: .text("word \(below(50)) \u{7}“é”")
    }
  }

  private func records(_ kind: RecordKind, _ draft: Draft) -> [RecordID] {
    let table = draft.workspace[kind]
    return draft.workspace.rows(kind).map { table.id($0) }
  }

  private mutating func pick(_ ids: [RecordID]) -> RecordID? {
    ids.isEmpty ? nil : ids[below(ids.count)]
  }
}
