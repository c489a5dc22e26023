/// What makes two capabilities alternatives to each other: mission area and region, or, where no
/// mission area was named, the name.
package struct CapabilityKey: Hashable, Sendable {
  private let mission: String?
  private let name: String?
  private let region: String

  init(_ capability: Capability) {
    mission = capability.mission
    name = mission == nil ? NameFold.fold(capability.name) : nil
    region = NameFold.fold(capability.region ?? "")
  }
}
