import ConcordModel

/// The flags that `t` takes to Triage: by a filter that follows them as they change, or one by one as
/// they were marked.
package struct FlagChoice: Hashable, Sendable {
  /// What they are called.
  package let words: String
  /// One by one; empty where a filter says which.
  package let flags: [RecordID]
  /// The filter that lets them through.
  package let filter: String?
  /// How many there are.
  package let count: Int
  /// Whether they are marked there too, for one decision together.
  package let areMarked: Bool

  /// Flags one by one.
  package init(words: String, flags: [RecordID], areMarked: Bool = false) {
    self.words = words
    self.flags = flags
    self.areMarked = areMarked
    filter = nil
    count = flags.count
  }

  /// Flags that a filter lets through.
  package init(words: String, filter: String, count: Int) {
    self.words = words
    self.filter = filter
    self.count = count
    flags = []
    areMarked = false
  }
}
