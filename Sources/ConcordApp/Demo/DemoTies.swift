import ConcordModel

/// Puts the demo's agreements, contacts, exchange, access and exercises into commands.
struct DemoTies {
  let data: DemoData
  let partner: RecordID
  let name: String
  let isAbroad: Bool

  /// The command of a step that is one of them; nil for others.
  func invocation(_ act: DemoStep.Act, _ pen: inout DemoPen) -> Invocation? {
    switch act {
    case .agreement(let plan): agreement(plan, &pen)
    case .contact:
      create(
        "engagement",
        [
          "partners=\(partner.text)", "date=\(pen.day.text)",
          "topic=\(pen.write(data.texts("ties/topics")))", "people=\(pen.contact)",
        ]
          + (pen.dice.chance(40)
            ? ["commitments=" + pen.write(data.texts("ties/commitments"))] : []))
    case .exchange(let isReceived, let kind):
      create(
        "exchange",
        [
          "partner=\(partner.text)", "date=\(pen.day.text)", "kind=\(kind)",
          "direction=\(isReceived ? "received" : "given")",
          "quantity=\(pen.dice.number(1...3))", "mission=information-sharing",
        ])
    case .access(let kind):
      create(
        "access-fact",
        [
          "partner=\(partner.text)", "kind=\(kind)", "from=\(pen.day.text)",
          "scope=\(pen.write(data.texts("ties/scopes")))",
          "evidence=\(pen.write(data.texts("ties/evidence")))",
        ])
    case .exercise:
      create(
        "exercise",
        [
          "partners=\(partner.text)", "date=\(pen.day.text)",
          "kind=\(pen.dice.pick(["tabletop", "drill", "workshop"]))",
          "title=\(pen.write(data.texts("ties/exercises")))",
        ])
    case .incident(let isContained): incident(isContained, &pen)
    default: nil
    }
  }

  private func agreement(_ plan: DemoStep.Agreement, _ pen: inout DemoPen) -> Invocation? {
    let templates = isAbroad ? data.agreementsAbroad : data.agreements
    let found: DemoData.Agreement?
    if let place = plan.template {
      found = templates.isEmpty ? nil : templates[Int(place) % templates.count]
    } else {
      found = data.intelligenceAgreement
    }
    guard let found else { return nil }
    var fields = [
      "partners=\(partner.text)", "type=\(found.type)", "title=\(pen.write([found.title]))",
      "purpose=\(found.purpose)", "state=in-force", "signed=\(pen.day.text)",
      "effective=\(pen.day.text)", "ends=\(Day(number: plan.ends).text)",
      "directions=given,received", "purposes=\(found.purposes)",
      "document=\(pen.write(data.texts("ties/evidence")))",
    ]
    if !found.data.isEmpty { fields += ["data-categories=\(found.data)", "breach-hours=72"] }
    if found.coversOperations { fields.append("covers-operations=yes") }
    if plan.hasCounsel { fields.append("counsel-reviewed=\(pen.day.adding(days: -10).text)") }
    if plan.hasOversight {
      fields += [
        "oversight=\(pen.write(data.texts("ties/oversight")))",
        "roles=\(pen.write(data.texts("ties/roles")))",
      ]
    }
    return create("agreement", fields)
  }

  private func incident(_ isContained: Bool, _ pen: inout DemoPen) -> Invocation {
    let noticed = "\(pen.day.text)T14:20:00Z"
    var fields = [
      "partner=\(partner.text)", "kind=\(pen.dice.pick(["spill", "misuse", "breach"]))",
      "title=\(pen.write(data.texts("ties/incidents")))", "noticed=\(noticed)",
      "notified=\(noticed)", "agreed-hours=72",
    ]
    if isContained {
      fields += ["contained=\(noticed)", "lessons=Access is reviewed every month since"]
    }
    return create("incident", fields)
  }

  private func create(_ kind: String, _ fields: [String]) -> Invocation {
    var invocation = Invocation("record.create")
    invocation.answers = ["kind": [kind], "field": fields]
    return invocation
  }
}
