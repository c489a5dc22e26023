import ConcordModel

/// Puts the decisions of the demo's people into commands, with a reason that fits.
struct DemoDecisionWords {
  let data: DemoData
  let cast: DemoCast

  func invocation(
    _ flag: DemoPartner.Flag, _ decision: DemoStep.Decision, _ pen: DemoPen
  ) -> Invocation? {
    guard let id = flag.id else { return nil }
    let category = data.scenarios[Int(flag.scenario)].category
    var pen = pen
    func reason(_ name: String) -> String {
      let own = data.texts("decisions/\(name)/\(category)")
      return pen.write(own.isEmpty ? data.texts("decisions/\(name)") : own)
    }
    switch decision {
    case .mitigate(let state, let due, let count, let owner):
      var invocation = Invocation(
        "flag.mitigate", on: [id],
        [
          "state": state, "due": Day(number: due).text,
          "owner": cast[Int(owner)].person.handle, "reason": reason("mitigate"),
        ])
      invocation.answers["treatment"] = Array(
        data.scenarios[Int(flag.scenario)].treatments.prefix(Int(count)))
      return invocation
    case .putInForce:
      guard !flag.treatments.isEmpty else { return nil }
      return Invocation(
        "treatment.set", on: flag.treatments, ["state": "in-force", "reason": reason("in-force")])
    case .accept(let until):
      return Invocation(
        "flag.accept", on: [id], ["until": Day(number: until).text, "reason": reason("accept")])
    case .dismiss: return Invocation("flag.dismiss", on: [id], ["reason": reason("dismiss")])
    case .close: return Invocation("flag.close", on: [id], ["evidence": reason("close")])
    case .transfer:
      return Invocation(
        "flag.transfer", on: [id],
        [
          "to": pen.write(data.texts("decisions/transfer/to")),
          "reference": pen.write(data.texts("decisions/transfer/reference")),
          "reason": pen.write(data.texts("decisions/transfer/reason")),
        ])
    case .avoid(let how):
      return Invocation(
        "flag.avoid", on: [id],
        ["how": how, "reason": pen.write(data.texts("decisions/avoid/\(how)"))])
    case .escalate(let to, let until):
      return Invocation(
        "flag.escalate", on: [id],
        [
          "to": cast[Int(to)].person.handle, "until": Day(number: until).text,
          "reason": reason("escalate"),
        ])
    case .snooze(let until):
      return Invocation(
        "flag.snooze", on: [id], ["until": Day(number: until).text, "reason": reason("snooze")])
    case .reassess(let likelihood, let impact, let isUp):
      return Invocation(
        "flag.reassess", on: [id],
        [
          "likelihood": String(likelihood), "impact": String(impact),
          "reason": reason(isUp ? "reassess-up" : "reassess-down"),
        ])
    case .reopen: return Invocation("flag.reopen", on: [id], ["reason": reason("reopen")])
    case .note: return Invocation("flag.note", on: [id], ["text": reason("note")])
    }
  }
}
