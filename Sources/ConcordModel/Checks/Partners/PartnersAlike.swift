/// Two partners that are the same as far as anybody can tell, and nobody has said that they are not.
///
/// They are alike by the rule of imports: the folded name, country and state (for towns and townships
/// also the city), or an identifier or a web domain in common. Of a federal body's name each part of
/// another body is another one. Pairs that an import has put on the review list count too.
enum PartnersAlike: ConsistencyCheck {
  static let name = "partner.look-alike"
  static let words = "Two partners that look the same"
  static let reason = "What is known of one body stands in two places, and neither shows all of it."
  static let severity = CheckSeverity.warning

  static func faults(_ scope: CheckScope) -> [CheckFault] {
    AlikePartners(scope).pairs.map { CheckFault($0.later, with: $0.earlier) }
  }

  static func sentence(_ fault: CheckFault, in workspace: Workspace) -> String {
    guard let other = fault.other else { return named(fault.record, workspace) }
    return "\(named(fault.record, workspace)) and \(named(other, workspace)) may be the same: "
      + (AlikePartners.likeness(fault.record, other, workspace) ?? "an import could not tell")
  }

  /// A partner by its name and place.
  private static func named(_ id: RecordID, _ workspace: Workspace) -> String {
    let name = workspace.partnerName(id) ?? id.text
    let place = ["city", "state", "country"].map { CheckWords.text(id, $0, workspace) }
      .filter { !$0.isEmpty }.joined(separator: ", ")
    return place.isEmpty ? name : "\(name) (\(place))"
  }

  static func remedy(_ fault: CheckFault, in workspace: Workspace) -> CheckRemedy {
    if let other = fault.other,
      let link = AlikePartners.openPair(fault.record, other, workspace)
    {
      return CheckRemedy(
        "answer same or different", ReviewSettle.specification.name, on: link,
        [.init("answer", "ANSWER")])
    }
    return CheckRemedy(
      "end one of them, or say that they differ", RecordCreate.specification.name, on: nil,
      [
        .init("kind", "link"), .init("from", fault.record.text),
        .init("to", fault.other?.text ?? "PARTNER"), .init("type", "different"),
      ])
  }
}
