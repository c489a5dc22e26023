/// How a list is written.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// Columns for people.
  case table
  /// RFC 4180, with cells that a spreadsheet would run kept from it.
  case csv
  /// The same with tabs.
  case tsv
  /// One object: `{"version":1,…}`.
  case json
  /// One object a line.
  case jsonl
}
