import ConcordModel

/// Puts the demo's steps into commands, in words that differ from step to step.
struct DemoScribe {
  let data: DemoData
  let cast: DemoCast
  let calendar: DemoCalendar
  let catalogues: Catalogues
  let seed: UInt64

  /// The command of a step; nil where what it would act on was never made.
  func invocation(
    _ step: DemoStep, number: Int, _ partners: [DemoPartner]
  ) -> Invocation? {
    let place = Int(step.partner)
    let partner = partners[place]
    var pen = DemoPen(
      dice: DemoRandom(seed, 5, number), day: calendar[Int(step.day)],
      contact: contact(place, partner))
    if case .create = step.act { return create(place, partner, &pen) }
    guard let id = partner.id else { return nil }
    switch step.act {
    case .create: return nil
    case .stage(let stage):
      let reasons =
        switch stage {
        case "active": data.texts(partner.caseID == nil ? "vetting/adopted" : "vetting/activated")
        case "ended": data.texts("vetting/ended")
        default: data.texts("vetting/suspended")
        }
      return Invocation("partner.stage", on: [id], ["stage": stage, "reason": pen.write(reasons)])
    case .capability(let hasAlternative):
      return capability(id, partner, hasAlternative: hasAlternative, &pen)
    case .link(let to):
      guard let other = partners[Int(to)].id else { return nil }
      return link(id, partner, other, partners[Int(to)], &pen)
    case .openCase(let type, let days, let assignee):
      var answers = [
        "type": type, "assignee": cast[Int(assignee)].person.handle,
        "due": calendar[Int(step.day)].adding(days: Int(days)).text,
      ]
      if type == "expedited" {
        answers["reason"] = pen.write(data.texts("vetting/expedited"))
      }
      return Invocation("case.open", on: [id], answers)
    case .tasks(let places, let status): return tasks(partner, places, status, &pen)
    case .decideCase(let outcome): return decide(partner, outcome, &pen)
    case .raise(let flag): return raise(id, partner.flags[Int(flag)], &pen)
    case .decide(let flag, let decision):
      let words = DemoDecisionWords(data: data, cast: cast)
      return words.invocation(partner.flags[Int(flag)], decision, pen)
    case .agreement, .contact, .exchange, .access, .exercise, .incident:
      let ties = DemoTies(
        data: data, partner: id, name: partner.name, isAbroad: data.kinds[partner.kind].isAbroad)
      return ties.invocation(step.act, &pen)
    }
  }

  /// Whom one speaks to: the same person in every text about a partner.
  private func contact(_ place: Int, _ partner: DemoPartner) -> String {
    var dice = DemoRandom(seed, 6, place)
    return dice.pick(data.texts("names/first-names")) + " "
      + dice.pick(data.texts("names/last-names"))
  }

  // MARK: Partners

  private func create(
    _ place: Int, _ partner: DemoPartner, _ pen: inout DemoPen
  ) -> Invocation {
    let kind = data.kinds[partner.kind]
    let state = data.states[partner.state]
    var fields = [
      "name=\(partner.name)", "kind=\(kind.key)", "tier=\(partner.tier)", "office=\(kind.office)",
      "owner=\(cast[Int(partner.manager)].person.handle)",
      "people=\(pen.contact) (\(pen.dice.pick(kind.contacts)))",
      "missions=\(kind.missions.prefix(pen.dice.number(1...max(1, kind.missions.count))).joined(separator: ","))",
    ]
    if !kind.isAbroad {
      fields += ["country=US", "state=\(state.code)", "region=\(state.region)"]
      if let city = partner.city, !kind.isStatewide { fields.append("city=\(city)") }
    } else {
      fields.append("region=americas")
    }
    if partner.twin == nil {
      let domain = DemoNames.domain(partner.name, kind.isAbroad ? nil : state.code)
      fields.append("domains=\(domain)")
      if let identifier = identifier(kind, state, &pen.dice) {
        fields.append("identifiers=\(identifier)")
      }
    }
    if pen.dice.chance(45) {
      let tags = data.texts("names/tags")
      fields.append(
        "tags=\(pen.dice.pick(tags))\(pen.dice.chance(30) ? ",\(pen.dice.pick(tags))" : "")")
    }
    if pen.dice.chance(40) {
      fields.append("notes=\(pen.write(data.texts("capabilities/notes")))")
    }
    var invocation = Invocation("record.create")
    invocation.answers = ["kind": ["partner"], "field": fields]
    return invocation
  }

  private func identifier(
    _ kind: DemoData.Kind, _ state: DemoData.Territory, _ dice: inout DemoRandom
  ) -> String? {
    switch kind.key {
    case "company", "vendor", "start-up", "infrastructure", "non-profit", "university":
      let signs = Array("ABCDEFGHJKLMNPQRSTUVWXYZ0123456789")
      return "uei:" + String((0..<12).map { _ in dice.pick(signs, or: "A") })
    case "police", "task-force":
      return "ori:\(state.code)9\(dice.number(100_000...999_999))"
    default: return nil
    }
  }

