import ConcordModel

/// What the records of a `BenchOffice` say, from the word lists of the demo.
struct BenchTexts {
  private let data: DemoData
  private let scenarios: [String: [DemoData.Scenario]]
  private var names: DemoNames
  private let catalogues = Catalogues.standard

  init(_ data: DemoData, seed: UInt64, partners: Int) {
    self.data = data
    names = DemoNames(data, seed: seed, count: partners)
    scenarios = Dictionary(
      uniqueKeysWithValues: PartnerClass.allCases.map { kind in
        let key = kind.rawValue
        return (key, data.scenarios.filter { $0.classes.isEmpty || $0.classes.contains(key) })
      })
  }

  /// Someone of the office.
  func person(_ place: Int) -> DemoData.Person { data.people[place % data.people.count] }

  mutating func partner(
    owner: RecordID, day: Day, _ dice: inout DemoRandom
  ) -> [String: FieldValue?] {
    let kind = data.kinds[dice.place(data.kinds.map(\.weight))]
    let state = data.states[dice.place(data.states.map(\.weight))]
    let (name, city) = names.partner(kind, state)
    let stage = dice.pick(["prospect", "vetting", "active", "active", "active", "suspended"])
    var values: [String: FieldValue?] = [
      "name": .text(name), "kind": .text(kind.key),
      "class": .text(catalogues.classKey(ofKind: kind.key) ?? "sltt"),
      "tier": .integer(Int64(1 + dice.place(kind.tiers))), "stage": .text(stage),
      "office": .text(kind.office), "owner": .text(owner.text),
      "domains": .texts([DemoNames.domain(name, kind.isAbroad ? nil : state.code)]),
      "people": .texts([contact(&dice) + " (\(dice.pick(kind.contacts)))"]),
      "missions": .set(kind.missions),
    ]
    if !kind.isAbroad {
      values["country"] = .text("US")
      values["state"] = .text(state.code)
      values["region"] = .text(state.region)
      if let city { values["city"] = .text(city) }
    }
    if stage == "active" { values["active-since"] = .text(day.text) }
    if dice.chance(40) {
      values["notes"] = .text(write(data.texts("capabilities/notes"), day, &dice))
    }
    return values
  }

  func flag(
    of partner: RecordID, class key: String, owner: RecordID, _ context: CommandContext,
    _ dice: inout DemoRandom
  ) -> [String: FieldValue?] {
    let scenario = dice.pick(scenarios[key] ?? [], or: data.scenarios[0])
    var values: [String: FieldValue?] = [
      "partner": .text(partner.text), "category": .text(scenario.category),
      "title": .text(write(scenario.titles, context.today, &dice)),
      "explanation": .text(write(scenario.explanations, context.today, &dice)),
      "likelihood": .integer(Int64(dice.number(1...5))),
      "impact": .integer(Int64(dice.number(1...(scenario.isMild ? 3 : 5)))),
      "source": .text("person"), "status": .text("open"),
      "raised": .integer(context.now.milliseconds),
    ]
    if dice.chance(70) {
      values["evidence"] = .text(write(scenario.evidence, context.today, &dice))
    }
    if dice.chance(80) { values["owner"] = .text(owner.text) }
    if dice.chance(50) {
      values["due"] = .text(context.today.adding(days: dice.number(10...200)).text)
    }
    if dice.chance(50) {
      values["target-likelihood"] = .integer(Int64(dice.number(1...2)))
      values["target-impact"] = .integer(Int64(dice.number(1...3)))
    }
    return values
  }

  func vettingCase(
    _ partner: RecordID, _ opened: Day, _ isDecided: Bool, _ dice: inout DemoRandom
  ) -> [String: FieldValue?] {
    var values: [String: FieldValue?] = [
      "partner": .text(partner.text), "type": .text(dice.pick(["initial", "periodic"])),
      "opened": .text(opened.text), "due": .text(opened.adding(days: 90).text),
      "status": .text(isDecided ? "decided" : "open"),
    ]
    if isDecided {
      values["outcome"] = .text(
        dice.pick(["approved", "approved", "approved-with-conditions", "rejected"]))
      values["decided-on"] = .text(opened.adding(days: dice.number(5...80)).text)
      values["decided-by"] = .text(person(dice.number(0...7)).handle)
      values["ends"] = .text(opened.adding(months: 24).text)
    }
    return values
  }

  func task(
    _ place: Int, of vetting: RecordID, _ partner: RecordID, assignee: RecordID, opened: Day,
    _ dice: inout DemoRandom
  ) -> [String: FieldValue?] {
    let list = catalogues.checklist(kind: data.kinds[place % data.kinds.count].key, tier: 2)
    guard !list.isEmpty else { return [:] }
    let item = list[dice.number(0...list.count - 1)]
    return [
      "case": .text(vetting.text), "partner": .text(partner.text), "title": .text(item.title),
      "entry": .text(item.key), "criterion": .text(item.criterion),
      "mandatory": .truth(item.isMandatory), "assignee": .text(assignee.text),
      "due": .text(opened.adding(days: item.days).text), "status": .text("pending"),
    ]
  }

  func evidence(_ day: Day, _ dice: inout DemoRandom) -> String {
    write(data.texts("vetting/passed"), day, &dice)
  }

  private func contact(_ dice: inout DemoRandom) -> String {
    dice.pick(data.texts("names/first-names")) + " " + dice.pick(data.texts("names/last-names"))
  }

  private func write(_ texts: [String], _ day: Day, _ dice: inout DemoRandom) -> String {
    var pen = DemoPen(dice: dice, day: day, contact: contact(&dice))
    defer { dice = pen.dice }
    return pen.write(texts)
  }
}
