import ConcordModel

/// What screens read: the workspace, who sits there, and which ratings are looked at.
package struct Scene: Sendable {
  package let workspace: Workspace
  package let actor: Actor
  package var risk: RiskView
  package var isReadOnly: Bool
  package var isLoading: Bool
  /// Seconds that the office's clock is ahead of UTC today.
  package var zoneOffset: Int
  /// How what takes long is divided.
  package var work: any ParallelWork
  /// Seconds that the office's clock is ahead of UTC at any moment: summer and winter differ.
  package var offsetAt: (@Sendable (Instant) -> Int)?
  /// What keys do, the user's own before the others.
  package var keymap = Keymap.standard
  /// The ids of kinds of many records in their order, once a worker has found it.
  package var idOrders: [RecordKind: IDOrder] = [:]
  /// What is supposed: the workspace is as it would be then; nil where it is as it is.
  package var whatIf: WhatIf?
  /// The earlier day that the heatmap is compared with.
  package var comparison: HeatmapSnapshot?

  /// The day that is looked at instead of today.
  package var asOf: Day?
  /// How far its user had seen before; nil where they never looked.
  package var lastLook: LastLook?
  /// What happened since.
  package var lookBack: LookBack?

  package init(
    _ workspace: Workspace, actor: Actor, risk: RiskView = .residual, isReadOnly: Bool = false,
    isLoading: Bool = false, zoneOffset: Int = 0, work: any ParallelWork = OneByOne()
  ) {
    self.workspace = workspace
    self.actor = actor
    self.risk = risk
    self.isReadOnly = isReadOnly
    self.isLoading = isLoading
    self.zoneOffset = zoneOffset
    self.work = work
  }

  package var today: Day { actor.today }

  /// A moment in the office's zone, as `2026-11-21 14:02`.
  package func moment(_ instant: Instant) -> String {
    String(
      Instant(milliseconds: instant.milliseconds + Int64(offset(instant)) * 1000).iso.prefix(16)
    )
    .replacing("T", with: " ")
  }

  /// The civil day of a moment in the office's zone.
  package func day(_ instant: Instant) -> Day { instant.day(offset: offset(instant)) }

  /// Seconds that the office's clock was, or will be, ahead of UTC at a moment.
  private func offset(_ instant: Instant) -> Int { offsetAt?(instant) ?? zoneOffset }

  /// The shortest beginning of an id that names only this record of its kind.
  /// What a command gets that is only looked at: its ids are thrown away.
  package var previewContext: CommandContext {
    CommandContext(
      now: Instant(milliseconds: Int64(today.number) * Instant.dayLength), today: today,
      author: actor.author, account: "", ids: .seeded(0, position: 0))
  }

  package func shortID(_ id: RecordID) -> String {
    workspace.shortID(id, by: idOrders[id.kind])
  }
}
