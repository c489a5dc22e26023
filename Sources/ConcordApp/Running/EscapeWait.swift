import ConcordCanvas

/// How long a lone Escape has waited for what may follow it. Other events meanwhile, such as of files
/// that keep changing, do not make it wait longer.
struct EscapeWait {
  private var start = ContinuousClock.now

  /// Bytes have come just now.
  mutating func begin() { start = .now }

  /// How long to sleep at most; nil where no Escape waits.
  func milliseconds(_ decoder: KeyDecoder) -> Int? {
    decoder.hasPendingEscape ? max(0, KeyDecoder.escapeWait - waited) : nil
  }

  /// Whether an Escape has waited long enough to be the key.
  func isOver(_ decoder: KeyDecoder) -> Bool {
    decoder.hasPendingEscape && waited >= KeyDecoder.escapeWait
  }

  private var waited: Int { Int(start.duration(to: .now) / .milliseconds(1)) }
}
