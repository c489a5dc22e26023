/// When many flags of one rule become one finding instead.
public struct SurgePolicy: Hashable, Sendable {
  /// More flags than this in one run are held back.
  public let flags: Int
  /// Flags at this level or above are never held back.
  public let neverHeldFrom: Level
  /// Nor are those of partners at this tier.
  public let neverHeldTier: Int
}
