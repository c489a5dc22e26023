/// An incident goes on, or those who must know were not told in time.
///
/// A notification that came too late stays so: it is for a person to say what follows from it.
enum IncidentOpen: Rule {
  static let name = "incident.open"
  static let words =
    "An incident is not contained, or those who must know were not notified in the agreed hours."
  static let reads: Set<RecordKind> = [.incident]

  static func hits(_ scope: RuleScope) -> [RuleHit] {
    scope.workspace.incidentRows(partnerRow: scope.row).compactMap { row in
      hit(Incident(scope.workspace, row), scope)
    }
  }

  private static func hit(_ incident: Incident, _ scope: RuleScope) -> RuleHit? {
    let isOpen = incident.contained == nil
    let isLate = incident.isNotifiedLate(at: scope.now)
    let kind = scope.words(incident.kind, in: .incidentKinds)
    var (title, told, facts): ([String], [String], [String]) = ([], [], [incident.id.text])
    if isOpen {
      title.append("not contained")
      told.append("It is not contained.")
      facts.append("not contained")
    }
    if isLate, let by = incident.notifyBy, let hours = incident.agreedHours {
      title.append("not notified in time")
      let what = incident.notified.map { "was notified on \(moment($0))" }
      told.append(
        "It was to be notified within \(Counted.words(hours, "hour")), by \(moment(by)), and "
          + (what ?? "no notification is on record") + ".")
      facts.append("not notified in time")
    }
    guard !title.isEmpty else { return nil }
    let noticed = incident.noticed.map { " on \(moment($0))" } ?? ""
    return RuleHit(
      subject: incident.id.text, title: "\(incident.title): \(title.joined(separator: ", "))",
      explanation: "This \(kind) was noticed\(noticed). \(told.joined(separator: " "))",
      facts: facts)
  }

  private static func moment(_ instant: Instant) -> String {
    "\(instant.day()) \(instant.clock().prefix(5)) UTC"
  }
}
