import ConcordJSON
import OfficeInMemory
import Testing

@testable import ConcordModel

/// An office's own policy and catalogues: what they change, and what of them is refused.
@Suite struct OwnPolicyTests {
  // MARK: What they change

  @Test("levels, scores, roll-ups and counts follow the matrix that was imported, at once")
  func matrix() throws {
    var bench = PolicyBench()
    let partner = try bench.office.make("partner", "name=Ash", "kind=vendor")
    let flag = try bench.office.flag(partner, "legal", "Late", 3, 3)
    let row = try #require(bench.workspace.row(flag))
    let partnerRow = try #require(bench.workspace.row(partner))
    #expect(bench.workspace.flagFigure(row: row)?.residualLevel == .moderate)
    try bench.bring(try PolicyBench.stricter())
    #expect(bench.workspace.policy.level(Rating(clampedLikelihood: 3, impact: 3)) == .high)
    let figure = try #require(bench.workspace.flagFigure(row: row))
    #expect(figure.residualLevel == .high && figure.inherentLevel == .high)
    #expect(figure.score == bench.workspace.policy.score(figure.residual) && figure.score >= 80)
    #expect(bench.workspace.partnerFigure(row: partnerRow).level == .high)
    #expect(bench.workspace.partnerFigure(row: partnerRow).score == figure.score)
    // What is made one by one is the same as what is made at once.
    let later = try bench.office.flag(partner, "legal", "Later", 3, 3)
    let laterRow = try #require(bench.workspace.row(later))
    #expect(bench.workspace.flagFigure(row: laterRow) == figure)
    // Once it is gone, what ships holds again.
    bench.office.remove(OwnPolicy.id(of: "policy"))
    #expect(bench.workspace.flagFigure(row: row)?.residualLevel == .moderate)
    #expect(bench.workspace.policy == .standard)
  }

  @Test("an ordinary change costs nothing: the policy is looked at only where it was touched")
  func ordinaryChanges() throws {
    var bench = PolicyBench()
    try bench.bring(try PolicyBench.stricter())
    let version = bench.workspace.policyVersion
    let basis = ObjectIdentifier(bench.workspace.basis)
    let partner = try bench.office.make("partner", "name=Ash", "kind=vendor")
    _ = try bench.office.flag(partner, "legal", "Late", 3, 3)
    #expect(bench.workspace.policyVersion == version)
    #expect(ObjectIdentifier(bench.workspace.basis) == basis)
  }