  private func capability(
    _ id: RecordID, _ partner: DemoPartner, hasAlternative: Bool, _ pen: inout DemoPen
  ) -> Invocation? {
    let key = catalogues.classKey(ofKind: data.kinds[partner.kind].key) ?? "sltt"
    let known = data.capabilities(ofClass: key)
    guard let first = known.first else { return nil }
    let found = pen.dice.pick(known, or: first)
    let region = data.kinds[partner.kind].isAbroad ? "americas" : data.states[partner.state].region
    var invocation = Invocation("record.create")
    invocation.answers = [
      "kind": ["capability"],
      "field": [
        "partner=\(id.text)", "name=\(pen.write([found.name]))", "mission=\(found.mission)",
        "region=\(region)", "comparison=\(found.comparison)",
        "needed=\(found.isNeeded ? "yes" : "no")",
      ] + (hasAlternative ? ["alternative=" + pen.write(data.texts("ties/alternatives"))] : []),
    ]
    return invocation
  }

  private func link(
    _ id: RecordID, _ partner: DemoPartner, _ other: RecordID, _ otherPartner: DemoPartner,
    _ pen: inout DemoPen
  ) -> Invocation {
    let classes = [partner, otherPartner].map {
      catalogues.classKey(ofKind: data.kinds[$0.kind].key) ?? ""
    }
    let type =
      partner.twin != nil
      ? "possible-same"
      : classes == ["private", "private"]
        ? pen.dice.pick(["subcontractor", "owns"])
        : classes == ["sltt", "sltt"]
          ? pen.dice.pick(["member-of", "hosts", "liaison"]) : "liaison"
    let note =
      partner.twin != nil ? "Nearly the same name, same place" : data.linkNote(type)
    var invocation = Invocation("record.create")
    invocation.answers = [
      "kind": ["link"],
      "field": [
        "from=\(id.text)", "to=\(other.text)", "type=\(type)", "since=\(pen.day.text)",
        "note=\(note)",
      ],
    ]
    return invocation
  }

  // MARK: Vetting

  private func tasks(
    _ partner: DemoPartner, _ places: [UInt8], _ status: String, _ pen: inout DemoPen
  ) -> Invocation? {
    let ids = places.compactMap { place in
      partner.tasks.indices.contains(Int(place)) ? partner.tasks[Int(place)] : nil
    }
    guard !ids.isEmpty else { return nil }
    var answers = ["status": status]
    switch status {
    case "passed": answers["evidence"] = pen.write(data.texts("vetting/passed"))
    case "failed": answers["evidence"] = pen.write(data.texts("vetting/failed"))
    case "waived": answers["reason"] = pen.write(data.texts("vetting/waived"))
    default: break
    }
    return Invocation("task.set", on: ids, answers)
  }

  private func decide(
    _ partner: DemoPartner, _ outcome: String, _ pen: inout DemoPen
  ) -> Invocation? {
    guard let id = partner.caseID else { return nil }
    var answers = ["outcome": outcome]
    switch outcome {
    case "approved": answers["reason"] = pen.write(data.texts("vetting/approve"))
    case "rejected": answers["reason"] = pen.write(data.texts("vetting/reject"))
    default:
      answers["reason"] = pen.write(data.texts("vetting/conditional"))
      answers["conditions"] = pen.write(data.texts("vetting/conditions"))
    }
    return Invocation("case.decide", on: [id], answers)
  }

  // MARK: Flags

  private func raise(
    _ id: RecordID, _ flag: DemoPartner.Flag, _ pen: inout DemoPen
  ) -> Invocation {
    let scenario = data.scenarios[Int(flag.scenario)]
    let variant = pen.dice.number(0...max(0, scenario.titles.count - 1))
    let explanation = min(variant, scenario.explanations.count - 1)
    var answers = [
      "category": scenario.category, "title": pen.write([scenario.titles[variant]]),
      "explanation": pen.write([scenario.explanations[explanation]]),
      "likelihood": String(flag.likelihood), "impact": String(flag.impact),
    ]
    if pen.dice.chance(70) { answers["evidence"] = pen.write(scenario.evidence) }
    if let owner = flag.owner { answers["owner"] = cast[Int(owner)].person.handle }
    if pen.dice.chance(60) {
      answers["target-likelihood"] = String(max(1, Int(flag.likelihood) - pen.dice.number(1...2)))
      answers["target-impact"] = String(flag.impact)
    }
    return Invocation("flag.add", on: [id], answers)
  }
}
