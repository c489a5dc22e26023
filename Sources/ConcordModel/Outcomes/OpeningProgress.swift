/// How far the opening of a store has come, and what is known of it by then.
public struct OpeningProgress: Hashable, Sendable {
  /// Records by kind as the cache has them, those that are gone included; empty before it was looked
  /// at, and where there is none of use.
  public var counts: [RecordKind: Int] = [:]
  /// What is being done; nil before anything is.
  public var progress: Progress?

  /// Nothing is known yet.
  public init() {}
}
