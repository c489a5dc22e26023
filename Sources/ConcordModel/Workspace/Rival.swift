/// An operation on a field (or an element of a set) beside the one that won: neither of their lines
/// had seen the other, and none since has seen both.
package struct Rival: Hashable, Sendable {
  /// Its stamp.
  package let stamp: Stamp
  /// The line that its value belongs to.
  package let origin: PackedLine
  /// What it wrote; nil where it cleared the field. Of an element, whether it is in the set.
  package let value: FieldValue?

  package init(stamp: Stamp, origin: PackedLine, value: FieldValue?) {
    self.stamp = stamp
    self.origin = origin
    self.value = value
  }
}
