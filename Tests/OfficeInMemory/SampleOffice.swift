import ConcordModel

/// A small fictional office that all screens are tested on.
package enum SampleOffice {
  /// Fourteen partners, nine flags, a vetting case with its checklist, two people.
  package static func make() throws -> MemoryOffice {
    var office = MemoryOffice()
    let (partners, ruiz) = try addPartners(to: &office)
    try addFirstFlags(of: partners, to: &office)
    try addLaterFlags(of: partners, ruiz, to: &office)
    try office.run(
      Invocation("case.open", on: [partners[0]], ["due": "+30d", "assignee": "m.ruiz"]))
    return office
  }

  /// The same office a month ago: five of its flags, and one that is not there any more.
  package static func monthAgo() throws -> MemoryOffice {
    var office = MemoryOffice()
    let (partners, _) = try addPartners(to: &office)
    try addFirstFlags(of: partners, to: &office)
    _ = try office.flag(partners[3], "insider", "Nobody was screened", 2, 4)
    return office
  }

  private static func addPartners(
    to office: inout MemoryOffice
  ) throws -> (partners: [RecordID], ruiz: RecordID) {
    let ruiz = try office.make("person", "handle=m.ruiz", "name=M. Ruiz")
    _ = try office.make("person", "handle=a.chen", "name=A. Chen")
    let partners = try [
      ("Harbor City Police Department", "police", "1", "LA", "Harbor City"),
      ("Ministry of Interior, Ardania", "foreign-government", "1", "", "Port Ardan"),
      ("Deltawave Analytics, Inc.", "vendor", "2", "TX", "Galvez"),
      ("Bayou Regional Fusion Center", "fusion", "1", "LA", "Bayou"),
      ("Kestrel State University", "university", "2", "MS", "Kestrel"),
      ("St. Brannoc Parish", "county", "2", "LA", "St. Brannoc"),
      ("Port Authority of Marisol", "infrastructure", "1", "TX", "Marisol"),
      ("Chata Nation Emergency Management", "tribal", "2", "OK", "Chata"),
      ("Tidewater Joint Task Force", "task-force", "1", "AL", "Tidewater"),
      ("Lumen Biodetect", "start-up", "3", "TX", "Lumen"),
      ("Cedar Falls School District", "school", "3", "TX", "Cedar Falls"),
      ("Gulf Maritime Association", "association", "3", "LA", "Marisol"),
      ("Sable County Sheriff", "police", "2", "MS", "Sable"),
      ("Representative L. Okafor", "elected", "3", "LA", "Harbor City"),
    ].map { name, kind, tier, state, city in
      try office.make(
        "partner", "name=\(name)", "kind=\(kind)", "tier=\(tier)", "state=\(state)",
        "city=\(city)", "country=US")
    }
    return (partners, ruiz)
  }

  private static func addFirstFlags(
    of partners: [RecordID], to office: inout MemoryOffice
  ) throws {
    _ = try office.flag(
      partners[0], "security", "Audit evidence for criminal justice data is missing", 4, 5,
      ["explanation": "The last audit ended without evidence for two of its thirteen areas."])
    _ = try office.flag(partners[1], "security", "Confirmed listing of a deputy minister", 5, 5)
    _ = try office.flag(partners[1], "control", "Only source for maritime imagery", 3, 3)
    _ = try office.flag(
      partners[2], "control", "No oversight body in the agreement", 4, 4,
      [
        "explanation":
          "The data sharing agreement DSA-118 names no oversight body and no roles. "
          + "It covers criminal intelligence.",
        "evidence": "A-118 §4, read by M. Ruiz on 2026-11-17",
      ])
    _ = try office.flag(partners[3], "insider", "Screening attestation is older than a year", 3, 4)
  }

  private static func addLaterFlags(
    of partners: [RecordID], _ ruiz: RecordID, to office: inout MemoryOffice
  ) throws {
    _ = try office.flag(partners[4], "inequity", "Gives 1, receives 10 in a year", 3, 3)
    _ = try office.flag(partners[5], "legal", "Agreement ends in 30 days", 4, 3)
    _ = try office.flag(partners[6], "control", "Sole source for berth data", 2, 2)
    let owned = try office.flag(partners[7], "inequity", "Declared 4, practised 1", 2, 3)
    try office.run(Invocation("flag.assign", on: [owned], ["owner": ruiz.text]))
  }
}
