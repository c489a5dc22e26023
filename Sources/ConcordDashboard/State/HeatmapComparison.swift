import ConcordModel

/// The day that the heatmap is compared with: asked for by a key, read by a worker, kept for the day.
package struct HeatmapComparison: Hashable, Sendable {
  /// Whether the change is wanted in sight.
  package var isWanted = false
  /// What was read last.
  package var snapshot: HeatmapSnapshot?
  /// The day that is being read.
  package var awaited: Day?

  /// Days between what is compared.
  package static let days = 30

  package init() {}

  /// What the heatmap shows its change against now.
  package var shown: HeatmapSnapshot? { isWanted ? snapshot : nil }
}
