/// How far a writer's journal went at some moment: enough to bring a copy to the state of then.
package struct JournalMark: Hashable, Sendable {
  /// The name of its directory.
  package let writer: String
  /// The number of its last line, and that line's hash.
  package let number: Int64
  package let hash: String
  /// The segment that the line stands in, counted from 1, and the bytes up to its end.
  package let segment: Int
  package let offset: Int64

  package init(writer: String, number: Int64, hash: String, segment: Int, offset: Int64) {
    self.writer = writer
    self.number = number
    self.hash = hash
    self.segment = segment
    self.offset = offset
  }
}

extension Store {
  /// The writer that this copy of the store is; nil where it has yet to become one.
  package var ownWriter: String? { writer?.writer ?? WriterIdentity.read(on: disk)?.writer }

  /// How far each writer's journal goes now, by name.
  package var marks: [JournalMark] {
    tails.values.filter(\.isBegun).sorted { $0.writer < $1.writer }.map { tail in
      JournalMark(
        writer: tail.writer, number: tail.number, hash: tail.hash.text, segment: tail.segment,
        offset: tail.offset)
    }
  }
}