  @Test("a policy that says one thing leaves the rest as it stands, own numbers too")
  func partly() throws {
    var bench = PolicyBench()
    try bench.bring(
      #"{"surge": {"flags": 7, "never-held-from": "moderate", "never-held-tier": 2}}"#)
    #expect(bench.workspace.policy.surge.flags == 7)
    #expect(bench.workspace.policy.scale == Policy.standard.scale)
    try bench.bring(
      #"{"rules": [{"rule": "contact.stale", "category": "control", "ratings": [[1, 1]]}]}"#)
    let rule = try #require(bench.workspace.policy.rule("contact.stale"))
    #expect(rule.ratings == [Rating(clampedLikelihood: 1, impact: 1)])
    // Thresholds that it does not name, other rules and the surge are as before.
    #expect(rule.thresholds == Policy.standard.rule("contact.stale")?.thresholds)
    #expect(bench.workspace.policy.surge.flags == 7)
    #expect(bench.workspace.policy.rules.count == Policy.standard.rules.count)
    let document = try #require(PolicyDocument.inForce("policy", in: bench.workspace))
    let text = PolicyDocument.line(document)
    let again = try Policy.read(DataFile(name: "x", bytes: Array(text.utf8)))
    #expect(again == bench.workspace.policy, "what is shown is what holds, whole")
  }

  @Test("a catalogue is replaced whole: entries come, go and are called otherwise")
  func catalogue() throws {
    var bench = PolicyBench()
    let text = try PolicyBench.edited(
      "offices", adding: [#"    {"key": "gulf", "words": "Gulf office", "short": "Gulf"}"#])
    try bench.bring(text)
    #expect(bench.workspace.catalogues.words("gulf", in: "offices") == "Gulf office")
    let partner = try bench.office.make(
      "partner", "name=Ash", "kind=vendor", "office=Gulf office")
    #expect(bench.workspace.value(partner, "office") == .text("gulf"))
    let other = try #require(Catalogues.standard[.offices].keys.first)
    try bench.bring(text.replacing(#""key": "\#(other)""#, with: #""key": "other""#))
    #expect(bench.workspace.catalogues[.offices][other] == nil)
    #expect(bench.workspace.catalogues[.offices]["other"] != nil)
    #expect(bench.workspace.catalogues[.kinds].keys == Catalogues.standard[.kinds].keys)
  }

  @Test("rules that look again by other numbers do so in the same change")
  func rules() throws {
    var bench = PolicyBench()
    let partner = try bench.office.make(
      "partner", "name=Ash Institute", "kind=laboratory", "tier=2")
    _ = try bench.office.make(
      "capability", "partner=\(partner.text)", "name=Imagery", "mission=border-security",
      "region=Gulf", "needed=yes")
    try bench.office.run(
      Invocation("partner.stage", on: [partner], ["stage": "active", "reason": "as agreed"]))
    func rating() throws -> Rating? {
      let row = try #require(
        bench.workspace.rows(.flag).first {
          Flag(bench.workspace, $0).rule == "capability.single-source"
        })
      return Flag(bench.workspace, row).inherent
    }
    #expect(try rating() == Rating(likelihood: 3, impact: 3))
    try bench.bring(
      try PolicyBench.shipped(
        "policy",
        #"{"rule": "capability.single-source", "category": "control", "ratings": [[3, 3]]}"#,
        #"{"rule": "capability.single-source", "category": "control", "ratings": [[5, 4]]}"#))
    #expect(try rating() == Rating(likelihood: 5, impact: 4))
  }

  @Test("no treatment of one's own takes off more steps than the policy lets one")
  func mostSteps() throws {
    var bench = PolicyBench()
    let partner = try bench.office.make("partner", "name=Ash", "kind=vendor")
    let flag = try bench.office.flag(partner, "legal", "Late", 5, 5)
    func mitigate(_ steps: String) throws {
      try bench.office.run(
        Invocation("flag.mitigate", on: [flag], ["treatment": "a wall", "likelihood": steps]))
    }
    #expect(throws: CommandError.self) { try mitigate("4") }
    try bench.bring(#"{"treatments": {"most-steps": 4}}"#)
    try mitigate("4")
  }

  @Test("who may accept a risk of their own follows the policy's level")
  func secondPerson() throws {
    var bench = PolicyBench()
    let me = try bench.office.make("person", "handle=a.chen", "name=A. Chen")
    let partner = try bench.office.make("partner", "name=Ash", "kind=vendor")
    let flag = try bench.office.flag(partner, "legal", "Late", 3, 3, ["owner": me.text])
    let accept = Invocation("flag.accept", on: [flag], ["reason": "small"])
    try bench.bring(#"{"acceptance": {"second-person-from": "moderate"}}"#)
    #expect(throws: CommandError.obstacle(flag, .ownHighRisk(.moderate))) {
      try bench.office.run(accept)
    }
    try bench.bring(#"{"acceptance": {"second-person-from": "high"}}"#)
    try bench.office.run(accept)
  }

  // MARK: What ships

  @Test(
    "what is shown is read again as the same, and an import of it changes nothing",
    arguments: PolicyDocument.names)
  func round(_ name: String) throws {
    var bench = PolicyBench()
    let document = try #require(PolicyDocument.inForce(name, in: bench.workspace))
    for text in [PolicyDocument.pages(document), PolicyDocument.line(document)] {
      #expect(try JSONValue.parse(text) == document)
      #expect(bench.refusal(text) == "nothing changes: it already stands like that")
    }
    let shipped = try PolicyBench.shipped(name)
    if name != "checklists" && name != "treatments" {
      #expect(PolicyDocument.pages(document) == shipped, "laid out as in data/")
    }
    // With other words it is taken, and shown as it was given.
    let words = try #require(document["words"]?.string)
    let other = shipped.replacing("\"words\": \"\(words)\"", with: "\"words\": \"Ours\"")
    try bench.bring(other)
    #expect(bench.workspace.policyProblems.isEmpty)
    let now = try #require(PolicyDocument.inForce(name, in: bench.workspace))
    #expect(now["words"]?.string == "Ours")
    #expect(bench.workspace.ownPolicies.map(\.name) == [name])
    if name == "policy" {
      #expect(bench.workspace.policy.words == "Ours")
    } else {
      #expect(bench.workspace.catalogues[name]?.words == "Ours")
    }
  }

  // MARK: What is refused

  struct Refusal: Sendable, CustomTestStringConvertible {
    let name: String
    let old: String
    let new: String
    let sentence: String

    var testDescription: String { sentence }

    init(_ name: String, _ old: String, _ new: String, _ sentence: String) {
      self.name = name
      self.old = old
      self.new = new
      self.sentence = sentence
    }
  }

  @Test(
    "a bad file is refused with the file, the line, the field and what would be right",
    arguments: [
      Refusal(
        "policy", #""from": 5, "to": 20"#, #""from": 4, "to": 20"#,
        "file1.json, line 15, column 30, \"from\": this has to be 5, so that the bands neither "
          + "overlap nor leave a gap"),
      Refusal(
        "policy", #""levels": ["very-low", "very-low", "very-low", "low", "low"]"#,
        #""levels": ["very-low", "very-low", "very-low", "low"]"#,
        "\"levels\": this list has 4 elements and needs 5"),
      Refusal(
        "policy", #"    {"likelihood": 1, "levels""#, #"    {"likelihood": 0, "levels""#,
        "\"likelihood\": 0 is out of range; write 1 to 5"),
      Refusal(
        "policy", #""ratings": [[5, 4]]"#, #""ratings": [[6, 4]]"#,
        "\"ratings\": 6 is out of range; write 1 to 5"),
      Refusal(
        "policy", #""second-person-from": "high""#, #""second-person-from": "severe""#,
        "\"second-person-from\": \"severe\" is not known here; write one of very-low, low, moderate, "
          + "high, very-high"),
      Refusal(
        "policy", #""rule": "incident.open", "category": "security""#,
        #""rule": "incident.open", "category": "weather""#,
        "\"category\": \"weather\" is not known here; write one of security, insider, inequity, "
          + "control, legal"),
      Refusal(
        "policy", #""rule": "incident.open""#, #""rule": "incident.opne""#,
        "\"rule\": \"incident.opne\" is not known here; write one of 17 keys"),
      Refusal(
        "policy", #""thresholds": {"days": [180]}"#, #""thresholds": {"dayz": [180]}"#,
        "\"dayz\": no such field; this row may hold days"),
      Refusal("policy", #""surge""#, #""surges""#, "\"surges\": no such field"),
      Refusal(
        "policy", #""approver": "approver", "impact-change": 1"#,
        #""approver": "nobody", "impact-change": 1"#,
        "\"approver\": \"nobody\" is not known here"),
      Refusal(
        "policy", #""most-steps": 3"#, #""most-steps": 1"#, "and the policy lets one take off 1"),
      Refusal(
        "categories", #"{"key": "security""#, #"{"key": "weather""#,
        "the keys of this catalogue are fixed"),
      Refusal(
        "flag-statuses", #"{"key": "snoozed", "words": "snoozed", "live": true},"#, "",
        "“snoozed” is left out, and the program itself goes by it"),
      Refusal(
        "flag-statuses", #""words": "dismissed", "live": false"#,
        #""words": "dismissed", "live": true"#,
        "\"live\": the program goes by what “dismissed” has here"),
      Refusal(
        "kinds", #""class": "private""#, #""class": "secret""#,
        "\"class\": \"secret\" is not known here"),
      Refusal(
        "offices", #""words": ""#, #""words": "\u001b[31m"#, "this text holds U+001B; leave it out"),
      Refusal("offices", #""words": ""#, #""words": "\u202e"#, "this text holds U+202E"),
      Refusal("offices", #""words": ""#, #""words": "\n"#, "this text holds a tab or a line end"),
    ])
  func refused(_ refusal: Refusal) throws {
    var bench = PolicyBench()
    let text = try PolicyBench.shipped(refusal.name, refusal.old, refusal.new)
    let said = bench.refusal(text)
    let sentence = try #require(said, "it was taken")
    #expect(sentence.contains(refusal.sentence), "\(sentence)")
    #expect(sentence.hasPrefix("file1.json"), "\(sentence)")
  }

  @Test(
    "what is no policy and no catalogue at all is refused",
    arguments: [
      ("{", "file1.json, line 1, column 2"), ("[]", "file1.json, line 1, column 1"),
      ("{}", "this is neither a policy nor a catalogue"),
      (#"{"words": "x"}"#, "this is neither a policy nor a catalogue"),
      (
        #"{"catalogue": "flavours", "words": "x", "entries": []}"#, "\"flavours\" is not known here"
      ),
      (#"{"format": 2, "surge": {}}"#, "format 2 is newer than this program"),
      (#"{"surge": {"flags": 7}}"#, "\"never-held-from\": this field is missing; add it"),
    ])
  func neither(_ text: String, _ sentence: String) {
    var bench = PolicyBench()
    let said = bench.refusal(text)
    #expect(said?.contains(sentence) == true, "\(said ?? "taken")")
  }

  @Test("an entry that records hold does not vanish, and they are named; one that none holds may")
  func inUse() throws {
    var bench = PolicyBench()
    let names = ["Ash", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Gum"]
    for name in names {
      _ = try bench.office.make("partner", "name=\(name)", "kind=interstate")
    }
    let text = try PolicyBench.edited("kinds", without: "interstate")
    let said = bench.refusal(text)
    let sentence = try #require(said)
    #expect(
      sentence.hasPrefix(
        "file1.json, \"entries\": “interstate” would be gone, and 7 records have it: Ash (P-"))
    #expect(sentence.contains("Elm (P-") && !sentence.contains("Fir (P-"))
    #expect(sentence.hasSuffix(" and 2 more; keep it, or give them another first"))
    let mission = try #require(Catalogues.standard[.missions].keys.last)
    try bench.bring(try PolicyBench.edited("missions", without: mission))
    #expect(bench.workspace.catalogues[.missions][mission] == nil)
    // Among several keys of a set too.
    let first = try #require(Catalogues.standard[.missions].keys.first)
    _ = try bench.office.make("partner", "name=Holly", "kind=vendor", "missions=\(first)")
    let missions = try PolicyBench.edited("missions", without: first)
    #expect(bench.refusal(missions)?.contains("1 record has it: Holly (P-") == true)
  }

  @Test("a kind that partners are of keeps its class")
  func classes() throws {
    var bench = PolicyBench()
    let text = try PolicyBench.shipped(
      "kinds",
      #""key": "vendor", "words": "vendor", "short": "vendor", "code": "VE", "class": "private""#,
      #""key": "vendor", "words": "vendor", "short": "vendor", "code": "VE", "class": "academic""#)
    var empty = PolicyBench()
    try empty.bring(text)
    _ = try bench.office.make("partner", "name=Ash", "kind=vendor")
    #expect(
      bench.refusal(text)?.contains(
        "“vendor” would be of another class, and 1 partner is of this kind")
        == true)
  }

  @Test("an entry that another catalogue names does not vanish, unless both are imported")
  func named() throws {
    var bench = PolicyBench()
    let kind = #""kinds": ["#
    let checklists = try PolicyBench.shipped("checklists")
    try #require(checklists.contains(kind))
    let key = try #require(
      checklists.split(separator: kind).dropFirst().first?.split(separator: "\"").first)
    let text = try PolicyBench.edited("kinds", without: String(key))
    let said = bench.refusal(text)
    let sentence = try #require(said)
    #expect(
      sentence.contains("“\(key)” would be gone, and checklists, “"), "\(sentence)")
    let other = try #require(Catalogues.standard[.kinds].keys.first { $0 != key })
    let mended = checklists.replacing("\"\(key)\"", with: "\"\(other)\"")
    try bench.bring(text, mended)
    #expect(bench.workspace.catalogues.kind(String(key)) == nil)
  }

  @Test("one file twice is refused")
  func twice() throws {
    var bench = PolicyBench()
    let text = try PolicyBench.stricter()
    #expect(bench.refusal(text, text) == "file2.json: two files say the same; import one of them")
  }

  @Test("a document longer than a field is refused with its size")
  func tooLong() throws {
    let rows = (0..<200).map { place in
      "    {\"key\": \"office-\(place)\", \"words\": \"o\(place)\", \"explains\": \""
        + String(repeating: "long ", count: 70) + "\"}"
    }
    let text = try PolicyBench.edited("offices", adding: rows)
    let file = DataFile(name: "offices.json", bytes: Array(text.utf8))
    do {
      _ = try PolicyFiles([file], in: PolicyBench().workspace)
      Issue.record("it was taken")
    } catch {
      #expect(error.description.hasPrefix("offices.json: it has "))
      #expect(error.description.contains("and 65536 at most have room"))
    }
  }

  // MARK: What comes from elsewhere

  @Test(
    "an own text that cannot be read leaves what ships, and says so; another one holds all the same"
  )
  func unreadable() throws {
    var bench = PolicyBench()
    try bench.bring(try PolicyBench.stricter())
    let kinds = OwnPolicy.id(of: "kinds")
    bench.office.apply([
      .new(
        kinds, [NamedValue("name", .text("kinds")), NamedValue("text", .text("{\"catalogue"))],
        derived: false)
    ])
    #expect(bench.workspace.policyProblems.map(\.file) == ["kinds"])
    #expect(bench.workspace.catalogues[.kinds].keys == Catalogues.standard[.kinds].keys)
    #expect(bench.workspace.policy.level(Rating(clampedLikelihood: 3, impact: 3)) == .high)
    // The next import mends it.
    try bench.bring(
      try PolicyBench.shipped("kinds", "\"words\": \"vendor\"", "\"words\": \"seller\""))
    #expect(bench.workspace.policyProblems.isEmpty)
    #expect(bench.workspace.catalogues.words("vendor", in: "kinds") == "seller")
  }

  @Test(
    "what a newer version says is passed over, and what an older one does not say is as it ships")
  func versions() throws {
    var bench = PolicyBench()
    func put(_ name: String, _ text: String) {
      bench.office.apply([
        .new(
          OwnPolicy.id(of: name),
          [NamedValue("name", .text(name)), NamedValue("text", .text(text))], derived: false)
      ])
    }
    put(
      "policy",
      #"{"moon": 1, "surge": {"flags": 9, "never-held-from": "high", "never-held-tier": 1, "x": 2},"#
        + #""rules": [{"rule": "moon.rising", "category": "legal", "ratings": [[1, 1]]}]}"#)
    #expect(bench.workspace.policyProblems.isEmpty)
    #expect(bench.workspace.policy.surge.flags == 9)
    #expect(bench.workspace.policy.rule("moon.rising") != nil)
    #expect(bench.workspace.policy.rules.count == Policy.standard.rules.count + 1)
    // An older file does not know a status that the program goes by.
    put(
      "flag-statuses",
      try PolicyBench.edited("flag-statuses", without: "snoozed")
        .replacing("\"words\": \"open\"", with: "\"words\": \"to do\""))
    #expect(bench.workspace.policyProblems.isEmpty)
    #expect(bench.workspace.catalogues.words("open", in: "flag-statuses") == "to do")
    #expect(bench.workspace.catalogues[.flagStatuses]["snoozed"] != nil)
    // What is shown then can be imported as it is.
    let document = try #require(PolicyDocument.inForce("flag-statuses", in: bench.workspace))
    try bench.bring(
      PolicyDocument.pages(document).replacing("\"words\": \"to do\"", with: "\"words\": \"new\""))
    put("moon-phases", "{}")
    #expect(bench.workspace.policyProblems.isEmpty)
  }

  @Test("two offices' catalogues that do not go together come to the same on both sides")
  func together() throws {
    let gone = try #require(Catalogues.standard[.regions].keys.last)
    let regions = try PolicyBench.edited(
      "regions", without: gone,
      adding: [#"    {"key": "delta", "words": "Delta", "short": "Delta"}"#])
    let texts = [
      ("regions", regions),
      (
        "states",
        try PolicyBench.shipped("states").replacing(
          "\"region\": \"\(gone)\"", with: "\"region\": \"moon\"")
      ),
    ]
    let shipped = OfficePolicy(policy: .standard, catalogues: .standard)
    let one = shipped.replaced(by: texts)
    let two = shipped.replaced(by: texts.reversed())
    #expect(one.problems.map(\.description) == two.problems.map(\.description))
    #expect(!one.problems.isEmpty)
    for name in CatalogueName.allCases {
      #expect(one.catalogues[name].keys == two.catalogues[name].keys)
    }
  }

  // MARK: In words

  @Test("a difference is told by what changes, entry by entry")
  func difference() throws {
    func lines(_ name: String, _ old: String, _ new: String) throws -> [String] {
      let before = try #require(PolicyDocument.value(Array(try PolicyBench.shipped(name).utf8)))
      let after = try #require(
        PolicyDocument.value(Array(try PolicyBench.shipped(name, old, new).utf8)))
      return PolicyDifference(before, after).lines
    }
    #expect(
      try lines("policy", #""surge": {"flags": 50"#, #""surge": {"flags": 20"#)
        == ["surge, flags: 50 → 20"])
    #expect(
      try lines("policy", #""days-by-tier": [90, 180, 365]"#, #""days-by-tier": [60, 180, 365]"#)
        == ["rules, contact.stale, thresholds, days-by-tier: [90,180,365] → [60,180,365]"])
    #expect(
      try lines(
        "policy", #"{"likelihood": 1, "levels": ["very-low","#,
        #"{"likelihood": 1, "levels": ["low","#
      )
      .first?.hasPrefix("matrix, 1, levels: ") == true)
    #expect(
      try lines("avoidances", "\"key\": \"limit\"", "\"key\": \"narrow\"").map {
        String($0.prefix(9))
      }
        == ["+ narrow:", "− limit: "])
  }
}
