/// What can be measured by itself.
public enum BenchPart: String, CaseIterable, Sendable {
  /// Opening by the cache, and the memory that it takes.
  case open
  /// Opening from the journals: all hashes, the whole fold.
  case journal
  /// A list's filter, letter by letter.
  case filter
  /// A decision until the next flag is drawn, and the rules.
  case triage
  /// What records say against each other.
  case checks
  /// Earlier days.
  case past
  /// A change, beside a bare append.
  case commit
  /// A file that comes in.
  case `import`
}
