import ConcordJSON
import ConcordModel

/// Rules as JSON.
struct RulesDocument {
  private let workspace: Workspace

  init(_ workspace: Workspace) { self.workspace = workspace }

  /// `{"version":1,"rules":[…]}`.
  func list(_ rules: [RuleOverview]) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("version")
    json.integer(1)
    json.key("rules")
    json.beginArray()
    for rule in rules { write(rule, to: &json) }
    json.endArray()
    json.endObject()
    return json.bytes
  }

  /// `{"version":1,"raised":…,"reopened":…,"closed":…,"findings":…}`: what came of a look at the day.
  static func news(_ news: RuleNews) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("version")
    json.integer(1)
    for (name, count) in [
      ("raised", news.raised), ("reopened", news.reopened), ("closed", news.closed),
      ("findings", news.findings),
    ] {
      json.key(name)
      json.integer(count)
    }
    json.endObject()
    return json.bytes
  }

  /// `{"version":1,"rule":{…},"flags":[…],"findings":[…]}`.
  func explain(_ rule: RuleOverview) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("version")
    json.integer(1)
    json.key("rule")
    write(rule, to: &json)
    json.key("flags")
    json.beginArray()
    for row in rule.flagRows { write(Flag(workspace, row), to: &json) }
    json.endArray()
    json.key("findings")
    json.beginArray()
    for row in rule.findingRows { write(Finding(workspace, row), to: &json) }
    json.endArray()
    json.endObject()
    return json.bytes
  }

  private func write(_ rule: RuleOverview, to json: inout JSONWriter) {
    json.beginObject()
    text("rule", rule.name, &json)
    text("words", rule.words, &json)
    if let numbers = rule.numbers {
      text("category", numbers.category.rawValue, &json)
      if let reverse = numbers.reverseCategory {
        text("reverse-category", reverse.rawValue, &json)
      }
      json.key("ratings")
      json.beginArray()
      for rating in numbers.ratings { integers([rating.likelihood, rating.impact], &json) }
      json.endArray()
      json.key("thresholds")
      json.beginObject()
      for (name, list) in numbers.thresholds.sorted(by: { $0.key < $1.key }) {
        json.key(name)
        integers(list, &json)
      }
      json.endObject()
    }
    texts("missing", rule.missing, &json)
    texts("reads", rule.reads.map { workspace.fields[$0].plural }, &json)
    number("flags", rule.flagRows.count, &json)
    number("live", rule.liveFlags, &json)
    json.endObject()
  }

  private func write(_ flag: Flag, to json: inout JSONWriter) {
    json.beginObject()
    text("id", flag.id.text, &json)
    if let partner = flag.partner {
      text("partner", partner.text, &json)
      text("partner-name", workspace.title(partner), &json)
    }
    text("title", flag.title, &json)
    if let explanation = flag.explanation { text("explanation", explanation, &json) }
    text("status", flag.status.rawValue, &json)
    if let inherent = flag.inherent {
      number("likelihood", inherent.likelihood, &json)
      number("impact", inherent.impact, &json)
    }
    json.key("level")
    if let figure = flag.figure { json.string(figure.residualLevel.key) } else { json.null() }
    if let raised = flag.raised { text("raised", raised.iso, &json) }
    json.endObject()
  }

  private func write(_ finding: Finding, to json: inout JSONWriter) {
    json.beginObject()
    text("id", finding.id.text, &json)
    if let day = finding.day { text("day", day.text, &json) }
    text("state", finding.state.rawValue, &json)
    number("partners", finding.partners.count, &json)
    json.endObject()
  }

  private func text(_ name: String, _ value: String, _ json: inout JSONWriter) {
    json.key(name)
    json.string(MachineValue.safe(value))
  }

  private func number(_ name: String, _ value: Int, _ json: inout JSONWriter) {
    json.key(name)
    json.integer(value)
  }

  private func texts(_ name: String, _ values: [String], _ json: inout JSONWriter) {
    json.key(name)
    json.beginArray()
    for value in values { json.string(value) }
    json.endArray()
  }

  private func integers(_ values: [Int], _ json: inout JSONWriter) {
    json.beginArray()
    for value in values { json.integer(value) }
    json.endArray()
  }
}
