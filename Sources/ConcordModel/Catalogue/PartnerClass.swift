/// The five classes of partner. They are fixed: the logic stands on them.
public enum PartnerClass: String, CaseIterable, Hashable, Sendable {
  /// Foreign governments, police, military; international organizations.
  case foreign
  /// State, local, tribal and territorial bodies.
  case sltt
  /// Other federal departments, components and joint task forces.
  case federal
  /// Companies, vendors, start-ups, operators, associations, non-profits.
  case privateSector = "private"
  /// Universities, research centers, laboratories.
  case academic
}
