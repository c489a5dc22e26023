import ConcordModel

/// Changes of another writer that wait for this machine's clock.
enum HeldChanges {
  /// What is so, and what to do.
  static func sentence(_ writer: String, from time: Instant) -> String {
    "the changes of writer \(writer) from \(time.iso) on are more than a day ahead of this "
      + "machine's clock: they are shown once it gets there; if this clock is wrong, set it"
  }
}
