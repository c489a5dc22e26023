/// What makes two capabilities alternatives to each other: mission area and region, or, where no
/// mission area was named, the name.
package struct CapabilityKey: Hashable, Sendable {
  private let mission: String?
  private let name: String?
  private let region: String

  init(_ row: Int, _ workspace: Workspace) {
    let capability = RecordRow(workspace, .capability, row)
    mission = capability.word(Slot.mission)
    name = mission == nil ? capability.text(Slot.name).map { NameFold.fold($0) } : nil
    region = NameFold.fold(capability.text(Slot.region) ?? "")
  }

  /// Whose capability it is.
  static func partner(_ row: Int, _ workspace: Workspace) -> RecordID? {
    RecordRow(workspace, .capability, row).reference(Slot.partner, .partner)
  }

  enum Slot {
    static let partner = Schema.capability.required("partner")
    static let name = Schema.capability.required("name")
    static let mission = Schema.capability.required("mission")
    static let region = Schema.capability.required("region")
    static let needed = Schema.capability.required("needed")
  }
}
