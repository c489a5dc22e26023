/// The four benefits of a partnership. They are fixed: the logic stands on them.
public enum Benefit: String, CaseIterable, Hashable, Sendable {
  /// Information access and collection.
  case information
  /// Innovation and technology.
  case innovation
  /// Regional and cultural understanding.
  case understanding
  /// Resources and cost.
  case resources
}
