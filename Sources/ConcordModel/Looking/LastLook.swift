/// How far somebody has seen an office's journals: the last line of each writer, and when that was.
/// Lines count, not the clock: what another office wrote earlier and sent later was not seen.
public struct LastLook: Hashable, Sendable {
  /// When they looked.
  public let at: Instant
  /// The last line that was there, by writer.
  public let lines: [String: Int64]

  /// A look at that moment.
  public init(at: Instant, lines: [String: Int64]) {
    self.at = at
    self.lines = lines
  }
}
