/// Rows of one kind that were read at once, ready to become part of a table.
package struct LoadedPart: Sendable {
  /// Their kind.
  package let kind: RecordKind
  /// How many rows.
  package let count: Int
  /// The rows in the table's form, 1,024 to a chunk; only the last chunk may have fewer.
  package let chunks: [[UInt8]]
  /// Where their fields' stamps stand, by the row within the part.
  package let unread: UnreadStamps

  package init(_ kind: RecordKind, count: Int, chunks: [[UInt8]], unread: UnreadStamps) {
    self.kind = kind
    self.count = count
    self.chunks = chunks
    self.unread = unread
  }
}
