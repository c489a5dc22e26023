import ConcordModel

/// The arithmetic of a number, line by line.
package struct Explanation: Hashable, Sendable {
  package let title: String
  package let lines: [String]
  /// The flags that lines are about, by the lines' places.
  package let flags: [Int: RecordID]
  /// The flag that all of it is about.
  package let about: RecordID?

  package init(
    _ title: String, _ lines: [String], flags: [Int: RecordID] = [:], about: RecordID? = nil
  ) {
    self.about = about
    self.title = title
    self.lines = lines
    self.flags = flags
  }
}
