import ConcordModel

extension SampleOffice {
  /// The same with records that say things against each other: twelve findings of eight checks.
  package static func withFaults() throws -> MemoryOffice {
    var office = try make()
    let workspace = office.workspace
    let flags = workspace.rows(.flag).map { workspace[.flag].id($0) }
    let partners = workspace.rows(.partner).map { workspace[.partner].id($0) }
    office.write(flags[0], ["target-likelihood": .integer(5), "target-impact": .integer(5)])
    try office.run(Invocation("flag.accept", on: [flags[2]], ["reason": "no other source"]))
    office.write(flags[2], ["until": nil])
    try office.run(Invocation("flag.escalate", on: [flags[3]], ["to": "m.ruiz"]))
    office.write(flags[3], ["escalated-to": nil])
    for place in [9, 10] { office.write(partners[place], ["stage": .text("active")]) }
    let tasks = workspace.rows(.task).map { workspace[.task].id($0) }
    for task in tasks.prefix(4) {
      office.write(task, ["assignee": nil, "due": .text("2026-11-02")])
    }
    var agreement = Invocation("record.create")
    agreement.answers = [
      "kind": ["agreement"],
      "field": [
        "partners=\(partners[5].text)", "type=mou", "title=Shared watch of the coast",
        "state=in-force",
      ],
    ]
    try office.run(agreement)
    _ = try office.make(
      "capability", "partner=\(partners[4].text)", "name=Flood models", "needed=yes")
    _ = try office.make("person", "handle=a.chen", "name=Anna Chen")
    return office
  }
}
